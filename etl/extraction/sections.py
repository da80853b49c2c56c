"""Headings and opening words that say which period the paragraphs after them are about."""

from __future__ import annotations

import re

from etl.extraction.clauses import Clause
from etl.extraction.lexer import Token

_NUMBERING = re.compile("^(?:第?[一二三四五六七八九十]+[、部分章.]*|（[一二三四五六七八九十]+）|[●■◆])")
_ABOUT = re.compile(
    "(?:(?:经济社会|政府|主要|重点|总体|全市|全省|全县|全区|发展|工作|的|和|目标|任务|预期|思路|要求)*"
    "(?:工作|安排|回顾|总结|目标|任务|要求|思路|部署|打算|计划|成效|成绩|情况|举措))?"
)
_LOOKS_BACK = re.compile("(?:过去|这)?(?:一|五|5|三|3)年(?:来|间)?|(?:过去|刚刚过去的)(?:一|五|5)年|过去的(?:一|五)年")


def sets_period(clause: Clause, text: str, token: Token) -> bool:
    """Whether a period opens a part of the document: 三、2024年主要工作, 过去五年."""
    if clause.cut != "\n":
        return False
    before = text[clause.start : token.start]
    if numbering := _NUMBERING.match(before):
        before = before[numbering.end() :]
    before = before.strip()
    if clause.after == "\n" and not clause.numbers:
        return not before and bool(_ABOUT.fullmatch(text[token.end : clause.end]))
    return not before and not clause.numbers and bool(_LOOKS_BACK.fullmatch(token.text))
