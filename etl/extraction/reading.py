"""One group of numbers in its clause, as the steps of binding see it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from etl.extraction.clauses import PERIOD_MARK, Clause, read
from etl.extraction.dating import ReadPeriod
from etl.extraction.lexer import Number
from etl.extraction.numbers import lists, units

_BASE = re.compile(f"(?P<name>[^，]{{2,14}}?)(?:与|同|和){PERIOD_MARK}[^，]{{0,14}}的$")
STATES = ("表示", "认为", "预计", "预期", "指出", "反映", "称", "透露", "相信", "希望")


def base_as_level(gap: str, after: str) -> tuple[str, str]:
    """常住人口与2010年普查的…人相比 says what it was in 2010: read as 常住人口在2010年为…."""
    based = _BASE.search(gap) if after.startswith("相比") else None
    return (f"{based['name']}在{PERIOD_MARK}为", after.removeprefix("相比")) if based else (gap, after)


def kind_of(number: Number) -> str:
    """Which way of predication the unit of a number calls for."""
    if number.kind == "rank":
        return "rank"
    if number.unit in ("%", "‰", "成", units.RATIO):
        return "percent"
    if number.unit in (units.POINT, "个基点"):
        return "points"
    if number.unit in ("倍", "番"):
        return "times"
    return "level"


@dataclass(slots=True)
class Reading:
    """Numbers that are read together, and the words around them."""

    clause: Clause
    words: str  # the clause as it is read, periods masked
    periods: list[ReadPeriod]
    group: list[Number]
    gap: str  # from the figure before, or the beginning of the clause
    after: str  # to the next figure, or the end of the clause
    beyond: str  # what follows the next group of figures
    ahead: str  # what the sentence says before the gap, since its last figure
    between: list[str]  # what stands between the numbers of the group
    owned: bool = False  # each number, or the one number, is of several subjects
    said: str = ""  # to the end of the clause, or of what is stated in the next one
    number: Number = field(init=False)  # the last of the group, which carries the unit
    kind: str = field(init=False)  # which way of predication the group calls for

    def __post_init__(self) -> None:
        """The last number decides how the group is read."""
        self.number = self.group[-1]
        self.kind = kind_of(self.number)

    @property
    def bounded(self) -> bool:
        """Whether the group is the two ends of a range."""
        return len(self.group) == 2 and lists.is_range(self.between[0])

    @property
    def proportion(self) -> bool:
        """Whether the group is of parts that are set against each other: 6:38:56."""
        return any(":" in sign for sign in self.between)


def between(masked: str, group: list[Number]) -> list[str]:
    """The words between neighbouring numbers."""
    return [read(masked, left.end, right.start) for left, right in itertools.pairwise(group)]
