"""The three dashboards."""

from dashboards.model import Dashboard, Filter
from dashboards.pilots import PILOTS
from dashboards.quality import QUALITY
from dashboards.story import STORY

DASHBOARDS = (STORY, PILOTS, QUALITY)

__all__ = ["DASHBOARDS", "PILOTS", "QUALITY", "STORY", "Dashboard", "Filter"]
