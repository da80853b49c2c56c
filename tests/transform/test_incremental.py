"""What an incremental build leaves equals what a full one makes, whatever happened to the articles."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from etl.database import Database
from etl.settings import Settings
from tests.transform.texts import (
    GDP,
    GROWTH,
    PILOTS,
    PLANTED,
    SHARE,
    UNCODED,
    ask,
    build,
    content,
    land_text,
    quarantine,
    withdraw_text,
)

KILLED_AFTER = {"烟台市": 0.5, "济南市": 2.0, "潍坊市": 3.5}  # seconds

BUILD = """
import sys
from pathlib import Path
from etl.database import open_database
from etl.settings import Settings
from tests.transform.texts import build
settings = Settings(home=Path(sys.argv[1]), port=int(sys.argv[2]))
with open_database(settings) as database:
    print("building", flush=True)
    build(database, settings)
"""


@pytest.fixture(scope="module")
def changed(database: Database, settings: Settings) -> Iterator[dict[str, list[str]]]:
    """The standby after a first build, many changes and an incremental build."""
    for text, name in [(GDP, "gdp"), (SHARE, "share"), (GROWTH, "growth"), (UNCODED, "uncoded"), (PILOTS, "pilots")]:
        land_text(database, text, name)
    assert build(database, settings).is_full_refresh
    land_text(database, PLANTED, "share")  # replaced by other words
    land_text(database, GROWTH, "growth", published="2024")  # same bytes, other metadata
    land_text(database, GDP, "copy of gdp")  # same bytes, other name
    withdraw_text(database, "uncoded")
    quarantine(database, land_text(database, PILOTS + SHARE, "pilots"))
    land_text(database, UNCODED.replace("奇特", "少见"), "new")
    assert not build(database, settings).is_full_refresh
    yield content(database)


def test_incremental_equals_full(changed: dict[str, list[str]], database: Database, settings: Settings) -> None:
    assert changed["fct_observation"]
    assert changed["fct_reconciliation"]
    build(database, settings, full_refresh=True)
    full = content(database)
    assert {name: len(rows) for name, rows in changed.items()} == {name: len(rows) for name, rows in full.items()}
    assert changed == full


def test_what_is_gone_is_gone(changed: dict[str, list[str]], database: Database) -> None:
    text = "\n".join(row for rows in changed.values() for row in rows)
    assert "奇特" not in text  # withdrawn: no fact, and no member of a dimension
    assert "少见" in text
    assert "灯塔" not in "\n".join(changed["fct_pilot_count"])  # quarantined
    assert len(changed["dim_document"]) == 4  # gdp once, share, growth, new


def test_nothing_new_changes_nothing(changed: dict[str, list[str]], database: Database, settings: Settings) -> None:
    before = content(database)
    build(database, settings)
    assert content(database) == before


def test_killed_builds_are_made_good(changed: dict[str, list[str]], database: Database, settings: Settings) -> None:
    for place in KILLED_AFTER:  # a place of its own for each, so that no later build makes good what an earlier left
        land_text(database, GDP.replace("青岛市", place), place)
    build(database, settings)
    for place, seconds in KILLED_AFTER.items():
        land_text(database, GDP.replace("青岛市", place).replace("15000", "15001"), place)
        kill_build(settings, seconds)
        build(database, settings)
    after = content(database)
    sentences = "\n".join(after["fct_observation"])
    assert [place for place in KILLED_AFTER if f"{place}地区生产总值为15001亿元" not in sentences] == []
    build(database, settings, full_refresh=True)
    assert after == content(database)


def kill_build(settings: Settings, seconds: float) -> None:
    """Begin a build in a process of its own, and kill that."""
    command = [sys.executable, "-c", BUILD, str(settings.home), str(settings.port)]
    environment = {**os.environ, "PYTHONPATH": str(settings.project_dir)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        assert process.stdout.readline() == b"building\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)


def test_foreign_keys_hold(changed: dict[str, list[str]], database: Database) -> None:
    [(count,)] = ask(
        database,
        "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'marts_standby'::regnamespace",
    )
    assert count > 30
