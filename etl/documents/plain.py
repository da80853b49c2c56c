"""Plain text and Markdown: kept as received, with front matter and the first heading as title."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.documents.encodings import UndecodableError, decode
from etl.documents.front_matter import split_front_matter
from etl.documents.reading import Reading
from etl.errors import DocumentError

HEADING = re.compile(r"^#[ \t\u3000]+(.+?)[ \t#]*$", re.MULTILINE)


def read_text(content: bytes, source: str) -> Reading:
    """Decode an article and split off its front matter."""
    text, encoding = decode_or_refuse(content, source)
    metadata, body_start = split_front_matter(text, source)
    return Reading(text, "text", encoding, metadata, body_start)


def read_markdown(content: bytes, source: str) -> Reading:
    """Read text whose first heading is its title, unless its front matter gives one."""
    reading = read_text(content, source)
    heading = HEADING.search(reading.text, reading.body_start)
    if heading and not reading.metadata.title:
        reading = replace(reading, metadata=replace(reading.metadata, title=heading.group(1)))
    return replace(reading, format="markdown")


def decode_or_refuse(content: bytes, source: str, declared: str | None = None) -> tuple[str, str]:
    """Decode, or raise the error that a user reads."""
    try:
        return decode(content, declared)
    except UndecodableError as error:
        raise DocumentError(f"{source}: {error}", "save it as UTF-8 text") from error
