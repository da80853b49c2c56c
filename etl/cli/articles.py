"""What the commands on articles share: their arguments, and reading on when one of many is bad."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from etl.cli.progress import progress_for
from etl.documents import Document, read_documents
from etl.errors import DocumentError

Decorated = Callable[..., Any]


def article_options(function: Decorated) -> Decorated:
    """Add --published and --area, which win over what the articles say of themselves."""
    for option in (
        click.option("--area", metavar="NAME", help="the area the articles are about, such as 青岛市"),
        click.option("--published", metavar="DATE", help="when they appeared: 2023, 2023-07 or 2023-07-18"),
    ):
        function = option(function)
    return function


class Articles:
    """The articles of files and folders; those that cannot be read are named on standard error and passed over."""

    def __init__(self, paths: Sequence[Path], published: str | None, area: str | None) -> None:
        self._paths = paths
        self._published = published
        self._area = area
        self._failed = False

    def __iter__(self) -> Iterator[Document]:
        with progress_for("reading articles", quiet=sys.stdout.isatty()) as progress:  # output on a terminal shows it
            for path in self._paths:
                for document in self._read(path):
                    yield document
                    progress.advance()

    def _read(self, path: Path) -> Iterator[Document]:
        return read_documents(path, published=self._published, area=self._area, on_error=self.report)

    def report(self, error: DocumentError) -> None:
        """Say what is wrong, and remember that something was."""
        click.echo(f"warehouse: {error}", err=True)
        self._failed = True

    def finish(self) -> None:
        """Exit with the code of unreadable articles if there was one."""
        if self._failed:
            click.get_current_context().exit(DocumentError.exit_code)
