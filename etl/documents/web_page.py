"""HTML: the main text without navigation, comments and footer, through trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from etl.documents.document import Metadata
from etl.documents.front_matter import parse_published
from etl.documents.plain import decode_or_refuse
from etl.documents.reading import PARAGRAPH, Reading, library_for, table_row

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

LOOKS_LIKE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
LINE_BREAK = "\u2028"  # the line separator of Unicode: what <br> means
UNSEEN = {"head", "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button"}
INLINE = frozenset("a abbr b bdi code em font i label mark q s small span strong sub sup time u".split())  # noqa: SIM905 - a list of words
BLOCKS = {"p", "head", "item", "quote", "row", "code"}
# Press releases of one sentence are articles too: trafilatura's own limits would fall back to all text there.
LIMITS = {"MIN_EXTRACTED_SIZE": "0", "MIN_OUTPUT_SIZE": "0"}
# Where pages state their metadata, best first; ArticleTitle, ContentSource and PubDate are the names that
# Chinese government sites must use. A date in the prose is the extractor's business, not a statement.
STATED = {
    "title": ("articletitle", "og:title"),
    "publisher": ("contentsource", "og:site_name", "sitename"),
    "author": ("author", "article:author"),
    "published": ("pubdate", "article:published_time", "datepublished", "publishdate", "dc.date.issued"),
    "source": ("og:url",),
}
FOOTNOTE = re.compile(r"\s*[\[［(（〔]\d{1,3}[\]］)）〕]\s*")  # no figure of the sentence that it stands in
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def looks_like_html(content: bytes) -> bool:
    """Whether the bytes open as a web page does."""
    return LOOKS_LIKE.match(content[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def read_html(content: bytes, source: str) -> Reading:
    """Return the paragraphs of the main text; no text at all where there is none."""
    with library_for("HTML", source, "trafilatura", "htmldate", "readability"):
        from trafilatura import bare_extraction
        from trafilatura.settings import use_config
        from trafilatura.utils import load_html
    declaration = DECLARED.search(content[:4096])
    page, encoding = decode_or_refuse(content, source, declaration.group(1).decode() if declaration else None)
    limits = use_config()
    for name, value in LIMITS.items():
        limits.set("DEFAULT", name, value)
    tree = load_html(page)
    if tree is None:
        return Reading("", "html", encoding)
    metadata = _metadata(tree)
    for note in list(tree.iter("sup")):
        if FOOTNOTE.fullmatch(note.text_content()):
            note.drop_tree()
    found = bare_extraction(
        deepcopy(tree), config=limits, include_comments=False, with_metadata=False, favor_recall=True
    )
    text = PARAGRAPH.join(_paragraphs(found.body)) if found else ""
    return Reading(text or PARAGRAPH.join(_all_lines(tree)), "html", encoding, metadata)


def _metadata(tree: HtmlElement) -> Metadata:
    """What the page's meta elements state, and its first heading or its title where they give none."""
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        stated.setdefault(name.lower(), " ".join(meta.get("content", "").split()))
    values: dict[str, str | None] = {
        field: next((stated[name] for name in names if stated.get(name)), None) for field, names in STATED.items()
    }
    day = DAY.search(values["published"] or "")
    try:
        values["published"] = parse_published(day.group()) if day else None
    except ValueError:  # 2023-00-00: a page that has not been filled in
        values["published"] = None
    headings = (" ".join(element.text_content().split()) for tag in ("h1", "title") for element in tree.iter(tag))
    values["title"] = values["title"] or next(filter(None, headings), None)
    return Metadata(**values, published_basis="stated" if values["published"] else None)


def _paragraphs(body: _Element) -> Iterator[str]:
    """The text of each block in order; a block inside another is part of it."""
    for element in body:
        if element.tag == "table":
            for row in element.iter("row"):
                yield table_row("".join(cell.itertext()) for cell in row)
        elif element.tag in BLOCKS or not len(element):
            text = _lines(element)
            if text:
                yield text
        else:
            yield from _paragraphs(element)


def _all_lines(tree: HtmlElement) -> Iterator[str]:
    """The lines of a page too small to have a main text; cells and blocks never run into each other."""
    for element in list(tree.iter()):
        if element.tag in UNSEEN:
            element.drop_tree()
        elif element.tag not in INLINE:
            element.text = LINE_BREAK + _unwrapped(element.text)
            element.tail = LINE_BREAK + _unwrapped(element.tail)
    lines = (" ".join(line.split()) for line in tree.text_content().split(LINE_BREAK))
    yield from filter(None, lines)


def _lines(element: _Element) -> str:
    """The text of a block, a line for each <lb/>; line ends of the source mean nothing."""
    for inner in element.iter():
        begins_line = inner is not element and (inner.tag == "lb" or inner.tag in BLOCKS)
        inner.text = (LINE_BREAK if begins_line else "") + _unwrapped(inner.text)
        inner.tail = _unwrapped(inner.tail)
    lines = "".join(str(text) for text in element.itertext()).split(LINE_BREAK)
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _unwrapped(text: str | None) -> str:
    """Join wrapped source lines: with a space between Latin words, with nothing in Chinese."""
    return re.sub(r"\s*\n\s*", " ", re.sub(r"(?<![!-~])\s*\n\s*|\s*\n\s*(?![!-~])", "", text or ""))
