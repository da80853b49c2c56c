"""The days of the festivals and holidays that figures are told of: 除夕, 春节假期, “五一”假期, 国庆黄金周."""

from __future__ import annotations

import re
from datetime import date, timedelta

from etl.extraction.words import words

FESTIVAL = "除夕(?:夜|当[天日])?|“?(?:春节|五一|国庆)”?(?:小?长假|假期|黄金周|期间)(?:期间)?"
_NAMED = re.compile("除夕|春节|五一|国庆")
_FIRST_YEAR = 2000
_NEW_YEAR = words(  # the first day of the lunar year, from 2000 on
    "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 "
    "0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208"
)
_HOLIDAYS = {  # as the State Council set them, where they were not a week from the eve or the first day
    "春节": {2014: (0, 7), 2020: (-1, 10), 2024: (0, 8), 2025: (-1, 8), 2026: (-2, 9)},
    "国庆": {2017: (0, 8), 2020: (0, 8), 2023: (-2, 8), 2025: (0, 8)},
    "五一": {
        **{2014: (0, 3), 2015: (0, 3), 2016: (-1, 3), 2017: (-2, 3), 2018: (-2, 3)},
        **{2019: (0, 4), 2022: (-1, 5), 2023: (-2, 5)},
    },
}
_USUAL = {"春节": (-1, 7), "国庆": (0, 7), "五一": (0, 5)}
_KNOWN = range(2014, 2027)  # the years whose holidays were looked up


def name_of(text: str) -> str | None:
    """The festival that a period expression names."""
    named = _NAMED.search(text)
    return named[0] if named else None


def days_of(name: str, year: int) -> tuple[date, date] | None:
    """The first and the last day of a festival in a year; None where the calendar here does not reach."""
    begins = _begin(name, year)
    if begins is None:
        return None
    if name not in _USUAL:
        return begins, begins
    if year not in _KNOWN:
        return None
    shift, length = _HOLIDAYS[name].get(year, _USUAL[name])
    first = begins + timedelta(days=shift)
    return first, first + timedelta(days=length - 1)


def _begin(name: str, year: int) -> date | None:
    if name in ("国庆", "五一"):
        return date(year, 10 if name == "国庆" else 5, 1)
    index = year - _FIRST_YEAR
    if not 0 <= index < len(_NEW_YEAR):
        return None
    new_year = date(year, int(_NEW_YEAR[index][:2]), int(_NEW_YEAR[index][2:]))
    return new_year - timedelta(days=name == "除夕")
