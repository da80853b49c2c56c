"""Quotes of shares and indices: 沪指跌1% is of the index itself, 星澜光电跌5%报20元 of its share."""

from __future__ import annotations

import re

from etl.extraction.reading import Reading
from etl.extraction.subjects.subject import Subject

_NAMES = (
    "(?:上证|沪|深证?成|深证|创业板|科创|北证|中证|恒生|国企|道琼斯|纳斯达克|标普|日经|富时)[\u4e00-\u9fff]{0,4}?"
    "(?:指数?|50|100|300|500|1000)|沪指|深成指|深证成指|创业板指|道指|纳指|恒指"
)
_INDEX = re.compile(
    f"(?P<name>{_NAMES})(?P<rest>(?:盘中|早盘|午后|尾盘|开盘|收盘|高开|低开|拉升|震荡|回升|跳水|一度|最新|最终|现)*)$"
)
_MARKETS = (
    ("A股", re.compile("A股|沪指|沪深两市|两市|三大指数|三大股指|创业板指|深证?成指")),
    ("港股", re.compile("港股|恒指|恒生指数")),
    ("科创板", re.compile("科创板(?!块)")),
    ("北交所", re.compile("北交所")),
    ("深市", re.compile("深市")),
    ("沪市", re.compile("沪市")),
    ("新三板", re.compile("新三板")),
    ("美股", re.compile("美股|中概股|道指|纳指")),
)
_INDEX_BEGINS = frozenset("上沪深创科北中恒国道纳标日富")
_OPENING = 60  # characters in which a report on a market says which
_GOES = "今[日天]|早盘|午后|尾盘|盘[中前后初]|夜盘|[收开]盘|[高低]开|一度|最新|现|股价|集体|双双|均|[大微暴急续收领]"
_SHARES = re.compile(
    f"，?(?P<names>[\u4e00-\u9fffA-Za-z·-]{{2,8}}?(?:、[\u4e00-\u9fffA-Za-z·-]{{2,8}}?)*)(?:{_GOES}|\ue000)*"
    "(?:涨幅|跌幅|涨|跌|挫|升)(?:超过|超|逾|近|约|了|达|为|扩大)*$"
)
_NO_SHARE = re.compile(
    f"^(?:{_NAMES})|板块|概念|股$|行业|指数?$|指$|期货|主力|合约|油|[黄白]金|美元|欧元|人民币|汇率|债|基金|期指|市$|价|其[中他]"
)
_MOVED = re.compile("(?:涨|跌|涨幅|跌幅|升|挫)(?:超|逾|近|约|了|达|为)*$")
_QUOTED = re.compile("(?:报|收报|报收|收于|报收于|现报)$")
_TRADED = re.compile("暂?成交$")


def name(cleaned: str, reading: Reading, subject: str | None, listed: frozenset[str]) -> str:
    """The index without how it went there, the price and the turnover of a share; other names as they are."""
    index = _INDEX.match(cleaned) if cleaned[:1] in _INDEX_BEGINS else None
    if index:
        return index["name"]
    money = bool(reading.number.unit and "元" in reading.number.unit)
    if money and _TRADED.match(cleaned):
        return "成交额"
    of_share = subject in listed and cleaned in ("", subject)
    if of_share and (
        (money and _QUOTED.search(reading.gap)) or (reading.kind == "percent" and _MOVED.search(reading.gap))
    ):
        return "股价"
    return cleaned


def market(text: str) -> str:
    """The market that a text reports on; empty where it reports on none: 沪指早盘…, 港股收评：…."""
    return next((name for name, told in _MARKETS if told.search(text[:_OPENING])), "")


def shares(reading: Reading) -> list[str]:
    """The shares that a report on a market says went up or down: 星澜光电、海州重工跌超2%."""
    moved = _SHARES.fullmatch(reading.gap) if reading.kind == "percent" and len(reading.group) == 1 else None
    names = moved["names"].split("、") if moved else []
    return [] if any(_NO_SHARE.search(name) for name in names) else names


def index(name: str) -> Subject | None:
    """The index that a figure is of, where it is of one."""
    found = _INDEX.match(name)
    return Subject(found["name"], "organisation") if found else None
