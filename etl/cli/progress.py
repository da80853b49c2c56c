"""Progress of long work on a terminal: which step, how many, how long; nothing when the output is piped."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from etl.cli.words import plural

# what the steps of a refresh are called to the person who waits
REFRESH_STEPS = {
    "landing": "reading articles",
    "audit of staging": "checking what was read",
    "transform": "building tables",
    "audit of marts": "checking the tables",
    "publish": "publishing",
    "report": "writing the report",
}


class Silent:
    """Says nothing."""

    def step(self, name: str) -> None:
        """A step begins."""

    def advance(self) -> None:
        """One more article is done."""


class Bar(Silent):
    """One line that shows the step at work, the articles done and the time."""

    def __init__(self, start: str) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        self.display = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TextColumn("{task.fields[articles]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self.display.add_task(start, total=None, articles="")
        self._done = 0

    def step(self, name: str) -> None:
        """A step begins."""
        label = name
        if name in REFRESH_STEPS:
            number = list(REFRESH_STEPS).index(name) + 1
            label = f"step {number} of {len(REFRESH_STEPS)}: {REFRESH_STEPS[name]}"
        self.display.update(self._task, description=label)

    def advance(self) -> None:
        """One more article is done."""
        self._done += 1
        self.display.update(self._task, articles=plural(self._done, "article"))


@contextmanager
def progress_for(start: str = "starting the database", *, quiet: bool = False) -> Iterator[Silent]:
    """A line on standard error when that is a terminal, else silence."""
    if quiet or not sys.stderr.isatty():
        yield Silent()
        return
    bar = Bar(start)
    with bar.display:
        yield bar
