"""Word .docx: paragraphs and tables in their order, through python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from etl.documents.document import Metadata
from etl.documents.reading import PARAGRAPH, Reading, library_for, table_row
from etl.errors import DocumentError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def read_docx(content: bytes, source: str) -> Reading:
    """Return the text of a document's body; its title property is the title."""
    with library_for("Word files", source):
        import docx
    try:
        document = docx.Document(io.BytesIO(content))
        text = PARAGRAPH.join(block for block in _blocks(document) if block.strip())
        title = document.core_properties.title
    # A damaged package breaks at any depth: zip, XML, a missing part, a wrong relationship.
    except Exception as error:
        raise DocumentError(f"{source}: a damaged Word file", "open it in Word and save it again") from error
    return Reading(text, "docx", "utf-8", Metadata(title=title.strip() or None))


def _blocks(document: WordDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield table_row(cell.text for cell in row.cells)
        else:
            yield block.text
