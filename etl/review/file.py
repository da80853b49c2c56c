"""`NAME.review.csv` beside an article: found, read, and made ready to fill."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from etl.documents import BULK_LINE
from etl.documents.encodings import UndecodableError, decode
from etl.errors import DocumentError
from etl.review.correction import FIELDS, Correction, parse_row

SUFFIX = ".review.csv"
# What tells the reviewer what the row is about; reading ignores it.
CONTEXT = ("confidence", "quote", "sentence")
COLUMNS = ("id", "verdict", "expect", *FIELDS, "disposition", "note", "reviewer", *CONTEXT)
BYTE_ORDER_MARK = "\ufeff"  # without it Excel shows Chinese as mojibake


class ReviewError(DocumentError):
    """A review file says something that cannot be applied."""


def review_path(source_uri: str) -> Path:
    """Where the review of an article lies: `a.md` → `a.review.csv`, `bulk.jsonl#17` → `bulk.17.review.csv`."""
    line = BULK_LINE.fullmatch(source_uri)
    path = Path(line.group(1) if line else source_uri)
    return path.with_name(path.stem + (f".{line.group(2)}" if line else "") + SUFFIX)


def read_review(path: Path) -> tuple[Correction, ...]:
    """The corrections of a review file, none where there is no file; rows without a verdict wait."""
    if not path.exists():
        return ()
    corrections: dict[str, Correction] = {}
    for line, cells in _rows(path):
        try:
            correction = parse_row(line, cells)
        except ValueError as error:
            raise ReviewError(f"{path}:{line}: {error}") from error
        if correction is None:
            continue
        earlier = corrections.setdefault(correction.identity, correction)
        if earlier is not correction:
            raise ReviewError(f"{path}:{line}: {correction.identity} has a verdict on line {earlier.line} already")
    return tuple(corrections.values())


def add_rows(path: Path, rows: Iterable[Mapping[str, str]]) -> int:
    """Add rows for what the file does not speak of yet; returns how many."""
    kept = [cells for _, cells in _rows(path)] if path.exists() else []
    known = {cells["id"] for cells in kept}
    new = [row for row in rows if row["id"] not in known]
    if new:
        text = BYTE_ORDER_MARK + format_rows([*kept, *new])
        path.write_text(text, encoding="utf-8", newline="")
    return len(new)


def format_rows(rows: Iterable[Mapping[str, str]]) -> str:
    """Rows as CSV with a header, ready to fill."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Each row with the line it begins on; spreadsheets may have saved it in their own encoding."""
    try:
        text, _ = decode(path.read_bytes())
    except OSError as error:
        raise ReviewError(f"{path}: cannot be read ({error.strerror})", "check its permissions") from error
    except UndecodableError as error:
        raise ReviewError(f"{path}: {error}", "save it as CSV in UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, dict[str, str]]] = []
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        _check_header(path, header)
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) > len(header):
                raise ReviewError(f"{path}:{line}: more cells than columns", "quote cells that hold a comma")
            if any(cell.strip() for cell in cells):
                rows.append((line, dict(zip(header, map(str.strip, cells), strict=False))))
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReviewError(f"{path}:{reader.line_num}: no CSV ({error})", "check its quotes") from error
    return rows


def _check_header(path: Path, header: list[str]) -> None:
    unknown = [name for name in header if name not in COLUMNS]
    missing = [name for name in ("id", "verdict") if name not in header]
    if unknown or missing:
        wrong = f"no column {missing[0]}" if missing else f"unknown column {unknown[0]!r}"
        raise ReviewError(f"{path}:1: {wrong}", f"the columns are {', '.join(COLUMNS)}")
