"""Lists of places: each with a figure of its own, or summed up by one count: 苏州、无锡等5市."""

from __future__ import annotations

import re

from etl.extraction.language import lexicon
from etl.extraction.language.forms import without_opening
from etl.extraction.lexer import Number
from etl.extraction.numbers import units
from etl.extraction.subjects.company_forms import (
    WORK,
)
from etl.extraction.subjects.finder import SubjectFinder
from etl.extraction.subjects.forms import (
    LEADING,
    SCOPE,
    SEVERAL_LISTED,
)
from etl.extraction.subjects.regions import parts_at
from etl.extraction.subjects.subject import Subject
from etl.vocabulary import Area

_MEMBERS = re.compile("、|和|与|及|以及")
_MAY_LIST = re.compile("[、和与及等]")
_CLAUSE = re.compile("[，；：]")
_RELATES = re.compile("[在对向由将把从]|来自")
_OTHERS = re.compile("(?P<list>[^，；：等]{2,40}?)等(?:地|省|省份|省区|城市|市|县|区)(?![0-9])")
_SOME = re.compile("(?P<list>[^，；：等]{2,30}、[^，；：等]{2,30}?)等(?![于级同值离候待分])")
_LOCAL = ("province", "prefecture", "county")
_REACH = 60  # characters before a count that a list takes at most


def leading(finder: SubjectFinder, text: str) -> tuple[list[Subject], str]:
    """The places a phrase opens with, when they are a list, and the rest of the phrase."""
    rest = without_opening(LEADING, text)
    places: list[Subject] = []
    while rest:
        if (scope := SCOPE.match(rest)) and (wider := finder.scope(scope[1])):
            places, rest = [*places, wider], rest[scope.end() :]
        elif place := finder.place_at(rest) or finder.places.county_at(rest):
            places, rest = [*places, finder.place(*place)], rest[len(place[0]) :]
        elif (parts := parts_at(rest))[0]:
            places, rest = [*places, *(Subject(part, "area") for part in parts[0])], rest[parts[1] :]
        elif several := SEVERAL_LISTED.match(rest):
            places, rest = [*places, Subject(several[0], "area")], rest[several.end() :]
        elif known := finder.companies.known(rest):
            places, rest = [*places, finder.companies.called(known)], rest[len(known) :]
        elif work := WORK.match(rest):
            places, rest = [*places, Subject(work["name"], "organisation")], rest[work.end() :]
        else:
            break
        if not rest or rest[0] not in "、和与及《":
            break
        rest = rest.lstrip("、和与及")
    return places, rest.removeprefix("的")


def whose(finder: SubjectFinder, gap: str, number: Number) -> Subject | None:
    """Of whom a figure is that sums up the places listed before it: 苏州、无锡等5市 is of their province."""
    if ("等" not in gap and number.unit not in units.CLASSIFIERS) or not _MAY_LIST.search(gap):
        return None
    members = _summed_up(gap, number) or _and_others(gap)
    if not members or _has_subject(finder, members[0]):
        return None
    first = finder.take(members[0])[0]
    areas = [area for member in members if (area := _area_in(finder, member))]
    if not areas and not first:
        return None
    of_others = first is not None and first.kind == "organisation"
    if len(areas) == 1 and not of_others and not any(_is_place(finder, member) for member in members):
        return None  # 苏州新能源、半导体等产业: what the place has
    if finder.regional or not areas:
        return finder.default
    common = _common(finder, areas)
    return Subject(common.name, "area") if common and common.level in _LOCAL else finder.default


def told_before(finder: SubjectFinder, ahead: str, count: int) -> list[Subject]:
    """As many places as there are figures, where the clause before ends with them: 其次是苏州、无锡，产值分别为…."""
    clause = _CLAUSE.split(ahead.strip("，；："))[-1]
    for at in range(len(clause) - 3):
        places, rest = leading(finder, clause[at:])
        if len(places) == count and not rest:
            return places
    return []


def after(phrase: str) -> str:
    """A phrase without the places that it opens with some of: 苏州、无锡等地降水量."""
    led = without_opening(LEADING, phrase)
    others = _OTHERS.match(led)
    return led[others.end() :].removeprefix("的") if others else phrase


def _summed_up(gap: str, number: Number) -> list[str]:
    """The members of the list that a count sums up: one that ends in 等, or has as many members as are counted."""
    if number.unit not in units.CLASSIFIERS or len(gap) > _REACH:
        return []
    some = gap.endswith("等")
    members = _MEMBERS.split(gap.removesuffix("等"))
    if not all(len(member) > 1 for member in members):
        return []
    return members if some or len(members) == number.value > 1 else []


def _and_others(gap: str) -> list[str]:
    """The places that a figure of all of them names some of: 苏州、无锡等地降水量."""
    others = _SOME.match(without_opening(LEADING, gap)) if "等" in gap else None
    if others is None:
        return []
    members = _MEMBERS.split(others["list"])
    return members if len(members) > 1 and all(len(member) > 1 for member in members) else []


def _has_subject(finder: SubjectFinder, member: str) -> bool:
    """Whether the first member of a list has words before it that say whose it is: 海州在绿湖, 集团调整绿湖."""
    subject, rest = finder.take(member)
    if _RELATES.search(member, 1):
        return True
    found = lexicon.words(rest) if subject else ()
    return bool(found) and found[0].tag.startswith("v")


def _area_in(finder: SubjectFinder, member: str) -> Area | None:
    """The area that a member of a list is, or is named after: 绿湖 in 新增绿湖, 绿湖茶."""
    for at in range(len(member) - 1):
        place = finder.place_at(member, at)
        if place and (at == 0 or member.endswith(place[0])):
            return place[1]
        counties = finder.vocabulary.counties_by_short_name.get(member[at : at + 2], ())
        if county := next((county for county in counties if county.short_name == member[at:]), None):
            return county
    return None


def _is_place(finder: SubjectFinder, member: str) -> bool:
    """Whether a member of a list ends with the name of a place, or is a subject without more words."""
    subject, rest = finder.take(member)
    if subject is not None:
        return not rest
    return any(place[0] == member[at:] for at in range(1, len(member) - 1) if (place := finder.place_at(member, at)))


def _common(finder: SubjectFinder, areas: list[Area]) -> Area | None:
    """The narrowest area that holds several."""
    known = finder.vocabulary.areas
    lines: list[list[Area]] = []
    for area in areas:
        line: list[Area] = []
        above = area if len(areas) > 1 else known.get(area.parent)
        while above is not None:
            line.insert(0, above)
            above = known.get(above.parent)
        lines.append(line)
    common: Area | None = None
    for level in zip(*lines, strict=False):
        if len({area.code for area in level}) > 1:
            break
        common = level[0]
    return common
