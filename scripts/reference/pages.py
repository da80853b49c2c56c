"""Which pages are generated, and from what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts.reference.columns import columns_page
from scripts.reference.command_line import command_line_page

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES: dict[str, Callable[[], str]] = {"command-line.md": command_line_page, "columns.md": columns_page}
