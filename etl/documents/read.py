"""From a file to a Document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from etl.documents.document import Document
from etl.documents.front_matter import parse_published, split_front_matter
from etl.errors import DocumentError, UsageError

FORMATS = {".txt": "text", ".md": "markdown"}


def read_document(path: Path, *, published: str | None = None, area: str | None = None) -> Document:
    """Read one article; `published` and `area`, when given, win over its front matter.

    Raises DocumentError when the file is missing, unreadable, empty, or its front matter does not parse.
    """
    content = _read_bytes(path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{path}: not UTF-8 text (byte {error.start})", "save it as UTF-8") from error
    metadata, body_start = split_front_matter(text, str(path))
    if not text[body_start:].strip("\ufeff \t\r\n\u3000"):
        raise DocumentError(f"{path}: no text in it", "give an article with text")
    if published:
        try:
            metadata = replace(metadata, published=parse_published(published), published_basis="stated")
        except ValueError as error:
            raise UsageError(f"--published: {error}", "write 2023, 2023-07 or 2023-07-18") from error
    if area:
        metadata = replace(metadata, area=area)
    return Document(
        source_uri=str(path),
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
        body_start=body_start,
        metadata=metadata,
        format=FORMATS.get(path.suffix.lower(), "text"),
    )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(f"{path}: no such file", "check the path") from error
    except IsADirectoryError as error:
        raise DocumentError(f"{path}: a folder, not an article", "give a file") from error
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror})", "check its permissions") from error
