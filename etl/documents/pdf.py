"""PDF: the text layer in reading order, through pdfplumber."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from etl.documents.radicals import CHARACTERS
from etl.documents.reading import PARAGRAPH, Reading, library_for
from etl.documents.reading_order import Box, Line, in_reading_order
from etl.errors import DocumentError

if TYPE_CHECKING:
    from pdfplumber.page import Page

PAGE_NUMBER = re.compile(r"[\s\-—–·|/]*(?:第?\s*\d{1,4}\s*页?)(?:[\s/|]*共?\s*\d{1,4}\s*页?)?[\s\-—–·|]*")
MARGIN = 0.08  # of the page's height: where page numbers stand
INDENT = 1.5  # in characters
OTHER_SIZE = 0.1  # a heading is often little larger than the text
UNMAPPED = re.compile(r"\(cid:\d+\)")


def read_pdf(content: bytes, source: str) -> Reading:
    """Return the text of all pages, a line for each line and a blank line before each paragraph."""
    with library_for("PDF", source, "pdfminer", "pdfplumber"):
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    lines: list[Line] = []
    pictures = False
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            for page in pdf.pages:
                lines.extend(in_reading_order(list(_boxes(page))))
                pictures = pictures or bool(page.images)
                page.close()
    # The parser meets damage at any depth and raises whatever breaks there, KeyError to RecursionError.
    except Exception as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args)):
            raise DocumentError(f"{source}: protected by a password", "save it without one") from error
        raise DocumentError(f"{source}: a damaged PDF", "open it in a viewer and print it to PDF") from error
    text = "".join(_paragraphs(lines)).strip("\n")
    _refuse_unreadable(text, source, pictures)
    return Reading(text, "pdf", "utf-8")


def _refuse_unreadable(text: str, source: str, pictures: bool) -> None:
    if not text.strip() and pictures:
        raise DocumentError(
            f"{source}: a scan without a text layer", "recognise its text first: ocrmypdf -l chi_sim IN OUT"
        )
    if 2 * sum(map(len, UNMAPPED.findall(text))) > len(text) > 0:
        raise DocumentError(
            f"{source}: its fonts do not say which characters they show",
            "recognise its text first: ocrmypdf --force-ocr -l chi_sim IN OUT",
        )


def _boxes(page: Page) -> Iterator[Box]:
    """The words of a page, without page numbers, sideways text, and type doubled to look bold."""
    upright = page.filter(lambda thing: thing.get("upright", True)).dedupe_chars()
    for word in upright.extract_words(keep_blank_chars=True, x_tolerance_ratio=0.5):
        text = word["text"].replace("\x00", "").translate(CHARACTERS)
        margin = MARGIN * page.height
        in_margin = word["bottom"] < margin or word["top"] > page.height - margin
        if text.strip() and not (in_margin and PAGE_NUMBER.fullmatch(text)):
            yield Box(word["x0"], word["x1"], word["top"], word["bottom"], text)


def _paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    """The text of each line and what parts it from the one before: a line end or the end of a paragraph."""
    before: Line | None = None
    for line in lines:
        if before:
            yield PARAGRAPH if _opens_paragraph(line, before) else "\n"
        yield line.text
        before = line


def _opens_paragraph(line: Line, before: Line) -> bool:
    """Indented where the line before is not, set in another size, or below a gap."""
    indented = line.indent >= INDENT > before.indent or line.text.startswith("\u3000")
    other_size = abs(line.height - before.height) > OTHER_SIZE * min(line.height, before.height)
    apart = line.top - before.top > 2.5 * line.height
    return indented or other_size or apart
