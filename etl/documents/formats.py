"""Which reader a file needs: told by how it begins where that is certain, by its suffix otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from etl.documents.pdf import read_pdf
from etl.documents.plain import read_markdown, read_text
from etl.documents.reading import Reading
from etl.documents.web_page import looks_like_html, read_html
from etl.documents.word import read_docx
from etl.errors import DocumentError

Reader = Callable[[bytes, str], Reading]

BULK_SUFFIX = ".jsonl"
BULK_LINE = re.compile(r"(.*\.jsonl)#(\d+)", re.DOTALL | re.IGNORECASE)  # how one article of many is named
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
SUFFIXES = (*READERS, BULK_SUFFIX)
# Beside articles lie files about them, and a folder of articles may say what it holds.
NO_ARTICLES = (".review.csv", ".gold.jsonl")
FOREIGN = {
    b"\xd0\xcf\x11\xe0": ("an old Word or Excel file", "save it as .docx"),
    b"{\\rtf": ("a Rich Text file", "save it as .docx or .txt"),
    b"\x89PNG": ("a picture", "recognise its text first: ocrmypdf -l chi_sim IN OUT"),
    b"\xff\xd8\xff": ("a picture", "recognise its text first: ocrmypdf -l chi_sim IN OUT"),
}


def is_article(name: str) -> bool:
    """Whether a file in a folder is taken for an article."""
    lower = name.lower()
    about = lower.endswith(NO_ARTICLES) or lower.startswith((".", "readme"))
    return lower.endswith(SUFFIXES) and not about


def reader_for(path: Path, content: bytes) -> Reader:
    """Choose the reader; raise DocumentError for a format that is none of ours."""
    for opening, (what, advice) in FOREIGN.items():
        if content.startswith(opening):
            raise DocumentError(f"{path}: {what}", advice)
    if b"%PDF-" in content[:1024]:
        return read_pdf
    if content.startswith(b"PK\x03\x04"):
        if b"word/" not in content:
            raise DocumentError(f"{path}: a zip archive, not an article", "unpack it and give the folder")
        return read_docx
    reader = READERS.get(path.suffix.lower(), read_text)
    return read_html if reader is read_text and looks_like_html(content) else reader
