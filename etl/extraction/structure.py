"""What three figures with colons between them tell of the three industries: 三次产业结构为6:38:56."""

from __future__ import annotations

from etl.extraction.numbers import units
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.reading import Reading

INDUSTRIES = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
_WHOLE = (99, 101)  # what shares add up to, rounded


def of_industries(reading: Reading, predicate: Predicate) -> Predicate | None:
    """Their shares of the economy, of its growth, or the points that they gave to it; None for other proportions."""
    if len(reading.group) != len(INDUSTRIES):
        return None
    if "拉动" in reading.gap and reading.number.unit == units.POINT:
        return predicate._replace(measure="contribution_pp", rule="structure", of="地区生产总值")
    if not _WHOLE[0] <= sum(number.value for number in reading.group) <= _WHOLE[1]:
        return None
    measure = "contribution_rate" if "贡献率" in reading.gap else "share"
    rule = "structure_from" if reading.gap.endswith(("由", "从")) else "structure"
    return predicate._replace(measure=measure, rule=rule, of="地区生产总值")


def unit_of(told: Predicate) -> str:
    """Points for what was given to growth, per cent for the rest, which is mostly written without a sign."""
    return units.POINT if told.measure == "contribution_pp" else units.PERCENT
