"""What a name takes over from the figure before it: whose profit, what is traded, by whom."""

from __future__ import annotations

import re

from etl.extraction import indicators
from etl.extraction.context import Context

_FLOW = re.compile("(?P<of>.*?)(?:进出口|出口|进口)(?P<as>总值|总额|额|值|量|规模)?$")
_FLOWS = frozenset(("出口", "进口", "进出口值", "进出口额", "出口额", "进口额", "出口值", "进口值", "出口量", "进口量"))
_TRADERS = re.compile("(?P<who>.*(?:企业|主体))(?:数量?|家数|户数)$")
_LOSSES, _GAINS = frozenset(("亏损", "净亏损", "亏损额")), frozenset(("盈利", "溢利", "净利润", "利润"))


def completed(name: str, context: Context) -> str:
    """The name with what the figure before tells of it."""
    return profit_of(flow_of(name, context), context.indicator)


def flow_of(name: str, context: Context) -> str:
    """出口 after 服务进出口总额, 进出口值 after 民营企业数量: what is traded, or by whom."""
    if name not in _FLOWS or context.head_sentence != context.sentence:
        return name
    if traders := _TRADERS.match(context.indicator):
        return traders["who"] + name
    flow = _FLOW.match(context.indicator)
    if not flow or not flow["of"]:
        return name
    return flow["of"] + name + ((flow["as"] or "") if name in ("出口", "进口") else "")


def profit_of(name: str, indicator: str) -> str:
    """亏损 after 股东应占净利润 is of the same owners: 股东应占净亏损."""
    head = indicators.head_of(indicator)
    if name not in _LOSSES | _GAINS or head not in _LOSSES | _GAINS or head == indicator:
        return name
    if (name in _LOSSES) == (head in _LOSSES):
        return indicator
    return indicators.modifier_of(indicator) + ("净" + name if head == "净利润" and name == "亏损" else name)
