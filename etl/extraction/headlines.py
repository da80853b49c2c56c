"""A headline or a lead that names no period is about the one that the text under it gives."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extraction.assuming import FLOWS, PARTS_OF_YEAR
from etl.extraction.draft import Draft
from etl.extraction.numbers import units
from etl.extraction.periods.calendar import Published, is_to_come
from etl.extraction.text.genre import Genre
from etl.extraction.text.items import Item

_LEAD = 6  # figures that a lead gives at most before the text says of when they are
_ROUNDED = 0.07  # 超150亿元 over 150.07亿元, 近五成 over 48.2%


def date_headlines(drafts: list[Draft], parts: list[Item]) -> None:
    """Date the figures of headlines by the figures under them that they repeat."""
    for part in parts:
        for draft in _undated(drafts, part):
            under = (other for other in drafts if part.headline_end <= other.number.start < part.end)
            repeated = next((other for other in under if _repeats(draft, other)), None)
            if repeated is not None:
                draft.period, draft.period_source = repeated.period, repeated.period_source
                draft.period_basis = "carried" if repeated.period_source else "published"


def date_leads(drafts: list[Draft], parts: list[tuple[Item, Genre]], published: Published | None) -> None:
    """全国光伏组件产量增长超过65%。硅片环节，1—6月…: what changed is of the period that is told first."""
    for part, genre in parts:
        under = [draft for draft in drafts if part.headline_end <= draft.number.start < part.end]
        dated = next((at for at, draft in enumerate(under) if draft.period), _LEAD + 1)
        if not 0 < dated <= _LEAD or genre.quoted or published is None:
            continue
        told = under[dated]
        if told.period is None or told.period.kind not in PARTS_OF_YEAR or is_to_come(told.period, published):
            continue
        for draft in under[:dated]:
            if draft.rule == "growth" or FLOWS.search(draft.indicator):
                draft.period, draft.period_source, draft.period_basis = told.period, told.period_source, "carried"


def _undated(drafts: list[Draft], part: Item) -> Iterator[Draft]:
    """The figures of a headline whose period no word of it says."""
    for draft in drafts:
        if part.start <= draft.number.start < part.headline_end:
            said = draft.period_source is not None and draft.period_source[0] < part.headline_end
            if not said:
                yield draft


def _repeats(draft: Draft, other: Draft) -> bool:
    value, unit = units.to_base(draft.number.value, draft.unit)
    again, same = units.to_base(other.number.value, other.unit)
    return unit == same and value != 0 and abs(float(again / value) - 1) < _ROUNDED
