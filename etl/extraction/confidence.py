"""How sure an observation is: full marks less what each doubt has cost on annotated articles.

The weights are rounded shares of right facts among those with the doubt, over those without it;
docs/explanation/extraction.md has the table that they were checked with.
"""

from __future__ import annotations

import re

from etl.extraction.draft import Draft

_SURE = 0.98
_RULES = {
    "bare_percent": 0.6,
    "bracket": 0.75,
    "restated": 0.75,
    "gave": 0.6,
    "rank_bare": 0.4,
    "rank_change": 0.7,
    "growth_after": 0.75,
    "level_reached": 0.85,
    "level_change": 0.9,
    "arrival": 0.9,
    "growth_from": 0.9,
    "level_from": 0.93,
    "share_of_noun": 0.85,
    "pull": 0.9,
    "level": 0.96,
    "level_increase": 0.94,
    "rank": 0.9,
    "times": 0.9,
    "part_of": 0.9,
    "completed": 0.95,
}
_MEASURES = {"other": 0.85, "rank": 0.93, "count": 0.97, "growth_avg": 0.94}
_PERIODS = {"published": 0.86, "relative": 0.97, "carried": 1.0, "stated": 1.0}
_ODD = re.compile("[的了被把让着，]")


def confidence(draft: Draft, *, known: bool) -> float:
    """Between 0 and 1: the share of facts like this one that are right in every field."""
    name = draft.indicator
    sure = _SURE * _RULES.get(draft.rule, 1.0) * _MEASURES.get(draft.measure, 1.0) * _PERIODS[draft.period_basis]
    if not known:
        sure *= 0.94
    if len(name) < 3 and not known:
        sure *= 0.6 if name else 0.3
    if len(name) > 14:
        sure *= 0.92
    if _ODD.search(name):
        sure *= 0.85
    if draft.subject is None:
        sure *= 0.8
    elif draft.subject.kind == "organisation":
        sure *= 0.92
    return round(sure, 2)
