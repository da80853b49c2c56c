"""From files to Documents: one article, a file of many, or a folder of either."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from etl.documents.document import Document, Metadata, Unreadable
from etl.documents.formats import BULK_LINE, BULK_SUFFIX, SUFFIXES, is_article, reader_for
from etl.documents.front_matter import parse_published
from etl.documents.json_lines import read_json_line
from etl.documents.reading import Reading
from etl.errors import DocumentError, UsageError

BLANK = "\ufeff \t\r\n\f\v\u3000"


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says about the articles; it wins over what they say themselves."""

    published: str | None = None
    area: str | None = None

    def __post_init__(self) -> None:
        try:
            if self.published:
                parse_published(self.published)
        except ValueError as error:
            raise UsageError(f"--published: {error}", "write 2023, 2023-07 or 2023-07-18") from error

    def over(self, metadata: Metadata) -> Metadata:
        """The metadata with what was given in place of it."""
        if self.published:
            metadata = replace(metadata, published=self.published, published_basis="stated")
        return replace(metadata, area=self.area or metadata.area)


def read_document(path: Path, *, published: str | None = None, area: str | None = None) -> Document:
    """Read one article; `published` and `area`, when given, win over what the file says.

    One of many in a bulk file is named by its line: `bulk.jsonl#17`. Raises DocumentError when the file is
    missing, unreadable, empty, damaged, or of no format known here.
    """
    given = Given(published, area)
    if path.suffix.lower() == BULK_SUFFIX:
        raise DocumentError(f"{path}: a file of many articles", f"name one by its line, such as {path}#1")
    return _read_bulk(path, given) if BULK_LINE.fullmatch(str(path)) else _read(path, given)


def read_documents(
    path: Path,
    *,
    published: str | None = None,
    area: str | None = None,
    on_error: Callable[[DocumentError], None] | None = None,
) -> Iterator[Document]:
    """Read every article of a file or a folder, in the order of their names.

    An article that cannot be read is handed to `on_error` and the others go on; without it, the first such
    article raises.
    """
    for outcome in read_outcomes(path, Given(published, area)):
        if isinstance(outcome, Document):
            yield outcome
        elif on_error is None:
            raise outcome.error
        else:
            on_error(outcome.error)


def read_outcomes(path: Path, given: Given) -> Iterator[Document | Unreadable]:
    """Each article of a file or a folder, or why it cannot be read."""
    try:
        is_folder = path.is_dir()
    except OSError as error:
        yield Unreadable(str(path), _unreadable(path, error))
        return
    if is_folder:
        yield from _folder(path, given)
    elif path.suffix.lower() == BULK_SUFFIX:
        yield from _lines(path, given)
    elif BULK_LINE.fullmatch(str(path)):
        yield _outcome(str(path), lambda: _read_bulk(path, given))
    else:
        yield _outcome(str(path), lambda: _read(path, given))


def _folder(folder: Path, given: Given) -> Iterator[Document | Unreadable]:
    """The articles below a folder; hidden files and folders are none."""
    unlisted: list[OSError] = []
    files: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=unlisted.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files.extend(Path(parent, name) for name in sorted(names) if is_article(name))
    for error in unlisted:
        yield Unreadable(error.filename, _unreadable(Path(error.filename), error))
    for file in files:
        yield from read_outcomes(file, given)
    if not files and not unlisted:
        suffixes = " ".join(SUFFIXES)
        none = DocumentError(f"{folder}: no articles in this folder", f"an article's name ends in {suffixes}")
        yield Unreadable(str(folder), none)


def _lines(path: Path, given: Given) -> Iterator[Document | Unreadable]:
    """Each line of a bulk file that is not blank; the file is never held whole."""
    count = 0
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                content = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                if content.strip():
                    count += 1
                    source = f"{path}#{number}"
                    yield _outcome(source, partial(_read_line, content, source, given))
    except OSError as error:
        yield Unreadable(str(path), _unreadable(path, error))
    else:
        if not count:
            yield Unreadable(str(path), DocumentError(f"{path}: empty", "write one article a line"))


def _outcome(source: str, read: Callable[[], Document]) -> Document | Unreadable:
    try:
        return read()
    except DocumentError as error:
        return Unreadable(source, error)


def _read(path: Path, given: Given) -> Document:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    if not content.strip():
        raise DocumentError(f"{path}: empty", "give an article with text")
    reading = reader_for(path, content)(content, str(path))
    return _document(content, str(path), reading, given)


def _read_bulk(named: Path, given: Given) -> Document:
    """One article of a bulk file, named as its source_uri names it."""
    path = Path(str(named).rpartition("#")[0])
    for outcome in _lines(path, given):
        if outcome.source_uri in (str(named), str(path)):  # the line, or the whole file that cannot be read
            if isinstance(outcome, Unreadable):
                raise outcome.error
            return outcome
    raise DocumentError(f"{named}: no such line, or a blank one", "see warehouse extract for the lines there are")


def _read_line(line: bytes, source: str, given: Given) -> Document:
    return _document(line, source, read_json_line(line, source), given)


def _unreadable(path: Path, error: OSError) -> DocumentError:
    if isinstance(error, FileNotFoundError):
        return DocumentError(f"{path}: no such file", "check the path")
    if isinstance(error, IsADirectoryError):
        return DocumentError(f"{path}: a folder, not an article", "give a file")
    return DocumentError(f"{path}: cannot be read ({error.strerror})", "check its permissions")


def _document(content: bytes, source: str, reading: Reading, given: Given) -> Document:
    if not reading.text[reading.body_start :].strip(BLANK):
        raise DocumentError(f"{source}: no text in it", "give an article with text")
    return Document(
        source_uri=source,
        sha256=hashlib.sha256(content).hexdigest(),
        text=reading.text,
        body_start=reading.body_start,
        metadata=given.over(reading.metadata),
        format=reading.format,
        encoding=reading.encoding,
    )
