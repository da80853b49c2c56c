"""One article as read."""

from __future__ import annotations

from dataclasses import dataclass

from etl.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text.

    `published` is a year, month or day (`2023`, `2023-07`, `2023-07-18`); `published_basis` says how it is
    known: `stated` (given with the article) or `inferred` (from its text).
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: str | None = None
    area: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text, where its body begins in it, and its metadata.

    Plain text and Markdown are kept as received, line breaks and front matter included, but for a byte order
    mark; of a page, a PDF or a Word file `text` is what was read out of it. Offsets of everything found in a
    document count characters of `text`.
    """

    source_uri: str
    sha256: str
    text: str
    body_start: int = 0
    metadata: Metadata = Metadata()
    format: str = "text"
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An article that cannot be read, and why."""

    source_uri: str
    error: DocumentError
