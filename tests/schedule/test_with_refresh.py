"""The scheduler with the real refresh, beside a serving database and a connected reader."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from etl.settings import PROJECT_DIR, Settings
from tests.conftest import free_port
from tests.database.conftest import environment

ARTICLE = PROJECT_DIR / "articles" / "qingdao-two-industries.md"
PUBLISHED = "SELECT count(*) FROM marts.dim_document WHERE document_id IS NOT NULL"

STEP = "SELECT step, status FROM quality.run_step ORDER BY run_id DESC, step_number DESC LIMIT 1"


class Process:
    """A command of ours that tells of itself line by line."""

    def __init__(self, settings: Settings, pipe: str, *arguments: str) -> None:
        command = [sys.executable, "-m", "etl", *arguments]
        self.process = subprocess.Popen(command, env=environment(settings), text=True, **{pipe: subprocess.PIPE})  # type: ignore[call-overload]
        self._lines = getattr(self.process, pipe)

    def told(self, event: str | None = None) -> dict[str, Any]:
        """The next JSON line, or the next of an event."""
        for line in self._lines:
            told = dict(json.loads(line))
            if event is None or told["event"] == event:
                return told
        raise AssertionError(f"it ended without {event}")

    def stop(self) -> int:
        """Ask it to end, and give its exit code."""
        self.process.send_signal(signal.SIGTERM)
        self._lines.read()
        return int(self.process.wait(timeout=120))


@pytest.fixture(scope="module")
def scheduled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Process, psycopg.Connection]]:
    """An inbox that is watched, the scheduler, and a reader who stays connected."""
    inbox = tmp_path_factory.mktemp("inbox")
    settings = Settings(home=tmp_path_factory.mktemp("state"), port=free_port())
    serve = Process(settings, "stdout", "serve", "--json")
    said = serve.told()
    login = {"host": said["host"], "port": said["port"], "dbname": said["database"], "user": said["user"]}
    with psycopg.connect(**login, passfile=said["passwords_file"], autocommit=True) as reader:
        scheduler = Process(settings, "stderr", "schedule", "--watch", str(inbox), "--poll", "0.2", "--settle", "0.5")
        scheduler.told("started")
        try:
            yield inbox, scheduler, reader
        finally:
            codes = [scheduler.stop(), serve.stop()]
    assert codes == [0, 0]


@pytest.mark.timeout(300)
def test_an_article_that_arrives_is_published(scheduled: tuple[Path, Process, psycopg.Connection]) -> None:
    inbox, scheduler, reader = scheduled
    shutil.copy(ARTICLE, inbox)
    ended = scheduler.told("refresh ended")
    assert (ended["reason"], ended["status"], ended["exit_code"]) == ("arrival", "published", 0)
    assert reader.execute(PUBLISHED).fetchone() == (1,)


@pytest.mark.timeout(300)
def test_stopping_in_the_middle_leaves_what_is_published(scheduled: tuple[Path, Process, psycopg.Connection]) -> None:
    inbox, scheduler, reader = scheduled
    before = reader.execute("SELECT publication_id FROM quality.latest_state").fetchone()
    (inbox / "second.md").write_text(
        ARTICLE.read_text(encoding="utf-8").replace("3603.45", "3605.45"), encoding="utf-8"
    )
    assert scheduler.told("refresh started")["reason"] == "arrival"
    deadline = time.monotonic() + 60
    while reader.execute(STEP).fetchone() != ("transform", "running") and time.monotonic() < deadline:
        time.sleep(0.05)
    assert reader.execute(STEP).fetchone() == ("transform", "running"), "it came too late to interrupt it"
    assert scheduler.stop() == 0
    assert reader.execute("SELECT publication_id FROM quality.latest_state").fetchone() == before
    assert reader.execute(PUBLISHED).fetchone() == (1,)
