"""One refresh as a process of its own, tried again when what failed may pass."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from etl.errors import DatabaseError, DocumentError, LockedError, PublicationError
from etl.schedule.log import log

PASSING = frozenset(error.exit_code for error in (DatabaseError, LockedError, PublicationError))
INTERRUPTED = -signal.SIGINT, 130, 143


@dataclass(frozen=True)
class Result:
    """How a refresh ended: `error` is None when it went well, with or without something new."""

    status: str
    exit_code: int
    error: str | None = None
    seconds: float = 0.0
    attempts: int = 1


@dataclass(frozen=True)
class Refreshing:
    """Runs `command`; after a passing failure again after `pause` seconds, doubled each time, `retries` times at most.

    A process of its own takes its memory with it when it ends, and cannot take the scheduler down. `stopped` ends it
    early: it is interrupted, which leaves what is published unchanged, and killed after `grace` seconds.
    """

    command: Sequence[str]
    stopped: threading.Event
    retries: int = 3
    pause: float = 30.0
    grace: float = 60.0

    def run(self) -> Result:
        """Refresh, with retries."""
        for attempt in range(1, self.retries + 2):
            result = self._attempt(attempt)
            if result.error is None or result.exit_code not in PASSING or attempt > self.retries:
                return result
            pause = self.pause * 2 ** (attempt - 1)
            log("retry", level=30, attempt=attempt, pause_seconds=pause, error=result.error, exit_code=result.exit_code)
            if self.stopped.wait(pause):
                return result
        raise AssertionError("the last attempt returns")

    def _attempt(self, attempt: int) -> Result:
        begun = time.monotonic()
        process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,  # a Ctrl-C at the terminal is for us; we pass it on once
        )
        output, errors = self._outcome(process)
        seconds = round(time.monotonic() - begun, 2)
        code = process.returncode
        if code in INTERRUPTED and self.stopped.is_set():
            return Result("interrupted", code, "the scheduler was stopped during the refresh", seconds, attempt)
        status = _status(output)
        if code == 0 or (code == DocumentError.exit_code and status):
            return Result(status or "done", code, None, seconds, attempt)
        return Result("failed", code, _last_line(errors) or f"exit code {code}", seconds, attempt)

    def _outcome(self, process: subprocess.Popen[str]) -> tuple[str, str]:
        deadline = None
        while True:
            try:
                return process.communicate(timeout=0.2)
            except subprocess.TimeoutExpired:
                if self.stopped.is_set() and deadline is None:
                    process.send_signal(signal.SIGINT)
                    deadline = time.monotonic() + self.grace
                elif deadline is not None and time.monotonic() > deadline:
                    process.kill()


def _status(output: str) -> str | None:
    """The status that `refresh --json` prints; None when it printed no outcome."""
    try:
        return str(json.loads(output)["status"])
    except (ValueError, KeyError, TypeError):
        return None


def _last_line(text: str) -> str:
    lines = [line.removeprefix("warehouse: ") for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
