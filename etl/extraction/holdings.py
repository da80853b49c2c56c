"""Shares of companies as things held, pledged or bought back: what was done with them is what is counted."""

from __future__ import annotations

import re

from etl.extraction.predicates.predicate import Predicate
from etl.extraction.reading import Reading

_ACT = "解除质押|解除冻结|质押|冻结|增持|减持|回购|购回|注销|转让|受让|认购|配售|增发|解禁|持有"
_HELD = "股份|股票|股权|基金单位|基金份额"
_HOW = "(?P<how>(?:累计|直接|间接|合计|计划|共|已|拟)*)"
_DONE = re.compile(
    f"{_HOW}(?P<act>{_ACT})(?:了)?"
    f"(?:(?P<whose>(?:所?持有?的)?(?:本|该|上市)?(?:公司|其)?(?:(?!状态)[^，的]){{0,8}}?)(?P<held>{_HELD}|股))?"
    "(?P<count>(?:的)?(?:数量|总数|数))?$"
)
_DONE_AFTER = re.compile(f"(?:的)?(?:份|股票|股份|股权)?(?:已)?(?:经)?(?:被|办理了?|完成|进行)*(?P<act>{_ACT})")
_IS_HELD = re.compile(f"(?:的)?(?:本|该)?(?:公司)?(?P<held>{_HELD})")
_OF_SHARES = re.compile(f"(?P<act>{_ACT})[^，]{{0,16}}(?:{_HELD})")
_SPENT = re.compile("(?:股份)?(?P<spent>涉资|耗资|成交(?:均|最高的?|最低的?)价)$")
_SPENDS = ("资", "价")
_HOLDING = re.compile("(?P<of>持股)(?:比例)?(?:为|达|约)*$")
_PARTS = re.compile("(?P<act>持有|增持|减持|回购|受让|转让|质押|认购)(?:了)?(?P<whose>(?:本|该|上市)?公司)?(?:的)?$")
_LEFT_OUT = re.compile("[共已了本该]|合计")
_WHOLE = "总股本"


def name(reading: Reading, phrase: str) -> str:
    """累计质押500万股, 500万股解除质押: the shares with what was done to them; empty for other things."""
    if reading.kind != "level":
        return ""
    after = _is_held(reading.after)
    if not (reading.number.unit == "股" or after):
        return ""
    done = _DONE.search(phrase)
    if done is None:
        passive = _DONE_AFTER.match(reading.after) if reading.number.unit == "股" else None
        return passive["act"] + "股份" if passive else ""
    if done["count"] and not done["held"]:
        return ""
    held = done["held"] or (after["held"] if after else "股份")
    held = "股份" if held == "股" else held
    return _written(done["how"]) + done["act"] + _written(done["whose"] or "") + held


def _is_held(after: str) -> re.Match[str] | None:
    return _IS_HELD.match(after) if "股" in after or "基金" in after else None


def _written(words: str) -> str:
    return _LEFT_OUT.sub("", words)


def share(gap: str, after: str) -> Predicate | None:
    """持股7.5%, 持有公司7.5%的股份, 回购1.3%股份: a share of the whole capital."""
    if _HOLDING.search(gap):
        return Predicate("持股比例", "share", "share_of", of=_WHOLE)
    held = _is_held(after)
    parts = _PARTS.search(gap) if held else None
    if parts is None or held is None:
        return None
    done = gap[: parts.start()][-2:]
    how = done if done in ("累计", "直接", "间接") else ""
    return Predicate(
        f"{how}{parts['act']}{_written(parts['whose'] or '')}{held['held']}", "share", "share_of", of=_WHOLE
    )


def spent(phrase: str, indicator: str) -> str:
    """耗资 and 成交均价 after shares that were bought back are of that: 回购耗资."""
    found = _SPENT.match(phrase) if phrase.endswith(_SPENDS) else None
    done = _OF_SHARES.search(indicator) if found else None
    return done["act"] + found["spent"] if found and done else phrase
