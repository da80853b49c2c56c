"""An observation in the making, in coordinates of the normalised text."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.extraction.lexer import Number
from etl.extraction.periods.calendar import Period
from etl.extraction.subjects.subject import Subject


@dataclass(slots=True)
class Draft:
    """One claim about one number; `doubts` are what its confidence is lowered for."""

    number: Number
    indicator: str
    measure: str
    rule: str
    of: str | None = None
    subject: Subject | None = None
    period: Period | None = None
    period_source: tuple[int, int] | None = None
    period_basis: str = "published"
    compared_with: str | None = None
    falls: bool = False
    qualifier: str = "exact"
    modality: str = "fact"
    unit: str | None = None
    doubts: list[str] = field(default_factory=list)
