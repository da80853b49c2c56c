"""How sure an observation is: full marks less what each doubt has cost on annotated articles.

The weights are rounded shares of right facts among those with the doubt, over those without it, fitted together;
docs/explanation/extraction.md has the table that they were checked with.
"""

from __future__ import annotations

import re
from functools import lru_cache

from etl.extraction.draft import Draft

_SURE = 0.98
_RULES = {
    "bare_percent": 0.7,
    "bracket": 0.75,
    "restated": 0.75,
    "gave": 0.8,
    "rank_bare": 0.7,
    "rank_change": 0.8,
    "ranked_share": 0.8,
    "growth_after": 0.85,
    "pull": 0.9,
    "level": 0.94,
    "contribution": 0.94,
    "level_change": 0.95,
    "level_increase": 0.96,
    "share_of_noun": 0.96,
}
_MEASURES = {
    "count": 0.75,
    "rank": 0.9,
    "other": 0.92,
    "growth_avg": 0.92,
    "contribution_pp": 0.92,
    "contribution_rate": 0.94,
    "ratio": 0.97,
}
_UNKNOWN = 0.8  # a name that the vocabulary does not hold
_LONG, _VERY_LONG = 14, 20
_ODD = re.compile("[的了被把让着，]")


def confidence(draft: Draft, *, known: bool) -> float:
    """Between 0 and 1: the share of facts like this one that are right in every field."""
    name = draft.indicator
    length, odd = min(len(name), _VERY_LONG + 1), _ODD.search(name) is not None
    return _less(draft.rule, draft.measure, length, known=known, odd=odd, placed=draft.subject is not None)


@lru_cache(maxsize=4096)
def _less(rule: str, measure: str, length: int, *, known: bool, odd: bool, placed: bool) -> float:
    """Full marks less what each doubt costs."""
    sure = _SURE * _RULES.get(rule, 1.0) * _MEASURES.get(measure, 1.0)
    if not known:
        sure *= _UNKNOWN
    if length < 3 and not known:
        sure *= 0.6 if length else 0.3
    if length > _LONG:
        sure *= 0.95
    if length > _VERY_LONG:
        sure *= 0.9
    if odd:
        sure *= 0.94
    if not placed:
        sure *= 0.8
    return round(sure, 2)
