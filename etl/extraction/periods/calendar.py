"""The publication date, and periods in the form of SDMX."""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple

_PARTS = ("month", "quarter", "half")


class Published(NamedTuple):
    """The publication date as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str | None) -> Published | None:
        """Read `2023`, `2023-07` or `2023-07-18`."""
        if not text:
            return None
        parts = [int(part) for part in text.split("-")]
        return cls(parts[0], *parts[1:3])

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    def __str__(self) -> str:
        year = f"{self.year:02d}" if self.month is None else f"{self.year:02d}-{self.month:02d}"
        return year if self.day is None else f"{year}-{self.day:02d}"

    @property
    def reporting_year(self) -> int:
        """The year that yearly results published now are about: the last one, early in a year."""
        return self.year - 1 if self.month is None or self.month <= 4 else self.year


class Period(NamedTuple):
    """A resolved period: its SDMX form, the year that later parts of a year belong to, and its nature."""

    text: str
    year: int
    kind: str
    until: bool = False
    basis: str = "stated"
    behind: bool = False  # the years of a plan or a look back: what changed in them began the year before
    stock: str | None = None  # what it is for a stock, where a flow is cumulated: 截至10月


def month_end(year: int, month: int) -> str:
    """The last day of a month."""
    return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}"


def is_to_come(period: Period, published: Published) -> bool:
    """Whether a period begins after the publication: 2027年, 6月底 in May."""
    if period.year != published.year or not published.month:
        return period.year > published.year
    month = last_month(period) if period.kind in ("month", "day") else None
    if period.kind == "quarter":
        month = 3 * int(period.text[-1]) - 2
    return month is not None and month > published.month


def same_as_months(period: Period) -> str:
    """A part of a year as months: 2023-Q1 as 2023-01/2023-03, 2023-S2 as 2023-07/2023-12."""
    last = last_month(period) or 12
    first = last - {"quarter": 2, "half": 5}.get(period.kind, last - 1)
    return f"{period.year}-{first:02d}/{period.year}-{last:02d}"


def last_month(period: Period | None) -> int | None:
    """The month in which a period ends; None where it does not say."""
    if period is None:
        return None
    if period.kind in ("quarter", "half"):
        return int(period.text[-1]) * (3 if period.kind == "quarter" else 6)
    if period.kind == "day":
        return int(period.text[5:7])
    return int(period.text[-2:]) if period.kind in ("month", "cumulated") else None


def since(begun: Period, published: Published | None) -> Period | None:
    """From when something began to the publication, in years, months or days as the beginning is told."""
    if published is None:
        return None
    first, _, _ = begun.text.partition("/")
    if begun.kind in ("quarter", "half"):
        first = same_as_months(begun)[:7]
    last = str(published)[: len(first)]
    if begun.kind == "year" and begun.year >= published.year:
        return begun
    kind = "cumulated" if begun.kind in _PARTS and begun.year == published.year else "span"
    return Period(f"{first}/{last}" if first < last else last, published.year, kind, False, "relative")
