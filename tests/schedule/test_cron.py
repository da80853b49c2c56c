"""Cron expressions mean what cron means by them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.triggers.base import BaseTrigger

from etl.errors import UsageError
from etl.schedule.cron import cron_trigger

SUNDAY = datetime(2026, 11, 1, tzinfo=UTC)


def fires(trigger: BaseTrigger, count: int, after: datetime = SUNDAY) -> list[str]:
    """The first times after a moment."""
    times: list[str] = []
    while len(times) < count:
        after = trigger.get_next_fire_time(None, after)
        times.append(f"{after:%a %d %H:%M}")
        after += timedelta(seconds=1)
    return times


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("0 6 * * *", ["Sun 01 06:00", "Mon 02 06:00"]),
        ("*/20 * * * *", ["Sun 01 00:00", "Sun 01 00:20"]),
        ("30 8 * * 1-5", ["Mon 02 08:30", "Tue 03 08:30"]),
        ("0 0 * * 0", ["Sun 01 00:00", "Sun 08 00:00"]),
        ("0 0 * * 7", ["Sun 01 00:00", "Sun 08 00:00"]),
        ("0 0 * * 5-7", ["Sun 01 00:00", "Fri 06 00:00", "Sat 07 00:00"]),
        ("0 0 * * sat,Mon", ["Mon 02 00:00", "Sat 07 00:00"]),
        ("0 0 * * */2", ["Sun 01 00:00", "Tue 03 00:00", "Thu 05 00:00", "Sat 07 00:00", "Sun 08 00:00"]),
        ("0 0 13 * 5", ["Fri 06 00:00", "Fri 13 00:00", "Fri 20 00:00"]),
        ("0 0 3 * 5", ["Tue 03 00:00", "Fri 06 00:00"]),
        ("@weekly", ["Sun 01 00:00", "Sun 08 00:00"]),
        ("  @Daily ", ["Sun 01 00:00", "Mon 02 00:00"]),
    ],
)
def test_times(expression: str, expected: list[str]) -> None:
    assert fires(cron_trigger(expression, "UTC"), len(expected)) == expected


def test_the_zone_is_respected() -> None:
    trigger = cron_trigger("0 6 * * *", "Asia/Shanghai")
    assert trigger.get_next_fire_time(None, SUNDAY).astimezone(UTC).hour == 22


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("0 6 * *", "it has 4 of 5 fields"),
        ("", "it has 0 of 5 fields"),
        ("61 6 * * *", "61"),
        ("0 6 * * 8", "there is no day of the week '8'"),
        ("0 6 * * 1-", "there is no day of the week ''"),
        ("a b c d e", "is no cron expression"),
        ("0 6 * * 1/0", "is no cron expression"),
    ],
)
def test_a_bad_expression_is_one_clear_line(expression: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as raised:
        cron_trigger(expression)
    assert 'such as "0 6 * * *"' in str(raised.value) and "\n" not in str(raised.value)


def test_an_unknown_zone_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match="Qingdao"):
        cron_trigger("0 6 * * *", "Asia/Qingdao")
