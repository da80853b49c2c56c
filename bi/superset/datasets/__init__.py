"""The datasets: what the dashboards read."""

from datasets.figures import CLAIMS, RECONCILIATION, SERIES
from datasets.model import TIME, Dataset
from datasets.pilots import MEMBERS, PILOT_CLAIMS, PILOTS
from datasets.quality import CHECKS, MENTIONS, RUNS, STEPS, WORST

DATASETS = (SERIES, CLAIMS, PILOTS, MEMBERS, PILOT_CLAIMS, RECONCILIATION, RUNS, STEPS, CHECKS, MENTIONS, WORST)

__all__ = [
    "CHECKS",
    "CLAIMS",
    "DATASETS",
    "MEMBERS",
    "MENTIONS",
    "PILOTS",
    "PILOT_CLAIMS",
    "RECONCILIATION",
    "RUNS",
    "SERIES",
    "STEPS",
    "TIME",
    "WORST",
    "Dataset",
]
