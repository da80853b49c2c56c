"""The console that tables and articles are printed on."""

from __future__ import annotations

import sys

from rich.console import Console

PIPED_WIDTH = 120


def console() -> Console:
    """As wide as the terminal; wide enough for a table when the output goes elsewhere."""
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False)
