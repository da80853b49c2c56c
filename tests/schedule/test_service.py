"""The scheduler as a real process, around a refresh whose behaviour the test chooses."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.schedule.health import UnhealthyError, check_health

RUNNER = """
import sys
from dataclasses import replace
from pathlib import Path
from apscheduler.triggers.interval import IntervalTrigger
from etl.cli.stopping import until_stopped
from etl.schedule import Plan, Service
from etl.schedule.cron import cron_trigger
from etl.schedule.log import log_to_stderr
folder, every, retries, pause, watch = sys.argv[1:]
folder = Path(folder)
log_to_stderr()
with until_stopped() as stopped:
    Service(
        Plan(
            command=[sys.executable, str(folder / "refresh.py"), str(folder)],
            health_file=folder / "schedule.json",
            trigger=IntervalTrigger(seconds=float(every)) if float(every) else cron_trigger("0 0 1 1 *"),
            watch=Path(watch) if watch else None,
            poll_seconds=0.05,
            settle_seconds=0.2,
            retries=int(retries),
            pause_seconds=float(pause),
        ),
        stopped,
    ).run()
"""
NOTE = """
import json, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
def note(text):
    with (folder / "notes").open("a") as file:
        file.write(f"{text}\\n")
def count():
    notes = folder / "notes"
    return len(notes.read_text().splitlines()) if notes.exists() else 0
"""
GOOD = "note('run'); print(json.dumps({'status': 'published'}))"


class Running:
    """A scheduler process and what it tells."""

    def __init__(self, folder: Path, refresh: str, *options: object) -> None:
        self.folder = folder
        (folder / "refresh.py").write_text(NOTE + refresh)
        arguments = [str(folder), *map(str, options)]
        self.process = subprocess.Popen([sys.executable, "-c", RUNNER, *arguments], stderr=subprocess.PIPE, text=True)
        self.events: list[dict[str, Any]] = []

    def until(self, event: str) -> dict[str, Any]:
        """Read events up to one of a kind."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.events.append(json.loads(line))
            if self.events[-1]["event"] == event:
                return self.events[-1]
        raise AssertionError(f"no event {event!r} in {self.events}")

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Stop it and give the seconds that it took."""
        begun = time.monotonic()
        self.process.send_signal(number)
        self.until("stopped")
        assert self.process.wait(timeout=30) == 0
        return time.monotonic() - begun

    def health(self) -> dict[str, Any]:
        """The health file."""
        return dict(json.loads((self.folder / "schedule.json").read_text()))

    def notes(self) -> list[str]:
        """What the refreshes noted."""
        notes = self.folder / "notes"
        return notes.read_text().splitlines() if notes.exists() else []


Start = Callable[..., Running]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts schedulers, and kills what a failed test leaves."""
    started: list[Running] = []

    def begin(
        refresh: str, *, every: float = 0, retries: int = 0, pause: float = 0.1, watch: Path | None = None
    ) -> Running:
        started.append(Running(tmp_path, refresh, every, retries, pause, watch or ""))
        return started[-1]

    yield begin
    for running in started:
        running.process.kill()
        running.process.communicate()


def test_it_refreshes_on_time_and_tells_its_health(start: Start, tmp_path: Path) -> None:
    running = start(GOOD, every=0.5)
    assert running.until("started")["next_run_at"]
    first = running.until("refresh ended")
    assert (first["reason"], first["status"], first["level"]) == ("time", "published", "info")
    running.until("refresh ended")
    health = running.health()
    assert (health["state"], health["last_status"], health["failures_in_a_row"]) == ("idle", "published", 0)
    assert "last success 20" in check_health(tmp_path / "schedule.json")
    running.stop()
    assert running.health()["state"] == "stopped"
    with pytest.raises(UnhealthyError, match="start warehouse schedule"):
        check_health(tmp_path / "schedule.json")


def test_arrivals_are_refreshed_once_they_are_whole(start: Start, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    running = start(GOOD, watch=inbox)
    running.until("started")
    with (inbox / "article.md").open("w") as file:
        for _ in range(10):
            file.write("第一段")
            file.flush()
            time.sleep(0.1)
            assert running.notes() == []
    assert running.until("refresh ended")["reason"] == "arrival"
    time.sleep(0.6)
    running.stop()
    assert running.notes() == ["run"]


def test_one_refresh_at_a_time(start: Start, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    running = start(
        "note('begin'); time.sleep(0.5); note('end'); print('{\"status\": \"published\"}')", every=0.3, watch=inbox
    )
    running.until("refresh started")
    (inbox / "article.md").write_text("x")
    for _ in range(3):
        running.until("refresh ended")
    running.stop()
    notes = running.notes()
    assert notes[:6] == ["begin", "end"] * 3
    assert {event["reason"] for event in running.events if event["event"] == "refresh ended"} == {"time", "arrival"}


def test_a_passing_failure_is_tried_again_with_growing_pauses(start: Start) -> None:
    fails_twice = "number = count(); note('run')\n"
    fails_twice += "if number < 2: print('warehouse: no database', file=sys.stderr); sys.exit(4)\n" + GOOD
    running = start(fails_twice, every=1, retries=3, pause=0.2)
    first, second = running.until("retry"), running.until("retry")
    assert (first["pause_seconds"], second["pause_seconds"]) == (0.2, 0.4)
    assert first["error"] == "no database"
    assert running.until("refresh ended")["attempts"] == 3
    running.stop()


def test_a_lasting_failure_is_told_and_not_tried_again(start: Start, tmp_path: Path) -> None:
    running = start(
        "note('run'); print('warehouse: shares above 100 %', file=sys.stderr); sys.exit(6)", every=0.5, retries=5
    )
    failed = running.until("refresh failed")
    assert (failed["exit_code"], failed["attempts"], failed["level"]) == (6, 1, "error")
    with pytest.raises(UnhealthyError, match="shares above 100 %"):
        check_health(tmp_path / "schedule.json")
    running.stop()


def test_articles_set_aside_are_no_failure(start: Start) -> None:
    running = start(GOOD + "; sys.exit(3)", every=0.5)
    ended = running.until("refresh ended")
    assert (ended["status"], ended["exit_code"]) == ("published", 3)
    running.stop()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopping_interrupts_the_refresh_and_waits_for_it(start: Start, number: int) -> None:
    interruptible = """
note('begin')
try:
    time.sleep(60)
except KeyboardInterrupt:
    time.sleep(0.3)
    note('cleaned up')
    sys.exit(130)
"""
    running = start(interruptible, every=0.3)
    running.until("refresh started")
    while not running.notes():
        time.sleep(0.05)
    assert running.stop(number) < 10
    assert running.notes() == ["begin", "cleaned up"]
    health = running.health()
    assert (health["last_status"], health["failures_in_a_row"]) == ("interrupted", 0)


def test_stopping_does_not_wait_for_a_retry(start: Start) -> None:
    running = start("sys.exit(4)", every=0.3, retries=3, pause=60)
    running.until("retry")
    assert running.stop() < 5


def test_a_time_missed_between_two_schedulers_is_made_up_for(start: Start, tmp_path: Path) -> None:
    running = start(GOOD, every=0.3)
    running.until("refresh ended")
    running.stop()
    health = running.health() | {"last_success_at": "2020-01-01T00:00:00+00:00"}
    (tmp_path / "schedule.json").write_text(json.dumps(health))
    again = start(GOOD)
    assert again.until("refresh ended")["reason"] == "missed"
    again.stop()


def test_a_health_file_of_nobody_is_unhealthy(tmp_path: Path) -> None:
    with pytest.raises(UnhealthyError, match="no scheduler has run here"):
        check_health(tmp_path / "schedule.json")
    (tmp_path / "schedule.json").write_text("{ broken")
    with pytest.raises(UnhealthyError, match="no scheduler has run here"):
        check_health(tmp_path / "schedule.json")


def test_a_silent_scheduler_is_unhealthy(start: Start, tmp_path: Path) -> None:
    running = start(GOOD)
    running.until("started")
    assert check_health(tmp_path / "schedule.json")
    running.process.kill()
    running.process.wait()
    (tmp_path / "schedule.json").write_text(
        json.dumps(running.health() | {"heartbeat_at": "2020-01-01T00:00:00+00:00"})
    )
    with pytest.raises(UnhealthyError, match="last gave a sign at 2020"):
        check_health(tmp_path / "schedule.json")
