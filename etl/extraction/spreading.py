"""What the drafts of one group of numbers share out among them: the ends of a range, several periods."""

from __future__ import annotations

import itertools
import re

from etl.extraction.dating import ReadPeriod
from etl.extraction.draft import Draft
from etl.extraction.periods.calendar import Period


def mark_ends(drafts: list[Draft]) -> None:
    """The smaller number of a range is its lower bound, whichever is written first."""
    low = min(drafts, key=lambda draft: draft.number.value)
    for draft in drafts:
        draft.qualifier = "at_least" if draft is low else "at_most"


def each_period(drafts: list[Draft], periods: list[ReadPeriod], clause_start: int, *, gap_says_each: bool) -> None:
    """2020年、2021年分别增长…: as many periods as numbers of one indicator, in its clause or listed before it."""
    if len(drafts) < 2:
        return
    first = drafts[0].number.start
    told = [found for found in periods if found.period and not found.compared and found.token.end <= first]
    if len({draft.indicator for draft in drafts}) > 1 and not (gap_says_each and _listed(told)):
        return
    span = re.fullmatch(r"(\d{4})/(\d{4})", drafts[0].period.text) if drafts[0].period else None
    if span and int(span[2]) - int(span[1]) + 1 == len(drafts) and gap_says_each:
        for year, draft in enumerate(drafts, int(span[1])):
            draft.period = Period(str(year), year, "year")
            draft.measure = "growth_yoy" if draft.measure == "other" else draft.measure
        return
    apart = bool(told) and told[0].token.start < clause_start
    if apart and not (_listed(told) and len({draft.subject and draft.subject.name for draft in drafts}) == 1):
        return
    if len(told) == len(drafts):
        for draft, found in zip(drafts, told, strict=True):
            draft.period = found.period
            draft.period_source = (found.token.start, found.token.end)


def _listed(told: list[ReadPeriod]) -> bool:
    """2021及2022年: whether the periods are the members of one list."""
    return len(told) > 1 and all(b.token.start - a.token.end == 1 for a, b in itertools.pairwise(told))
