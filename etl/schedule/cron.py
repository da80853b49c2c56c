"""Cron expressions with the meaning that cron gives them."""

from __future__ import annotations

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.cron import CronTrigger

from etl.errors import UsageError

FIELDS = ("minute", "hour", "day", "month", "day_of_week")
NICKNAMES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
}
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
HINT = 'write five fields, such as "0 6 * * *" for six in the morning of every day'


def cron_trigger(expression: str, timezone: str | None = None) -> BaseTrigger:
    """The times that a cron expression means, in `timezone` or the machine's own.

    Two habits of cron that the library does not have: Sunday is 0 (and 7), and when both the day of the month and the
    day of the week are restricted, either of them is enough.
    """
    fields = NICKNAMES.get(expression.strip().lower(), expression).split()
    if len(fields) != len(FIELDS):
        raise UsageError(f"{expression!r} is no cron expression: it has {len(fields)} of 5 fields", HINT)
    try:
        named = dict(zip(FIELDS, fields, strict=True))
        named["day_of_week"] = _week_days(named["day_of_week"])
        if "*" in (named["day"], named["day_of_week"]):
            return CronTrigger(**named, second=0, timezone=timezone)
        by_day, by_week_day = {**named, "day_of_week": "*"}, {**named, "day": "*"}
        return OrTrigger([CronTrigger(**choice, second=0, timezone=timezone) for choice in (by_day, by_week_day)])
    except (ValueError, TypeError, LookupError) as error:
        reason = str(error.args[0] if error.args else error).rstrip(".")
        raise UsageError(f"{expression!r} is no cron expression: {reason}", HINT) from error


def _week_days(field: str) -> str:
    """The days of a field by name, since the library counts from Monday."""
    if field == "*":
        return field
    return ",".join(name for part in field.split(",") for name in _week_days_of(part.lower()))


def _week_days_of(part: str) -> list[str]:
    span, _, step = part.partition("/")
    first, dash, last = ("0", "-", "6") if span == "*" else span.partition("-")
    start, end = _day_number(first), _day_number(last if dash else "6" if step else first)
    if end < start:
        end += 7
    chosen = range(start, end + 1, int(step or "1"))
    return list(dict.fromkeys(DAYS[number % 7] for number in chosen))


def _day_number(day: str) -> int:
    if day in DAYS:
        return DAYS.index(day)
    if day.isdigit() and int(day) < len(DAYS):
        return int(day)
    raise ValueError(f"there is no day of the week {day!r}")
