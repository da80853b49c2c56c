"""`warehouse schedule`: its mistakes in one line, its health check, one scheduler for a warehouse."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.settings import Settings
from tests.database.conftest import environment


def schedule(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [sys.executable, "-m", "etl", "schedule", *arguments]
    return subprocess.run(command, env=environment(settings), capture_output=True, text=True, check=False, timeout=60)


@contextlib.contextmanager
def scheduling(settings: Settings, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A scheduler that has started."""
    command = [sys.executable, "-m", "etl", "schedule", *arguments]
    process = subprocess.Popen(command, env=environment(settings), stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        assert json.loads(process.stderr.readline())["event"] == "started"
        yield process
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["articles", "--cron", "0 6 * *"], "'0 6 * *' is no cron expression: it has 4 of 5 fields; write five"),
        (["articles"], "nothing to do; give --cron"),
        (["--cron", "0 6 * * *"], "nothing to do; give --cron"),
        (["--watch", "/nonexistent"], "/nonexistent: is no folder; make it"),
        (["articles", "--cron", "0 6 * * *", "--timezone", "Mars"], "no time zone|Mars"),
    ],
)
def test_mistakes_are_one_line(settings: Settings, arguments: list[str], message: str) -> None:
    result = schedule(settings, *arguments)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1), result.stderr
    assert any(part in result.stderr for part in message.split("|"))


def test_check_and_one_scheduler_at_a_time(settings: Settings, tmp_path: Path) -> None:
    absent = schedule(settings, "--check")
    assert (absent.returncode, absent.stderr.count("\n")) == (1, 1)
    with scheduling(settings, str(tmp_path), "--cron", "0 0 1 1 *"):
        healthy = schedule(settings, "--check")
        assert (healthy.returncode, healthy.stderr) == (0, "")
        assert healthy.stdout.startswith("idle; last success none yet; next run 20")
        second = schedule(settings, str(tmp_path), "--cron", "0 0 1 1 *")
        assert second.returncode == 7 and "a scheduler runs already" in second.stderr
    assert schedule(settings, "--check").returncode == 1
