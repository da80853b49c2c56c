"""Progress of long work on a terminal; nothing when the output is piped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


class Silent:
    """Says nothing."""

    def step(self, name: str) -> None:
        """A step begins."""

    def advance(self) -> None:
        """One more article is done."""


class Bar:
    """One line that shows the step at work, the articles done and the time."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("starting", total=None, articles="")
        self._done = 0

    def step(self, name: str) -> None:
        """A step begins."""
        self._progress.update(self._task, description=name)

    def advance(self) -> None:
        """One more article is done."""
        self._done += 1
        self._progress.update(self._task, articles=f"{self._done} articles" if self._done > 1 else "1 article")


@contextmanager
def progress_for(*, quiet: bool = False) -> Iterator[Silent | Bar]:
    """A bar on standard error when that is a terminal, else silence."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield Silent()
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=24))
    with Progress(
        *columns, TextColumn("{task.fields[articles]}"), TimeElapsedColumn(), console=console, transient=True
    ) as progress:
        yield Bar(progress)
