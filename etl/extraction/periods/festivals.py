"""The days of the festivals and holidays that figures are told of: 除夕, 春节假期, “五一”假期, 国庆黄金周."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from chinese_calendar import Holiday, holidays, is_holiday

from etl.extraction.language.words import words
from etl.extraction.numbers.numerals import parse_chinese

_DAYS = "(?:[2-9二三四五六七八两]天|[2-9]日)"
_HOLIDAY = "(?:元旦|春节|清明|五一|劳动|端午|中秋、?国庆|国庆、?中秋|中秋|国庆)"
FESTIVAL = (
    "除夕(?:夜|当[天日])?"
    f"|“?{_HOLIDAY}”?节?{_DAYS}?(?:小?长假|假期|假日|黄金周|期间)(?:期间)?"
    f"(?:{_DAYS}|首日|前{_DAYS}|第[一二三四五六七八1-8][天日])?(?!刚过|已过|[前后]|临近|将[至近]|等?(?:因素|效应|错位|错月|调休)|的?影响)"
)
_NAMED = re.compile("除夕|国庆|元旦|春节|清明|五一|劳动|端午|中秋")
_PART = re.compile("(?P<first>首日)|前(?P<until>[2-9二三四五六七八两])[天日]|第(?P<nth>[一二三四五六七八1-8])[天日]")
_DECEMBER = 12
_FIRST_YEAR = 2000
_NEW_YEAR = words(  # the first day of the lunar year, from 2000 on; the day before it is its eve
    "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 "
    "0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208"
)
_EVE = "除夕"
_HOLIDAYS = {
    "元旦": Holiday.new_years_day,
    "春节": Holiday.spring_festival,
    "清明": Holiday.tomb_sweeping_day,
    "五一": Holiday.labour_day,
    "端午": Holiday.dragon_boat_festival,
    "中秋": Holiday.mid_autumn_festival,
    "国庆": Holiday.national_day,
}
_DAY = timedelta(days=1)


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


@cache
def _days(name: str, year: int) -> tuple[date, date] | None:
    """The days off that hold a festival, as the State Council set them; the eve of the lunar year is a day."""
    if name == _EVE:
        eve = _eve(year)
        return (eve, eve) if eve else None
    named = [day for day, holiday in holidays.items() if holiday == _HOLIDAYS[name].value and _belongs(day, name, year)]
    if not named:
        return _days("国庆", year) if name == "中秋" else None  # in 2020 they fell on the same day
    first = last = min(named)
    while _is_off(first - _DAY):
        first -= _DAY
    while _is_off(last + _DAY):
        last += _DAY
    return first, last


def _belongs(day: date, name: str, year: int) -> bool:
    """Whether a day off is of the festival of a year: the one that begins in December is of the New Year after it."""
    return day.year == year and (name != "元旦" or day.month != _DECEMBER)


def _is_off(day: date) -> bool:
    try:
        return bool(is_holiday(day))
    except NotImplementedError:  # a year that the calendar does not reach
        return False


def _eve(year: int) -> date | None:
    index = year - _FIRST_YEAR
    if not 0 <= index < len(_NEW_YEAR):
        return None
    return date(year, int(_NEW_YEAR[index][:2]), int(_NEW_YEAR[index][2:])) - _DAY
