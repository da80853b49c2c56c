"""Counts named by what the words behind them say: how those fared, where they stand, where they came from."""

from __future__ import annotations

import re

from etl.extraction.context import Context
from etl.extraction.language import phrases
from etl.extraction.names import cleaning, nouns
from etl.extraction.names.counts import CAUSED, NEEDS, ORIGIN, SIZED, WORK

_STANDING = re.compile("由?(?P<said>(?:位于|属于|来自)?(?<=[由于自])[^，。；、的]{3,16})$")
_OFFERED = re.compile("(?:开展|提供|实施|组织)(?:了)?(?P<what>[^，。；、的]{4,20})(?=$|[，。；])")
_OF_THEM = re.compile("(?:中|其中)，?有?$|^有$")
_FARED = re.compile("(?:实现|保持)?(?P<said>[^，的、]{0,8}?(?:同比)?(?:正增长|增长|下降|上涨|回升|盈利|扭亏为盈))")
_FROM = re.compile("来自[^，]{0,14}$|共有$")


def told(gap: str, after: str, beyond: str, context: Context) -> str:
    """The name of a count whose words behind it say which are counted; empty where they only name them."""
    whole = context.whole or context.counted.removesuffix("数")
    return (
        _needed(gap, after) or _helped(gap, after) or _came_from(gap, after, beyond) or _some_of(whole, gap, after)
        or _offered(gap, after) or _sized(after)
    )  # fmt: skip


def _needed(gap: str, after: str) -> str:
    """满足4万户家庭用电需求: those whose need is met."""
    needs = NEEDS.match(after) if gap.endswith(("满足", "满足了")) else None
    return f"满足{needs['what']}的{needs['who'] or '人口'}" if needs else ""


def _helped(gap: str, after: str) -> str:
    """产业链带动30万人就业: those who found work by it."""
    helped = CAUSED.search(gap)
    work = WORK.match(after) if helped else None
    if not helped or not work:
        return ""
    by = cleaning.clean(gap[: helped.start()])
    return (by if phrases.theme(by) == by else "") + helped[0] + (work["who"] or "") + work["what"]


def _came_from(gap: str, after: str, beyond: str) -> str:
    """来自35个国家和地区的采购商: where those who came are from."""
    origin = ORIGIN.match(after + beyond if after.endswith("的") else after) if _FROM.search(gap) else None
    who = nouns.noun_after(origin["who"]) if origin else ""
    return f"{who}来源{origin['area']}" if origin and who else ""


def _some_of(whole: str, gap: str, after: str) -> str:
    """38个大类中有29个保持增长, 其中5个由三地共建, 7个位于小镇: some of those that were counted before."""
    if not whole:
        return ""
    among = bool(_OF_THEM.search(gap))
    if gap and not among:
        return ""
    said = (_FARED.fullmatch(after) if among else None) or _STANDING.match(after)
    return f"{said['said']}的{whole}" if said else ""


def _offered(gap: str, after: str) -> str:
    """面向9200万人次开展技能培训: what reached so many."""
    offered = _OFFERED.match(after) if gap.endswith(("面向", "为", "向")) else None
    return offered["what"] if offered else ""


def _sized(after: str) -> str:
    """10个超千亿元的集群: those of a size."""
    sized = SIZED.match(after)
    return sized[0] + nouns.noun_after(after[sized.end() :]) if sized else ""
