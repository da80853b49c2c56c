"""The days of the festivals and holidays that figures are told of: 除夕, 春节假期, “五一”假期, 国庆黄金周."""

from __future__ import annotations

import re
from datetime import date, timedelta

from etl.extraction.language.words import words
from etl.extraction.numbers.numerals import parse_chinese

_DAYS = "(?:[2-9二三四五六七八两]天|[2-9]日)"
_HOLIDAY = "(?:元旦|春节|清明|五一|劳动|端午|中秋、?国庆|国庆、?中秋|中秋|国庆)"
FESTIVAL = (
    "除夕(?:夜|当[天日])?"
    f"|“?{_HOLIDAY}”?节?{_DAYS}?(?:小?长假|假期|假日|黄金周|期间)(?:期间)?"
    f"(?:{_DAYS}|首日|前{_DAYS}|第[一二三四五六七八1-8][天日])?(?!刚过|已过|[前后]|临近|将[至近])"
)
_NAMED = re.compile("除夕|国庆|元旦|春节|清明|五一|劳动|端午|中秋")
_PART = re.compile("(?P<first>首日)|前(?P<until>[2-9二三四五六七八两])[天日]|第(?P<nth>[一二三四五六七八1-8])[天日]")
_FIRST_YEAR, _DECEMBER = 2000, 12
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
_SHORT = {  # those that move, from 2014 on: the first day and how many there are; none where it is of another one
    "元旦": words("0101-1 0101-3 0101-3 1231-3 1230-3 1230-3 0101-1 0101-3 0101-3 1231-3 1230-3 0101-1 0101-3"),
    "清明": words("0405-3 0404-3 0402-3 0402-3 0405-3 0405-3 0404-3 0403-3 0403-3 0405-1 0404-3 0404-3 0404-3"),
    "端午": words("0531-3 0620-3 0609-3 0528-3 0616-3 0607-3 0625-3 0612-3 0603-3 0622-3 0608-3 0531-3 0619-3"),
    "中秋": words("0906-3 0926-2 0915-3 1001-8 0922-3 0913-3 1001-8 0919-3 0910-3 0929-8 0915-3 1001-8 0925-3"),
}
_USUAL = {"春节": (-1, 7), "国庆": (0, 7), "五一": (0, 5)}
_KNOWN = range(2014, 2027)  # the years whose holidays were looked up


def name_of(text: str) -> str | None:
    """The festival that a period expression names."""
    named = _NAMED.search(text)
    if named is None:
        return None
    return "国庆" if "国庆" in text else named[0].replace("劳动", "五一")


def part_of(text: str) -> tuple[int, int]:
    """The days of a holiday that are meant, the first as 1: 假期首日, 假期前三天; (0, 0) for all."""
    part = _PART.search(text)
    if part is None:
        return 0, 0
    if part["until"]:
        return 1, _number(part["until"])
    nth = 1 if part["first"] else _number(part["nth"])
    return nth, nth


def days_of(name: str, year: int, part: tuple[int, int] = (0, 0)) -> tuple[date, date] | None:
    """The first and the last day of a festival in a year; None where the calendar here does not reach."""
    days = _days(name, year)
    if days is None or not part[0]:
        return days
    first = days[0] + timedelta(days=part[0] - 1)
    return first, min(days[1], days[0] + timedelta(days=part[1] - 1))


def years_off(name: str, year: int, month: int) -> int:
    """Which one a text of that month means: the coming New Year in December, last year's before it has begun."""
    if name == "元旦":
        return int(month == _DECEMBER)
    days = _days(name, year)
    return -1 if days and days[0].month > month else 0


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(parse_chinese(text) or 0)


def _days(name: str, year: int) -> tuple[date, date] | None:
    if name in _SHORT:
        if year not in _KNOWN:
            return None
        day, _, count = _SHORT[name][year - _KNOWN.start].partition("-")
        first = date(year - (name == "元旦" and day[0] == "1"), int(day[:2]), int(day[2:]))
        return first, first + timedelta(days=int(count) - 1)
    begins = _begin(name, year)
    if begins is None:
        return None
    if name not in _USUAL:
        return begins, begins
    if year not in _KNOWN:
        return None
    shift, days = _HOLIDAYS[name].get(year, _USUAL[name])
    first = begins + timedelta(days=shift)
    return first, first + timedelta(days=days - 1)


def _begin(name: str, year: int) -> date | None:
    if name in ("国庆", "五一"):
        return date(year, 10 if name == "国庆" else 5, 1)
    index = year - _FIRST_YEAR
    if not 0 <= index < len(_NEW_YEAR):
        return None
    new_year = date(year, int(_NEW_YEAR[index][:2]), int(_NEW_YEAR[index][2:]))
    return new_year - timedelta(days=name == "除夕")
