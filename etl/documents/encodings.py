"""Bytes to text, strictly: no character is replaced, and a file whose encoding cannot be told is refused.

Order of trust: a byte order mark, then UTF-8 (text that is not UTF-8 practically never decodes as such), then
what the file itself declares, then UTF-16 without a mark, then the better of GB18030 and Big5. Those two decode
each other's bytes now and then, into rare characters: both standards list everyday characters before rare
ones, so the decoding with more everyday characters is the right one. That holds from a few characters on,
where detectors trained on statistics still guess.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page may declare, and the superset that decodes what it really holds; other declarations are guesses
# of the program that wrote the page.
DECLARED = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
# The lead bytes under which each standard lists its everyday characters.
EVERYDAY_ROWS = (("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7)))
PUNCTUATION = frozenset("，。、；：！？（）《》〈〉【】「」『』“”‘’—…·％－～　０１２３４５６７８９〇＋．①②③④⑤")
LEAST_EVERYDAY = 0.5
SAMPLE = 4096  # characters that are enough to tell one encoding from another
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


class UndecodableError(ValueError):
    """The bytes are no text in an encoding that can be told; the message says which way they are not."""


def decode(content: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text, without its byte order mark, and the name of its encoding."""
    text, encoding = _decode(content, declared)
    if CONTROL.search(text):
        raise UndecodableError("binary data, not text")
    return text, encoding


def _decode(content: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            text = _strictly(content[len(mark) :], encoding)
            if text is None:
                raise UndecodableError(f"damaged {encoding.upper()} text")
            return text, encoding
    for known in ("utf-8", _known(declared)):
        text = _strictly(content, known) if known else None
        if known and text is not None and "\x00" not in text:
            return text, known
    if b"\x00" in content:
        return _unmarked_utf16(content)
    return _legacy(content)


def _known(declared: str | None) -> str | None:
    try:
        return DECLARED.get(codecs.lookup(declared).name) if declared else None
    except LookupError:
        return None


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _unmarked_utf16(content: bytes) -> tuple[str, str]:
    """Choose the byte order that gives more Chinese characters, punctuation and ASCII."""
    readings = [
        (_familiar_share(text), text, encoding)
        for encoding in ("utf-16-le", "utf-16-be")
        if (text := _strictly(content, encoding))
    ]
    share, text, encoding = max(readings, default=(0.0, "", ""))
    if share < LEAST_EVERYDAY:
        raise UndecodableError("binary data, not text")
    return text, encoding


def _familiar_share(text: str) -> float:
    familiar = sum(
        character in "\t\r\n" or " " <= character <= "~" or "\u3000" <= character <= "\u9fff" for character in text
    )
    return familiar / len(text)


def _legacy(content: bytes) -> tuple[str, str]:
    readings = [
        (_everyday_share(text), text, encoding)
        for encoding in ("gb18030", "big5hkscs")
        if (text := _strictly(content, encoding))
    ]
    # max keeps the first of equals: GB18030
    share, text, encoding = max(readings, default=(0.0, "", ""), key=lambda reading: reading[0])
    if share < LEAST_EVERYDAY:
        raise UndecodableError("text in an encoding that cannot be told")
    return text, encoding


def _everyday_share(text: str) -> float:
    """Of the characters beyond ASCII, the share that is punctuation or everyday in either script."""
    beyond = BEYOND_ASCII.findall(text)[:SAMPLE]
    return sum(map(_is_everyday, beyond)) / len(beyond) if beyond else 0.0


@cache
def _is_everyday(character: str) -> bool:
    if not "\u3400" <= character <= "\u9fff":
        return character in PUNCTUATION
    return any((code := character.encode(standard, "ignore")) and code[0] in rows for standard, rows in EVERYDAY_ROWS)
