"""From what a period expression says to an SDMX time period, against the year in force and the publication date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from etl.extraction.periods import festivals
from etl.extraction.periods.calendar import Period, Published, last_month, month_end, since
from etl.extraction.periods.specs import PeriodSpec

_NOVEMBER = 11
_LATE = 7  # from this month on, the years to come (未来两年) begin with the next one


def resolve(spec: PeriodSpec, in_force: Period | None, published: Published | None) -> Period | None:
    """The period of a specification; None where it names none by itself (近年来) or nothing says which year."""
    if spec.kind in ("event", "vague"):
        return None
    if spec.kind == "now":
        return Period(str(published), published.year, "day", True, "relative") if published else None
    if spec.kind == "same":
        return in_force
    if spec.kind == "span" and spec.year:
        return Period(f"{spec.year}/{spec.last}", spec.last, "span")
    if spec.kind == "across":
        last = spec.shift or (published.year if published else None)
        first = spec.year or (last - 1 if last else None)
        return Period(f"{first}-{spec.first:02d}/{last}-{spec.last:02d}", last, "across") if first and last else None
    if spec.kind == "plan":
        if spec.first == spec.last:
            return Period(str(spec.last), spec.last, "year")
        if spec.since and published and published.year < spec.last:
            return since(_whole(spec.first), published)
        return Period(f"{spec.first}/{spec.last}", spec.last, "span", behind=True)
    if spec.kind in ("trailing", "trailing_months"):
        return _trailing(spec, in_force, published)
    if spec.kind == "since" and spec.year:
        if in_force and in_force.year > spec.year:
            return Period(f"{spec.year}/{in_force.year}", in_force.year, "span")
        return since(_whole(spec.year), published)
    if spec.kind in _BY_DAY:
        return _BY_DAY[spec.kind](spec, published)
    if spec.kind in ("new_year", "ago"):
        return _year_off(spec, published)
    if spec.kind == "near_quarter":
        return _near_quarter(spec, in_force, published)
    if spec.kind == "day" and not spec.first:
        return _day_alone(spec.last, published)
    year, basis = _year(spec, in_force, published)
    return None if year is None else _within(spec, year, basis, in_force, published)


def _year_off(spec: PeriodSpec, published: Published | None) -> Period | None:
    """新的一年: the one that is told of from November on; 十年前."""
    if published is None:
        return None
    year = published.year + (spec.shift if spec.shift is not None else (published.month or 1) >= _NOVEMBER)
    return Period(str(year), year, "year", False, "relative")


def _whole(year: int) -> Period:
    return Period(str(year), year, "year")


def _runs_on(period: Period) -> bool:
    """Whether years run to the publication, which is no year that a part of one would be of: 去年9月以来, 近五年."""
    return period.kind == "span" and period.basis == "relative"


def _year(spec: PeriodSpec, in_force: Period | None, published: Published | None) -> tuple[int | None, str]:
    if spec.year is not None:
        return spec.year, "stated"
    if spec.shift is not None and spec.kind not in ("month", "quarter"):
        if (spec.same or spec.inner) and in_force:
            return in_force.year + spec.shift, "relative"
        return (published.year + spec.shift if published else None), "relative"
    if spec.shift is not None and spec.first:
        return (published.year + spec.shift if published else None), "relative"
    if spec.kind == "day" and published and (spec.first, spec.last) == (published.month, published.day):
        return published.year, "relative"  # 截止到今天（3月8日）
    if in_force and in_force.kind not in ("now", "published") and not _runs_on(in_force):
        return in_force.year, "carried"
    if not published:
        return None, "relative"
    if spec.kind == "year":
        return published.reporting_year, "relative"
    ends = {
        "half": 6 * spec.first - 5,
        "quarter": 3 * spec.first - 2,
        "cumulated": spec.last,
        "days": spec.first // 100,
    }.get(spec.kind, spec.first)
    if spec.kind == "end" and spec.first == 12:
        return published.reporting_year, "relative"
    if published.month is None:
        return (published.year if ends <= 9 else published.year - 1), "relative"
    return (published.year if ends <= published.month else published.year - 1), "relative"


def _within(
    spec: PeriodSpec, year: int, basis: str, in_force: Period | None, published: Published | None
) -> Period | None:
    first, last = spec.first, spec.last
    if spec.same and spec.kind == "year" and in_force and len(in_force.text) > 4:
        return Period(in_force.text.replace(str(in_force.year), str(year)), year, in_force.kind, False, basis)
    if spec.kind == "half":
        return Period(f"{year}-S{first}", year, "half", False, basis)
    if spec.kind == "quarter":
        if not first:
            return None
        return Period(f"{year}-Q{first}", year, "quarter", False, basis)
    if spec.kind == "month":
        if spec.shift is not None and not first:
            return _near_month(spec.shift, in_force, published if not spec.same else None, until=spec.until)
        return Period(f"{year}-{first:02d}", year, "month", False, basis)
    if spec.kind == "cumulated":
        if first == 1 and last == 12:
            return Period(str(year), year, "year", False, basis, stock=month_end(year, 12) if spec.until else None)
        if first == last:
            return Period(f"{year}-{first:02d}", year, "month", False, basis)
        stock = month_end(year, last) if spec.until else None
        return Period(f"{year}-{first:02d}/{year}-{last:02d}", year, "cumulated", spec.until, basis, stock=stock)
    if spec.kind == "to_date":
        last = last_month(in_force) or _last_quarter(published)
        return Period(f"{year}-01/{year}-{last:02d}", year, "cumulated", False, basis)
    if spec.kind == "days":
        begin, end = divmod(first, 100), divmod(last, 100)
        return Period(
            f"{year}-{begin[0]:02d}-{begin[1]:02d}/{year}-{end[0]:02d}-{end[1]:02d}", year, "days", False, basis
        )
    if spec.kind == "close":
        return _close(in_force)
    if spec.kind == "end":
        return Period(month_end(year, first), year, "day", True, basis)
    if spec.kind == "start":
        return Period(str(year), year, "year", False, basis)
    if spec.kind == "day":
        valid = 1 <= last <= calendar.monthrange(year, first)[1]
        return Period(f"{year}-{first:02d}-{last:02d}", year, "day", spec.until, basis) if valid else None
    return Period(str(year), year, "year", spec.until, basis)


def _last_quarter(published: Published | None) -> int:
    """The month with which the quarter before the publication ended."""
    month = published.month if published else None
    return (month - 1) // 3 * 3 or 12 if month else 12


def _close(in_force: Period | None) -> Period | None:
    """月末 and 期末: the last day of the period in force."""
    if in_force is None or in_force.kind not in ("month", "quarter", "cumulated", "half", "year"):
        return None
    last = last_month(in_force) or 12
    return Period(month_end(in_force.year, last), in_force.year, "day", True, "carried")


def _near_month(shift: int, in_force: Period | None, published: Published | None, *, until: bool) -> Period | None:
    if in_force and in_force.kind == "month" and (shift or not published):
        year, month = in_force.year, int(in_force.text[5:7])
    elif published and published.month:
        year, month = published.year, published.month
    else:
        return None
    index = year * 12 + month - 1 + shift
    year, month = index // 12, index % 12 + 1
    if until:
        return Period(month_end(year, month), year, "day", True, "relative")
    return Period(f"{year}-{month:02d}", year, "month", False, "relative")


def _week(spec: PeriodSpec, published: Published | None) -> Period | None:
    """本周, 上周 and their days, as far as the publication date has run; the month where the day is not known."""
    if not published or not published.month:
        return None
    if not published.day:
        return Period(str(published), published.year, "month", spec.until, "relative")
    today = date(published.year, published.month, published.day)
    monday = today + timedelta(days=7 * (spec.shift or 0) - today.weekday())
    if spec.first:
        day = monday + timedelta(days=spec.first - 1)
        return Period(str(day), day.year, "day", spec.until, "relative")
    last = min(monday + timedelta(days=6), today)
    if spec.until or last == monday:
        return Period(str(last), last.year, "day", spec.until, "relative")
    return Period(f"{monday}/{last}", last.year, "days", False, "relative")


def _days_ahead(spec: PeriodSpec, published: Published | None) -> Period | None:
    """未来三天: the days after the publication."""
    today = published.date if published else None
    if today is None:
        return None
    first, last = today + timedelta(days=1), today + timedelta(days=spec.last)
    return Period(f"{first}/{last}", last.year, "days", False, "relative")


def _this_day(spec: PeriodSpec, published: Published | None) -> Period | None:
    """今天 and 昨天: the day of the publication and the one before."""
    today = published.date if published else None
    if today is None:
        return None
    day = today - timedelta(days=spec.kind == "yesterday")
    return Period(str(day), day.year, "day", spec.until, "relative")


def _festival(spec: PeriodSpec, published: Published | None) -> Period | None:
    """去年国庆黄金周: its days in the year that is said, else the last time before or in the month of publication."""
    year = spec.year
    if year is None:
        if published is None:
            return None
        year = published.year + (spec.shift or 0)
        if spec.shift is None and published.month:
            year += festivals.years_off(spec.name, published.year, published.month)
    days = festivals.days_of(spec.name, year, (spec.first, spec.last))
    if days is None:
        return None
    first, last = days
    text, kind = (str(first), "day") if first == last else (f"{first}/{last}", "days")
    return Period(text, year, kind, False, "stated" if spec.year else "relative")


def _near_quarter(spec: PeriodSpec, in_force: Period | None, published: Published | None) -> Period | None:
    """上季度, 本季度末: next to the quarter in force, else to that of the publication."""
    month = last_month(in_force)
    if in_force is not None and month:
        index = 4 * in_force.year + (month - 1) // 3
    elif published and published.month:
        index = 4 * published.year + (published.month - 1) // 3
    else:
        return None
    year, quarter = divmod(index + (spec.shift or 0), 4)
    if spec.until:
        return Period(month_end(year, 3 * quarter + 3), year, "day", True, "relative")
    return Period(f"{year}-Q{quarter + 1}", year, "quarter", False, "relative")


def _day_alone(day: int, published: Published | None) -> Period | None:
    """截至10日: the last day of that number before the publication date."""
    if not published or not published.month:
        return None
    months = 12 * published.year + published.month - 1 - (published.day is not None and day > published.day)
    year, month = divmod(months, 12)
    if day > calendar.monthrange(year, month + 1)[1]:
        return None
    return Period(f"{year}-{month + 1:02d}-{day:02d}", year, "day", True, "relative")


_BY_DAY = {"week": _week, "days_ahead": _days_ahead, "today": _this_day, "yesterday": _this_day, "festival": _festival}


def _trailing(spec: PeriodSpec, in_force: Period | None, published: Published | None) -> Period | None:
    if spec.kind == "trailing_months" or not published:
        return None
    count = abs(spec.first)
    if count == 1 and spec.first < 0:
        return Period(str(published.reporting_year), published.reporting_year, "year", False, "relative")
    if not 1 < count <= 60:
        return None
    if spec.first > 0:
        first = published.year + (0 if spec.last or (published.month or _LATE) < _LATE else 1)
        return Period(f"{first}/{first + count - 1}", first + count - 1, "span", False, "relative")
    early = published.month is not None and published.month <= 3
    last = published.year - 1 if early else published.year
    return Period(f"{last - count + 1}/{last}", last, "span", False, "relative", behind=True)
