"""The parts of a text that stand for themselves: the items of a digest, each with its headline."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

_DIGEST = re.compile("快讯|简讯|短讯|简报|要闻|速览|速递|一览|集锦|早报|晚报|早餐|早知道|新闻联播$")
_LINE = re.compile("[^\n]+")
_LONGEST_HEADLINE = 60
_FULL_STOPS = ("。", "！", "？", "；", "：", "，")
_FEWEST = 2  # items that make a digest


class Item(NamedTuple):
    """A headline and what is told under it: [start, end) of the text, the headline to `headline_end`."""

    start: int
    headline_end: int
    end: int


def items(text: str) -> list[Item]:
    """The items of a digest, or the text as a whole as the only one."""
    lines = [(line.start(), line.end(), line[0]) for line in _LINE.finditer(text)]
    if not lines:
        return []
    if len(lines) <= _FEWEST or not (_is_headline(lines[0][2]) and _DIGEST.search(lines[0][2])):
        return [Item(0, _headline_end(text, lines[0][1]), len(text))]
    heads = [
        (start, end)
        for (start, end, line), (*_, following) in itertools.pairwise(lines[1:])
        if _is_headline(line) and not _is_headline(following)
    ]
    if len(heads) >= _FEWEST:
        ends = [start for start, _ in heads[1:]] + [len(text)]
        return [Item(start, end, until) for (start, end), until in zip(heads, ends, strict=True)]
    return [Item(0, _headline_end(text, lines[0][1]), len(text))]


def _headline_end(text: str, line_end: int) -> int:
    """The end of the headline of a single text: a first line without a full stop, or what 【】 encloses."""
    if text.startswith("【"):
        return text.find("】") + 1
    return line_end if _is_headline(text[:line_end]) or text.startswith("原标题：") else 0


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and not line.rstrip("”』 ").endswith(_FULL_STOPS)
