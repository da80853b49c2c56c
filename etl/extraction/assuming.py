"""Which period a claim is about where nothing near it says so: what the text is about, or its publication."""

from __future__ import annotations

import re

from etl.extraction.context import Context, InForce
from etl.extraction.draft import Draft
from etl.extraction.numbers.units import CLASSIFIERS
from etl.extraction.periods.calendar import Period, Published
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.text.genre import Genre

STANDS_NOW = re.compile("(?:已|现)(?:有|建成|形成|拥有|发展|入驻|培育|建|达)|^有|拥有")
_STANDING = re.compile("累计|每年|可满足|相当于|等效|单机")
_GRANTS = re.compile("奖励|奖补|补[贴助]|贴息|资助|利率")  # what a plan grants, from the day it is published
FLOWS = re.compile(  # what happens in a time, of which there is none on a day (年产量: in any year)
    "(?:(?:产|销|销售|交付|出货|成交|发电|用电|货运|客运|吞吐|订单|寄递|业务|放映)量"
    "|(?:零售|销售|成交|交易|进出口|出口|进口)总?额|进出口|出口|进口|(?:营业)?收入|营收|利润|票房)$"
)
_TURNED = re.compile("(?:增长|下降|上涨|上升|回落|回升)$")  # 11类增长，8类下降
BALANCES = re.compile("(?:余额|保有量)$")
_CHANGING = ("growth", "completed")
_SHORT = ("month", "quarter")
PARTS_OF_YEAR = (*_SHORT, "half", "cumulated")


def assume(draft: Draft, predicate: Predicate, context: Context, words: str) -> None:
    """Nothing said: what the document is about, last year's results early in a year, or the publication date."""
    if context.last_period is not None:
        draft.period = context.last_period.period
        draft.period_basis = "carried"
        if context.last_period.start is not None and context.last_period.end is not None:
            draft.period_source = (context.last_period.start, context.last_period.end)
        return
    document, published, genre = context.document_period, context.published, context.genre
    if context.last_published and not (document and draft.rule in _CHANGING):
        return
    if context.cut_off and BALANCES.search(draft.indicator) and genre.statistical:
        document = context.cut_off  # 从存款结构看，住户存款余额…, after 3月末…
    standing = document is not context.cut_off and _is_standing(draft, predicate, context, words)
    if document and not (standing and published and (published.day or draft.unit in CLASSIFIERS)):
        draft.period = document.period
        draft.period_basis = "carried"
        if document.start is not None and document.end is not None:
            draft.period_source = (document.start, document.end)
    elif context.horizon and published and _only_plans(context, published, words):
        draft.period, draft.modality, draft.period_basis = context.horizon.period, "target", "carried"
        if context.horizon.start is not None and context.horizon.end is not None:
            draft.period_source = (context.horizon.start, context.horizon.end)
    elif published and context.regional and genre.planned:
        draft.period = Period(str(published.year), published.year, "year")
        draft.modality = "target"
    elif (
        published
        and published.month
        and (
            (published.month <= 3 and (context.regional or genre.looks_back)) or (published.month <= 2 and genre.annual)
        )
        and not (context.today or genre.festive or genre.planned or (not context.regional and genre.quoted))
        and context.years.get(published.year, 0) <= context.years.get(published.year - 1, 0)
    ):
        spanning = genre.spanning and context.regional and not predicate.yearly
        draft.period = _years_behind(published.year - 1, spanning=spanning)
    else:
        context.last_published = True


def _only_plans(context: Context, published: Published, words: str) -> bool:
    """Whether all that the text has dated so far is to come, so that what it goes on to list is planned as well."""
    if context.today or not context.years or min(context.years) <= published.year:
        return False
    if STANDS_NOW.search(words) or _GRANTS.search(words):
        return False
    return context.genre.aims or context.genre.planned


def _years_behind(year: int, *, spanning: bool) -> Period:
    """The year that a report early in the next one is about, or the five years of the plan that ended with it."""
    if spanning and year % 5 == 0:
        return Period(f"{year - 4}/{year}", year, "span", behind=True)
    return Period(str(year), year, "year")


def _is_standing(draft: Draft, predicate: Predicate, context: Context, words: str) -> bool:
    """Whether a figure without a period tells how things stand, whatever period the document is about."""
    document, published, genre = context.document_period, context.published, context.genre
    if context.announced:
        return False
    if document and "年" not in words and FLOWS.search(draft.indicator) and not _STANDING.search(words):
        return False
    late = published is not None and (published.month or 0) > 3
    earlier = document is not None and published is not None and document.period.year < published.year
    if document and _TURNED.search(words):
        return False
    if document and draft.rule in _CHANGING and document.period.kind in PARTS_OF_YEAR and not context.today:
        return False
    if context.today or (not (earlier and not late) and genre.reported):
        return True
    if draft.unit in CLASSIFIERS and late and not ((earlier or _is_of_part(document, genre)) and genre.statistical):
        return True
    if context.lead_strong and draft.unit and "元" in draft.unit:
        return False
    return bool(_STANDING.search(words)) or (predicate.measure in ("level", "rank") and not genre.statistical)


def _is_of_part(document: InForce | None, genre: Genre) -> bool:
    """Whether a text is about a month or a quarter, or official statistics about any part of a year."""
    if document is None:
        return False
    kind = document.period.kind
    return kind in _SHORT or (kind in PARTS_OF_YEAR and genre.official)
