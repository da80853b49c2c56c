"""The YAML block between `---` lines that may open an article."""

from __future__ import annotations

import datetime
import re

import yaml

from etl.documents.document import Metadata
from etl.errors import DocumentError

OPENING = re.compile(r"\A\ufeff?---[ \t]*\r?\n")
CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
PUBLISHED = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
FIELDS = ("title", "publisher", "author", "published", "area", "source")


def parse_published(value: str) -> str:
    """Return `value` when it is a year, month or day; raise `ValueError` otherwise."""
    if not PUBLISHED.fullmatch(value):
        raise ValueError(f"{value!r} is not a year, month or day")
    if len(value) == 10:
        datetime.date.fromisoformat(value)
    return value


def split_front_matter(text: str, source: str) -> tuple[Metadata, int]:
    """Return the metadata of the front matter and the offset at which the body begins."""
    opening = OPENING.match(text)
    if not opening:
        return Metadata(), 0
    closing = CLOSING.search(text, opening.end())
    if not closing:
        raise DocumentError(f"{source}: the front matter has no closing line", "end it with a line of ---")
    try:
        # BaseLoader keeps every scalar as written, so 2023-07 stays text
        fields = yaml.load(text[opening.end() : closing.start()], Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        raise DocumentError(
            f"{source}:{line}: the front matter does not parse", "write one 'name: value' on each line"
        ) from error
    if fields in (None, ""):
        return Metadata(), closing.end()
    if not isinstance(fields, dict):
        raise DocumentError(f"{source}:2: the front matter is no list of fields", "write one 'name: value' a line")
    values = {name: _scalar(fields.get(name), name, source) for name in FIELDS}
    published = values["published"]
    if published:
        try:
            parse_published(published)
        except ValueError as error:
            raise DocumentError(
                f"{source}: published in the front matter is {published!r}",
                "write 2023, 2023-07 or 2023-07-18",
            ) from error
    return Metadata(**values, published_basis="stated" if published else None), closing.end()


def _scalar(value: object, name: str, source: str) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise DocumentError(f"{source}: {name} in the front matter is no single value", f"write '{name}: …'")
    return value.strip()
