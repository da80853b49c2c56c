"""Numbers that stand together: lists, ranges, and units written once for all of them."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.extraction import lists, units
from etl.extraction.clauses import read
from etl.extraction.lexer import Number, read_number

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_RELATIVE = frozenset(("%", "倍", "成"))


def group_numbers(masked: str, numbers: list[Number]) -> list[list[Number]]:
    """The numbers of a clause in groups, each read with one predicate."""
    groups: list[list[Number]] = [[numbers[0]]]
    for left, right in zip(numbers, numbers[1:], strict=False):
        gap = read(masked, left.end, right.start)
        if (lists.joins(gap) or lists.is_range(gap)) and (left.unit is None or _same_kind(left, right)):
            groups[-1].append(right)
        else:
            groups.append([right])
    return [_share_unit(group) for group in groups]


def _share_unit(group: list[Number]) -> list[Number]:
    """A unit written once at the end of a list belongs to all of it, and so does the evidence."""
    shared = list(group)
    for index in range(len(shared) - 2, -1, -1):
        number, following = shared[index], shared[index + 1]
        elided = number.unit is None or number.unit == "个" and following.unit == units.POINT
        if elided and following.unit is not None:
            tail = _DIGITS.sub("", following.text[following.core_start - following.start :].lstrip("-"), count=1)
            again = read_number(number.text.removesuffix("个") + (tail if not following.elided_unit else following.unit))
            shared[index] = replace(
                number, value=again.value, unit=again.unit, step=again.step, quote_end=following.quote_end, elided_unit=True
            )
    return shared


def _same_kind(left: Number, right: Number) -> bool:
    if left.kind != right.kind:
        return False
    if left.unit == right.unit or left.unit == "个" and right.unit == units.POINT:
        return True
    if left.unit in _RELATIVE and right.unit in _RELATIVE:
        return True
    return units.to_base(left.value, left.unit)[1] == units.to_base(right.value, right.unit)[1]
