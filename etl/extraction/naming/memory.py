"""What a group of figures leaves for the figures after it: what was measured, of what, in which unit."""

from __future__ import annotations

import re

from etl.extraction.context import Context
from etl.extraction.draft import Draft
from etl.extraction.language.forms import without_opening
from etl.extraction.names import indicators
from etl.extraction.names.counts import STEPS
from etl.extraction.numbers import units
from etl.extraction.predicates.predicate import Predicate

_WHICH_OF_THEM = re.compile("(?:位于|属于|来自)[^的]+的(?=..)")  # 位于小镇的项目: some of the projects


def remember(context: Context, drafts: list[Draft], kind: str, predicate: Predicate) -> None:
    """Keep what a group of figures measured for the elliptic clauses after it."""
    if not drafts:
        return
    last = drafts[-1]
    if last.indicator.removesuffix("数").endswith(STEPS):
        return
    if kind == "rank":
        context.indicator = context.indicator or last.indicator
        return
    name = last.indicator if predicate.measure != "change_pp" else context.indicator or last.indicator
    base = units.to_base(last.number.value, last.unit)[1] or ""
    context.previous, context.indicator = context.indicator, name
    context.of_place = last.subject is not None and last.subject.kind == "area"
    context.measure, context.of = last.measure, last.of
    context.indicator_units[name] = base
    head = indicators.head_of(name)
    if head and predicate.measure in ("level", "growth", "other"):
        context.head, context.head_sentence = head, context.sentence
    if not head and last.measure == "count":
        context.counted = without_opening(_WHICH_OF_THEM, name)
    if kind == "level":
        context.unit_indicators[base] = name
    names = [draft.indicator for draft in drafts]
    if kind != "points":
        context.recent.extend(names)
    if len(set(names)) > 1:
        context.members = [each.removesuffix("增速") for each in names]
