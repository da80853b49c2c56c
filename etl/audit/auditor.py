"""The caller's end of the judging process."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from etl.audit.suites import Suite
from etl.audit.verdict import Verdict
from etl.database import Database
from etl.database.roles import TRANSFORMER
from etl.errors import AuditError


class Auditor:
    """Starts importing Great Expectations as soon as it is entered; ask when there is something to judge."""

    def __init__(self, database: Database) -> None:
        self._url = database.url(TRANSFORMER).render_as_string(hide_password=False)
        self._process: subprocess.Popen[str] | None = None
        self._complaints = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Auditor:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "etl.audit"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            text=True,
            encoding="utf-8",
        )
        self._send({"url": self._url})  # not an argument: those are visible to everybody
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        process = self._process
        if process is not None:
            if error is not None:
                process.kill()
            process.communicate()
        self._complaints.close()

    def judge(self, suite: Suite, table: str) -> list[Verdict]:
        """The verdict on every rule of `suite` for the rows of `table`."""
        self._send({"suite": suite.content, "table": table, "keys": suite.keys})
        answer = self._receive()
        if "error" in answer:
            raise AuditError(f"the suite {suite.name} could not be judged ({answer['error']})", "nothing was published")
        return [Verdict(**verdict) for verdict in answer["verdicts"]]

    def _send(self, message: dict[str, Any]) -> None:
        if self._process is None or self._process.stdin is None:
            raise RuntimeError("enter the auditor first")
        try:
            self._process.stdin.write(json.dumps(message, ensure_ascii=False) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._lost() from None

    def _receive(self) -> dict[str, Any]:
        if self._process is None or self._process.stdout is None:
            raise RuntimeError("enter the auditor first")
        line = self._process.stdout.readline()
        if not line:
            raise self._lost()
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _lost(self) -> AuditError:
        self._complaints.seek(0)
        lines = [line.strip() for line in self._complaints if line.strip()]
        return AuditError(
            f"the judging process ended early ({lines[-1] if lines else 'killed'})",
            "nothing was published; refresh again",
        )


@contextlib.contextmanager
def auditor_for(database: Database, auditor: Auditor | None) -> Iterator[Auditor]:
    """The given auditor, or one for the time of the block."""
    if auditor is not None:
        yield auditor
        return
    with Auditor(database) as own:
        yield own
