"""Quotes of shares and indices: 沪指跌1% is of the index itself, 星澜光电跌5%报20元 of its share."""

from __future__ import annotations

import re

from etl.extraction.reading import Reading
from etl.extraction.subjects import Subject

_INDEX = re.compile(
    "(?P<name>(?:上证|沪|深证?成|深证|创业板|科创|北证|中证|恒生|国企|道琼斯|纳斯达克|标普|日经|富时)[\u4e00-\u9fff]{0,4}?"
    "(?:指数?|50|100|300|500|1000)|沪指|深成指|深证成指|创业板指|道指|纳指|恒指)"
    "(?P<rest>(?:盘中|早盘|午后|尾盘|开盘|收盘|高开|低开|拉升|震荡|回升|跳水|一度|最新|最终|现)*)$"
)
_MOVED = re.compile("(?:涨|跌|涨幅|跌幅|升|挫)(?:超|逾|近|约|了|达|为)*$")
_QUOTED = re.compile("(?:报|收报|报收|收于|报收于|现报)$")
_TRADED = re.compile("暂?成交$")


def name(cleaned: str, reading: Reading, subject: str | None, listed: frozenset[str]) -> str:
    """The index without how it went there, the price and the turnover of a share; other names as they are."""
    index = _INDEX.match(cleaned)
    if index:
        return index["name"]
    money = bool(reading.number.unit and "元" in reading.number.unit)
    if money and _TRADED.match(cleaned):
        return "成交额"
    quoted = _QUOTED.search(reading.gap) if money else _MOVED.search(reading.gap) if reading.kind == "percent" else None
    if quoted and subject in listed and cleaned in ("", subject):
        return "股价"
    return cleaned


def index(name: str) -> Subject | None:
    """The index that a figure is of, where it is of one."""
    found = _INDEX.match(name)
    return Subject(found["name"], "organisation") if found else None
