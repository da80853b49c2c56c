"""The console that tables and articles are printed on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 120
UNBOUNDED = 10_000  # a file or a pipe has no edge to wrap at


def console(piped_width: int = PIPED_WIDTH) -> Console:
    """As wide as the terminal; wide enough for a table when the output goes elsewhere."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else piped_width, highlight=False)
