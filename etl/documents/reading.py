"""What a reader of one format hands back, and how it says that its library is missing."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from etl.documents.document import Metadata
from etl.errors import DocumentError

PARAGRAPH = "\n\n"
NOTHING_KNOWN = Metadata()


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file, where its body begins, and what the file says about itself."""

    text: str
    format: str
    encoding: str
    metadata: Metadata = NOTHING_KNOWN
    body_start: int = 0


@contextmanager
def library_for(kind: str, source: str, *chatty: str) -> Iterator[None]:
    """Turn a failing import into one line that says how to install the library.

    The loggers of `chatty` libraries are silenced: what they remark on damaged files is not for our users, who
    are told in one line what is wrong.
    """
    try:
        yield
        for name in chatty:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    except ImportError as error:
        raise DocumentError(
            f"{source}: reading {kind} needs {error.name}, which is not installed",
            "install it with: pip install 'article-warehouse[formats]'",
        ) from error


def table_row(cells: Iterable[str]) -> str:
    """One line for a row of a table; empty cells, such as those that others are merged over, say nothing."""
    return " | ".join(filter(None, (" ".join(cell.split()) for cell in cells)))
