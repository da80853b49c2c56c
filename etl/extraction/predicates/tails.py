"""What stands between a predicate and its number: copulas, adverbs, words that share out."""

from __future__ import annotations

import re

from etl.extraction.language.forms import without_opening
from etl.extraction.predicates.forms import BEFORE_WHOLE, BEHIND_WHOLE, COPULA, EVEN, NOT_EVEN, TAIL

_ARRIVES = re.compile("[至到](?!达)")
_NOUN_TAIL = re.compile(
    "(?:新高|最高|最低|中高|不高|最多|众多|至少|不少|最少|更高|较高|较低|更多|跨越式增|新增|招商引增|年增|日增|起降|减)$"
)


def distribution(gap: str) -> str:
    """Whether 分别 or 均 shares the numbers out."""
    if "分别" in gap or "依次" in gap:
        return "分别"
    may_be = "均" in gap or "都" in gap or "双" in gap
    return "均" if may_be and EVEN.search(NOT_EVEN.sub("", gap)) else ""


def strip_copula(gap: str) -> tuple[str, str]:
    """The words before the copula, and the copula."""
    found = COPULA.search(gap)
    return (gap[: found.start()], found[0]) if found else (gap, "")


def is_change(copula: str) -> bool:
    """增长了 and 增长达 state a change; 增长到 and 提高至 state where it arrived."""
    return not _ARRIVES.search(copula.replace("达到", "达"))


def strip_tail(text: str) -> tuple[str, str]:
    """The words before the adverbs at the end, and the adverbs."""
    found = TAIL.search(text)
    return (text[: found.start()], found[0]) if found else (text, "")


def untail(text: str) -> str:
    """The words before the adverbs at the end."""
    return strip_tail(text)[0]


def is_noun_tail(core: str, verb: re.Match[str]) -> bool:
    """新高, 中低 and the like: the last character is part of a noun, not a verb."""
    return len(verb["verb"]) == 1 and bool(_NOUN_TAIL.search(core)) and not core.endswith(("年增", "加减"))


def bare(of: str) -> str:
    """A denominator without the words around it."""
    of = without_opening(BEFORE_WHOLE, of)
    behind = BEHIND_WHOLE.search(of)
    return of[: behind.start()] if behind else of
