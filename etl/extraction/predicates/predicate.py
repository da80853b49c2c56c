"""How a number is said of what it measures."""

from __future__ import annotations

from typing import NamedTuple


class Predicate(NamedTuple):
    """How a number is predicated: the phrase before, the measure, and what the measure is relative to."""

    phrase: str
    measure: str
    rule: str
    of: str | None = None
    base: str | None = None  # what it is compared with, as written
    falls: bool = False
    average: bool = False
    chained: bool = False  # 环比
    yearly: bool = False  # 同比
    verb: str = ""
    change_of: str = ""  # growth | share | contribution_rate | "" for differences in points
    distributed: str = ""  # 分别 or 均
