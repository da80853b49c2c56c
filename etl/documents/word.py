"""Word .docx: paragraphs and tables in their order, through python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from etl.documents.document import Metadata
from etl.documents.reading import PARAGRAPH, Reading, library_for, table_row
from etl.errors import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What stands inside a paragraph and is no text of it: what was deleted, the second copy of a drawing for old
# programs, and the text of boxes, which floats elsewhere on the page.
NO_TEXT = {WORDS + "del", WORDS + "moveFrom", WORDS + "txbxContent", COMPATIBILITY + "Fallback"}
SPACES = {WORDS + "tab": "\t", WORDS + "br": "\n", WORDS + "cr": "\n", WORDS + "noBreakHyphen": "-"}


def read_docx(content: bytes, source: str) -> Reading:
    """Return the text of a document's body, changes accepted; its title property is the title."""
    with library_for("Word files", source):
        import docx
    try:
        document = docx.Document(io.BytesIO(content))
        text = PARAGRAPH.join(block for block in _blocks(document.element.body) if block.strip())
        title = document.core_properties.title
    # A damaged package breaks at any depth: zip, XML, a missing part, a wrong relationship.
    except Exception as error:
        raise DocumentError(f"{source}: a damaged Word file", "open it in Word and save it again") from error
    return Reading(text, "docx", "utf-8", Metadata(title=title.strip() or None))


def _blocks(parent: _Element) -> Iterator[str]:
    """Paragraphs and rows, also those inside content controls."""
    for element in parent:
        if element.tag == WORDS + "p":
            yield _text(element)
        elif element.tag == WORDS + "tbl":
            for row in element.iter(WORDS + "tr"):
                yield table_row(_cells(row))
        elif element.tag in (WORDS + "sdt", WORDS + "sdtContent", WORDS + "ins"):
            yield from _blocks(element)


def _cells(row: _Element) -> Iterator[str]:
    for cell in row.iter(WORDS + "tc"):
        yield " ".join(_text(paragraph) for paragraph in cell.iter(WORDS + "p"))


def _text(element: _Element) -> str:
    parts: list[str] = []
    for inner in element:
        if inner.tag == WORDS + "t":
            parts.append(inner.text or "")
        elif inner.tag in SPACES:
            parts.append(SPACES[inner.tag])
        elif inner.tag not in NO_TEXT:
            parts.append(_text(inner))
    return "".join(parts)
