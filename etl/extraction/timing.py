"""Which period a claim is about: the one in force at its number, stretched or chosen by what is claimed."""

from __future__ import annotations

import re

from etl.extraction.assuming import BALANCES, STANDS_NOW, assume
from etl.extraction.clauses import PERIOD_MARK
from etl.extraction.context import Context, InForce
from etl.extraction.dating import ReadPeriod
from etl.extraction.draft import Draft
from etl.extraction.ending import end_of_span
from etl.extraction.numbers.numerals import parse_chinese
from etl.extraction.numbers.units import CLASSIFIERS
from etl.extraction.periods.calendar import Period
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.reading import Reading

_DIRECTLY = re.compile(
    f"(?:(?:由|从|自|在|扭转){PERIOD_MARK}|(?:至|到){PERIOD_MARK}(?=的?$)|(?:与|同){PERIOD_MARK}[^，]{{0,16}}(?=的$)"
    f"|(?:超过|[高低快]于|较|比){PERIOD_MARK}(?=的?(?:每年|年均)))"
    "(?:的|同期|同期的|每[日天周月年]|年均|为|是|达|末|末的|下降|上涨"
    "|增长|的下降|的上涨|的增长)*$"
)
_SAME_DIRECTLY = re.compile(
    f"^(?:，|而|其中)*{PERIOD_MARK}(?:则|仅|只|约|的)*(?:(?:为|是|有|实现|录得|达到?)[^，增减升降长]{{0,6}}"
    "|(?:盈利|亏损|溢利|净利润?|净亏损|营业收入|营收|收入|业绩)[^，增减升降长]{0,6})?$"
)
_OVER_TIME = re.compile("现金流量净额$|^(?:营业总?收入|营收|净利润|利润总额)$")  # flows, which no cut-off has
_NEARBY = 14  # characters from a year to the figure that it is said of
_HELD = re.compile("(?:稳定|保持|维持)在[^，]{0,6}$")
_OF_A_BALANCE = ("level", "growth_yoy", "change_pp")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_SO_MANY_YEARS = re.compile(r"([两三四五六七八九十]|\d+)年")
_YEARS = re.compile("[两三四五六七八九十\\d]年")


def at_number(draft: Draft, periods: list[ReadPeriod], gap: str, context: Context) -> InForce | None:
    """The last period before the number in its clause, else what is carried.

    A base of comparison counts only where it stands directly before the number: 由2020年的11.5%提升至 ….
    """
    if not periods:
        return context.in_force
    before = [found for found in periods if found.period and found.token.start < draft.number.start]
    if (
        before
        and before[-1].compared
        and draft.rule != "recovered"
        and (draft.rule == "compared_value" or _DIRECTLY.search(gap))
    ):
        last = before[-1]
        assert last.period is not None
        return InForce(last.period, last.token.start, last.token.end, direct=True)
    if before and before[-1].spec.same and before[-1].period and _SAME_DIRECTLY.search(gap):
        return InForce(before[-1].period, before[-1].token.start, before[-1].token.end)
    for found in reversed(before):
        if not found.compared and found.period:
            return InForce(found.period, found.token.start, found.token.end)
    return context.in_force


def assign(
    draft: Draft, force: InForce | None, inside: bool, predicate: Predicate, context: Context, words: str
) -> None:
    """Give the draft its period with the characters and the kind of knowledge it rests on."""
    if force is None and predicate.average:
        force = context.over  # 过去十年，装机增长8倍，年均增长25%
    earlier = force is not None and force.start is not None and force.start < context.sentence_start
    if earlier and force is not None and _is_told_as_it_stands(draft, force.period, context, words):
        context.today = True
    if force is None or (context.today and earlier and predicate.measure == "level"):
        assume(draft, predicate, context, words)
        return
    draft.period = force.period
    if force.start is not None and force.end is not None:
        draft.period_source = (force.start, force.end)
    if force.period.basis == "relative":
        draft.period_basis = "relative"
    else:
        draft.period_basis = "stated" if inside else "carried"


def _is_told_as_it_stands(draft: Draft, period: Period, context: Context, words: str) -> bool:
    """已建成冷库78座 in a feature that told of last year before: how many there are now."""
    published, genre = context.published, context.genre
    if published is None or period.kind != "year" or period.year >= published.year or (published.month or 0) <= 3:
        return False
    if draft.unit not in CLASSIFIERS or not STANDS_NOW.search(words):
        return False
    return not (genre.statistical or genre.looks_back or genre.reported or genre.planned)


def refine(draft: Draft, predicate: Predicate, reading: Reading, context: Context, force: InForce | None) -> None:
    """Averages and growth since long ago are about all the years; a stock at the end of a span is about its end."""
    period, published = draft.period, context.published
    based = [context.base_year or 0, *(_base_years(draft, reading.periods) if predicate.base else ())]
    if period is None and published and 0 < based[-1] < published.year - 1:
        period = draft.period = Period(str(published.year), published.year, "year")
    if period is None:
        return
    told = context.document_period.period if context.document_period else None
    if told and told.kind != "day" and period.kind == "day" and period.until and _OVER_TIME.search(draft.indicator):
        draft.period = period = told  # 截至报告期末…；现金流量净额…
    if draft.modality == "target" and period.kind == "day" and period.text.endswith("-12-31"):
        draft.period = period = Period(str(period.year), period.year, "year", True, period.basis)  # 力争到年底建成
    if draft.rule.endswith(("_from", "arrival")) and not (force and force.direct):
        _along_the_way(draft, predicate, period, context)
    elif (cut_off := context.cut_off) and period.kind == "cumulated" and _is_balance(draft, period, cut_off.period):
        draft.period = period = cut_off.period  # 9月末贷款余额…，前三季度增加…；其中，小微贷款余额…
    elif period.stock and draft.unit in CLASSIFIERS and draft.measure == "count":
        draft.period = Period(period.stock, period.year, "day", True, period.basis)
    elif draft.measure == "growth_yoy" and period.kind == "year" and _YEARS.search(predicate.verb):
        draft.measure = "other"
        _average(draft, predicate, period)
    elif draft.measure == "growth_avg" and period.kind != "span":
        _average(draft, predicate, period)
    elif (
        (predicate.base or (context.base_year and predicate.rule in ("growth", "level_increase", "level_change")))
        and (draft.measure in ("growth_yoy", "other") or context.base_year)
        and (period.kind in ("year", "span") or (period.kind == "day" and context.announced))
        and not (period.until and draft.modality == "target")
    ):
        _cumulative(draft, reading.periods, period, context.base_year)
    elif period.kind == "span" and not _HELD.search(reading.gap):  # 稳定在65%以上: in all the years
        end_of_span(draft, predicate, period, context, reading.gap)


def _is_balance(draft: Draft, period: Period, cut_off: Period) -> bool:
    """Whether a claim is of how much there was on the day that the text told of last."""
    same = cut_off.year == period.year and draft.measure in _OF_A_BALANCE
    return same and BALANCES.search(draft.indicator) is not None


def _average(draft: Draft, predicate: Predicate, period: Period) -> None:
    years = _SO_MANY_YEARS.search(predicate.verb)
    told, begun = draft.period_source, (period.year - 1) // 5 * 5 + 1
    near = told is not None and 0 <= draft.number.start - told[1] <= _NEARBY
    so_far = period.year == begun + 4 or (period.kind == "year" and period.year > begun and not near)
    if not years and draft.measure == "growth_avg" and so_far:
        draft.period = Period(f"{begun}/{period.year}", period.year, "span", False, period.basis)
    elif not years and near:
        draft.measure = "growth_yoy"  # 2012年，经济年均7.8%的增速: of one year
    if not years:
        return  # an average over years that are not said: those of the five-year plan so far
    count = int(parse_chinese(years[1]) or 0) if not years[1].isdigit() else int(years[1])
    if count > 1:
        last = period.year
        draft.period = Period(f"{last - count + 1}/{last}", last, "span", False, period.basis)


def _cumulative(draft: Draft, periods: list[ReadPeriod], period: Period, base_year: int | None) -> None:
    earlier = [base_year] if base_year else []
    earlier += _base_years(draft, periods)
    if earlier and earlier[-1] < period.year - 1:
        if draft.measure != "growth_avg":
            draft.measure = "other"
        draft.period = Period(f"{earlier[-1] + 1}/{period.year}", period.year, "span", False, period.basis)


def _base_years(draft: Draft, periods: list[ReadPeriod]) -> list[int]:
    """The years before a figure that its clause compares with."""
    return [
        found.period.year
        for found in periods
        if found.compared and found.period and found.period.kind == "year" and found.token.start < draft.number.start
    ]


def _along_the_way(draft: Draft, predicate: Predicate, period: Period, context: Context) -> None:
    """五年来由…增至…: from before the five years to their end; in a sentence that says the years, between these."""
    leaving = draft.rule.endswith("_from")
    if context.stretch:
        year = context.stretch[0 if leaving else 1]
    elif leaving and period.kind == "span":
        year = int(period.text[:4]) - period.behind
    elif leaving and context.base_year:
        year = context.base_year
    elif period.kind == "span":
        return end_of_span(draft, predicate, period, context)
    else:
        return None
    draft.period = Period(str(year), year, "year", False, period.basis)
    return None


def came_from(draft: Draft, arrival: Draft) -> None:
    """由75.6%提升至76.5% in what tells of one year: the first was so the year before."""
    period = draft.period
    if period is not None and period == arrival.period and period.kind == "year":
        draft.period = period._replace(text=str(period.year - 1), year=period.year - 1)


def compared_with(draft: Draft, predicate: Predicate, periods: list[ReadPeriod]) -> str | None:
    """The base of a change: the period or the place it is compared with, stated or implied by 同比 and 环比."""
    if predicate.base:
        start = draft.number.start
        named = [found.period for found in periods if found.compared and found.period and found.token.start < start]
        if PERIOD_MARK in predicate.base and named:
            return named[-1].text
        return predicate.base.replace(PERIOD_MARK, "").strip("的") or None
    if draft.period is None or draft.measure not in ("growth_yoy", "growth_qoq", "change_pp", "other"):
        return None
    if draft.measure == "growth_yoy" or predicate.yearly:
        return _year_before(draft.period)
    return _step_before(draft.period) if draft.measure == "growth_qoq" else None


def follows_on(period: Period | None, compared: str | None) -> bool:
    """Whether a period is the month, or the quarter, right after the one it is compared with: 较上月增长."""
    if period is None or compared is None:
        return False
    if period.kind == "quarter":
        return compared == _step_before(period)
    now, then = _MONTH.match(period.text), _MONTH.match(compared)
    if now is None or then is None:
        return False
    return 12 * (int(now[1]) - int(then[1])) + int(now[2]) - int(then[2]) == 1


def _year_before(period: Period) -> str | None:
    if period.kind in ("span", "days"):
        return None
    return period.text.replace(str(period.year), str(period.year - 1))


def _step_before(period: Period) -> str | None:
    if period.kind == "month":
        month = int(period.text[5:7])
        return f"{period.year}-{month - 1:02d}" if month > 1 else f"{period.year - 1}-12"
    if period.kind == "quarter":
        quarter = int(period.text[-1])
        return f"{period.year}-Q{quarter - 1}" if quarter > 1 else f"{period.year - 1}-Q4"
    return None
