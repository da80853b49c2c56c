"""JSON Lines for bulk: one article a line, with its text and what is known of it."""

from __future__ import annotations

import json
import re
from typing import Any

from etl.documents.document import Metadata
from etl.documents.encodings import CONTROL
from etl.documents.front_matter import FIELDS, parse_published
from etl.documents.reading import Reading
from etl.errors import DocumentError

SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: JSON can say it, no encoding can


def read_json_line(line: bytes, source: str) -> Reading:
    """Read one line: an object with `text` and any of the metadata fields, all of them strings."""
    try:
        record = json.loads(line.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise DocumentError(f"{source}: no JSON object", f"write one object a line: {_example()}") from error
    if not isinstance(record, dict):
        raise DocumentError(f"{source}: no JSON object", f"write one object a line: {_example()}")
    text = _string(record, "text", source)
    if not text:
        raise DocumentError(f"{source}: no text in it", f"give it a text: {_example()}")
    published = _string(record, "published", source)
    try:
        published = published and parse_published(published)
    except ValueError as error:
        raise DocumentError(f"{source}: published is {published!r}", "write 2023, 2023-07 or 2023-07-18") from error
    values = {name: _string(record, name, source) for name in FIELDS}
    return Reading(text, "jsonl", "utf-8", Metadata(**values, published_basis="stated" if published else None))


def _example() -> str:
    return '{"text": "…", "title": "…", "published": "2023-07"}'


def _string(record: dict[str, Any], name: str, source: str) -> str | None:
    value = record.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise DocumentError(f"{source}: {name} is no string", f'write "{name}": "…"')
    if CONTROL.search(value) or SURROGATE.search(value):
        raise DocumentError(f"{source}: {name} holds characters that are no text", "remove them")
    return value
