"""Lists: several numbers after several things, units shared at the end, members that hold 、 and 和 themselves."""

from __future__ import annotations

import re
from itertools import combinations

_SEPARATOR = re.compile("、|以及|及其(?!他)|和|与|及(?!其他)|，")
_STRONG = "、，"
_JOIN = re.compile(r"^ ?(?:、|，|和|与|及|以及|:|;|；|,|/) ?$")
_RANGE = re.compile(r"^(?:-|—+|~|至|到)$")


def joins(gap: str) -> bool:
    """Whether only a list separator stands between two numbers."""
    return bool(_JOIN.match(gap))


def is_range(gap: str) -> bool:
    """Whether two numbers are the ends of a range."""
    return bool(_RANGE.match(gap))


def split_members(phrase: str, count: int) -> list[str] | None:
    """The phrase as exactly `count` members; None when it cannot be read so.

    A comma-like sign parts more strongly than 和, and the last 和 more strongly than an earlier one.
    """
    cuts = [match for match in _SEPARATOR.finditer(phrase) if match.start() > 0 and match.end() < len(phrase)]
    if len(cuts) < count - 1 or count < 2:
        return None
    strong = [cut for cut in cuts if cut[0] in _STRONG]
    weak = [cut for cut in cuts if cut[0] not in _STRONG]
    loose = [cut for cut in cuts if cut[0] in ("，", "以及")]
    choices = [
        *([loose] if any(cut[0] == "，" for cut in cuts) else []),
        strong,
        [*strong, *weak[-1:]],
        weak,
        [*strong, *weak],
        [cut for cut in cuts if cut[0] == "，"],
    ]
    for chosen in choices:
        if len(chosen) == count - 1:
            return _cut(phrase, chosen)
    commas = [cut for cut in cuts if cut[0] == "，"]
    if commas and len(commas) + len(weak[-1:]) == count - 1:
        return _cut(phrase, [*commas, *weak[-1:]])
    if len(cuts) > 12:
        return None
    best = min(combinations(cuts, count - 1), key=lambda chosen: _awkwardness(phrase, chosen))
    return _cut(phrase, list(best))


def any_members(phrase: str) -> list[str]:
    """A list of unknown length, parted at every 、 and at the last 和."""
    if not _SEPARATOR.search(phrase, 1):
        return [phrase]
    cuts = [match for match in _SEPARATOR.finditer(phrase) if match.start() > 0 and match.end() < len(phrase)]
    if not cuts:
        return [phrase]
    strong = [cut for cut in cuts if cut[0] in _STRONG]
    weak = [cut for cut in cuts if cut[0] not in _STRONG]
    last = [cut for cut in weak[-1:] if not strong or cut.start() > strong[-1].start()]
    after_rate = [cut for cut in weak if phrase[: cut.start()].endswith("率") and cut not in last]  # 甲率和乙、丙率
    chosen = [*strong, *after_rate, *last]
    return _cut(phrase, chosen) if chosen else [phrase]


def _cut(phrase: str, cuts: list[re.Match[str]]) -> list[str]:
    members: list[str] = []
    position = 0
    for cut in sorted(cuts, key=lambda cut: cut.start()):
        members.append(phrase[position : cut.start()])
        position = cut.end()
    return [*members, phrase[position:]]


def _awkwardness(phrase: str, cuts: tuple[re.Match[str], ...]) -> tuple[int, int]:
    """Members that end like the name of a trade read well; very uneven members do not."""
    members = _cut(phrase, list(cuts))
    odd = sum(1 for member in members[:-1] if not member.endswith(("业", "服务", "制造", "品", "类", "区", "市")))
    return odd, max(map(len, members)) - min(map(len, members))
