"""Which figures of several years stand at the end of them: 十四五期间 tells what was built, and what there is now."""

from __future__ import annotations

import re

from etl.extraction.context import Context
from etl.extraction.draft import Draft
from etl.extraction.names.counts import STEPS
from etl.extraction.periods.calendar import Period
from etl.extraction.predicates.predicate import Predicate

_REACHES = re.compile("达|突破|超过|升至|增至")
_FLOW = re.compile("累计|新增|净增|完成|投资|投入|输送|引进|建成|获批")
_STOCK = re.compile("总量|规模(?!以上|化|工业|企业)|余额|存量|保有量|拥有量|总数|占比|比重|率$")
_TITLED = re.compile(
    "(?:国家|世界|全国|省|市)?级?(?:认定的?)?(?:标志性|骨干|龙头|领航|领军|专精特新|单项冠军|独角兽|瞪羚|高新技术|科技型|规上|规模以上|上市)"
    "|(?:国家|世界|省|市)级"
)
_DONE = re.compile("新|建成|引进|实施|完成|培育|认定|获|签约|开工|投产|举办|改造|增|创")
_BROUGHT_UP = re.compile("累计|培育|认定|引进|建成|获|新增")


def end_of_span(draft: Draft, predicate: Predicate, period: Period, context: Context, gap: str = "") -> None:
    """Give a draft of several years their last one where it tells of a stock, or of what was reached."""
    if draft.modality != "fact" and _is_flow_to_come(draft, period, context):
        return
    if draft.measure == "growth_avg":
        return  # 年均增速超过8%: over all the years
    if draft.indicator.removesuffix("数").endswith(STEPS):
        return  # 跨过3个万亿元台阶: one after the other
    reached = bool(_REACHES.search(predicate.verb + draft.number.text[:2])) and not _FLOW.search(draft.indicator)
    stock = (
        reached
        or (draft.measure.startswith("contribution") and bool(_REACHES.search(gap)))
        or _stands(draft, gap)
        or _stands_beside(draft, context, gap)
        or draft.measure in ("share", "ratio", "rank")
        or draft.rule == "arrival"
        or (
            draft.measure in ("level", "count")
            and bool(
                _STOCK.search(draft.indicator)
                or _STOCK.search(predicate.phrase)
                or (draft.measure == "level" and predicate.rule == "level_reached")
            )
        )
    )
    context.stands = stock
    if stock:
        draft.period = _at_end(period, context, fact=draft.modality == "fact")


def _stands(draft: Draft, gap: str) -> bool:
    """国家级领航企业18家: those who bear a title are as many as there are at the end."""
    return (
        draft.measure == "count"
        and draft.modality == "fact"
        and bool(_TITLED.match(draft.indicator))
        and not _BROUGHT_UP.search(gap)
    )


def _stands_beside(draft: Draft, context: Context, gap: str) -> bool:
    """领航企业18家、平台46家: what the list goes on with after one that stands at the end."""
    listed = context.stands and gap.startswith("、") and draft.measure == "count"
    return listed and not _DONE.search(gap + draft.indicator)


def _at_end(period: Period, context: Context, *, fact: bool) -> Period:
    """The last year of a span, or the day of publication where that year still runs."""
    published = context.published
    if published and period.year > published.year and fact:
        return Period(str(published), published.year, "day", True, "relative")
    if published and published.day and period.year == published.year and period.basis == "relative":
        return Period(str(published), period.year, "day", True, "relative")
    return Period(str(period.year), period.year, "year", False, period.basis)


def _is_flow_to_come(draft: Draft, period: Period, context: Context) -> bool:
    """未来两年将投入超20亿元: over all the years, whatever bound is stated."""
    if context.published is None or period.year <= context.published.year:
        return False
    return draft.measure in ("level", "count") and not _STOCK.search(draft.indicator)
