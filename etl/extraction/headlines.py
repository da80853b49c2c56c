"""A headline that names no period is about the one that the text under it gives the same figure."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extraction.draft import Draft
from etl.extraction.numbers import units
from etl.extraction.text.items import Item

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
