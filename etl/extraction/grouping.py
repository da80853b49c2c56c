"""Numbers that stand together: lists, ranges, and units written once for all of them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from etl.extraction.clauses import read
from etl.extraction.lexer import Number, read_number
from etl.extraction.numbers import lists, units

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SCALE = re.compile(f"^{units.SCALE}")
OWN_VERB = re.compile("^(?:和|、|与|，)(?P<verb>增长|下降|上涨|下跌|上升|减少|增加|回落|提高)(?:了)?$")
_RELATIVE = frozenset(("%", "倍", "成"))


def group_numbers(masked: str, numbers: list[Number], start: int) -> list[list[Number]]:
    """The numbers of a clause that begins at `start` in groups, each read with one predicate."""
    if len(numbers) == 1:
        return [numbers]
    groups: list[list[Number]] = [[numbers[0]]]
    respective = "分别" in read(masked, start, numbers[0].start)
    for left, right in itertools.pairwise(numbers):
        gap = read(masked, left.end, right.start)
        joined = lists.joins(gap) or lists.is_range(gap) or (bool(OWN_VERB.match(gap)) and respective)
        mixed = respective and lists.joins(gap) and left.unit not in _RELATIVE and right.unit not in _RELATIVE
        if joined and (left.unit is None or left.unit in units.LARGE or _same_kind(left, right) or mixed):
            groups[-1].append(right)
        else:
            groups.append([right])
    return [_share_unit(group) for group in groups]


def _share_unit(group: list[Number]) -> list[Number]:
    """A unit written once at the end of a list belongs to all of it, and so does the evidence."""
    shared = list(group)
    for index in range(len(shared) - 2, -1, -1):
        number, following = shared[index], shared[index + 1]
        elided = number.unit is None or (number.unit == "个" and following.unit in (units.POINT, "个基点"))
        elided = elided or (number.unit in units.LARGE and following.unit not in (None, *units.LARGE))
        if elided and following.unit is not None:
            tail = _DIGITS.sub("", following.text[following.core_start - following.start :].lstrip("-"), count=1)
            written = number.text.removesuffix("个")
            if number.unit in units.LARGE:
                tail = _SCALE.sub("", tail)
            again = read_number(written + (tail if not following.elided_unit else following.unit))
            shared[index] = replace(
                number,
                value=again.value,
                unit=again.unit,
                step=again.step,
                quote_end=following.quote_end,
                elided_unit=True,
            )
    return shared


def _same_kind(left: Number, right: Number) -> bool:
    if left.kind != right.kind:
        return False
    if left.unit == right.unit or (left.unit == "个" and right.unit in (units.POINT, "个基点")):
        return True
    if left.unit in _RELATIVE and right.unit in _RELATIVE:
        return True
    return units.to_base(left.value, left.unit)[1] == units.to_base(right.value, right.unit)[1]
