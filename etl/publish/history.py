"""What every run did: rows of quality.run and quality.run_step, written while it happens.

Each row is committed at once, so that a run whose process is killed still shows how far it came.
"""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import psycopg

from etl.database import Database
from etl.database.roles import LOADER

DIED = "the process ended before it could finish"


@dataclass
class Step:
    """One step in progress; set `rows` and `message` inside its block."""

    rows: int | None = None
    message: str | None = None


@dataclass
class Run:
    """One refresh or rollback, being recorded."""

    run_id: int
    connection: psycopg.Connection
    started: float = field(default_factory=time.monotonic)
    steps: int = 0

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Record the block as one step: its duration, its rows, and whether it failed."""
        self.steps += 1
        number, begun, step = self.steps, time.monotonic(), Step()
        self.connection.execute(
            "INSERT INTO quality.run_step (run_id, step_number, step, status) VALUES (%s, %s, %s, 'running')",
            (self.run_id, number, name),
        )
        try:
            yield step
        except BaseException as error:
            step.message = str(error) or type(error).__name__
            with contextlib.suppress(psycopg.Error):  # the error itself is what matters
                self._end_step(number, begun, step, "failed")
            raise
        self._end_step(number, begun, step, "done")

    def finish(self, status: str, message: str = "", *, load_watermark: int | None = None) -> None:
        """Record how the run ended."""
        self.connection.execute(
            "UPDATE quality.run SET finished_at = clock_timestamp(), seconds = %s, status = %s, message = %s,"
            " load_watermark = %s WHERE run_id = %s",
            (time.monotonic() - self.started, status, message, load_watermark, self.run_id),
        )

    def _end_step(self, number: int, begun: float, step: Step, status: str) -> None:
        self.connection.execute(
            "UPDATE quality.run_step SET seconds = %s, row_count = %s, status = %s, message = %s"
            " WHERE run_id = %s AND step_number = %s",
            (time.monotonic() - begun, step.rows, status, step.message, self.run_id, number),
        )


@contextlib.contextmanager
def start_run(database: Database, kind: str = "refresh") -> Iterator[Run]:
    """Record a run; call it with the refresh lock held. A block that raises is a failed run.

    Whoever holds the lock is the only one at work, so what is still `running` was killed.
    """
    with database.connect(LOADER, autocommit=True) as connection:
        _close_dead_runs(connection)
        row = connection.execute(
            "INSERT INTO quality.run (kind, status, host, process_id) VALUES (%s, 'running', %s, %s) RETURNING run_id",
            (kind, socket.gethostname(), os.getpid()),
        ).fetchone()
        assert row is not None  # RETURNING always gives a row
        run = Run(int(row[0]), connection)
        try:
            yield run
        except BaseException as error:
            with contextlib.suppress(psycopg.Error):
                _fail_if_open(run, str(error) or type(error).__name__)
            raise


def _fail_if_open(run: Run, message: str) -> None:
    row = run.connection.execute("SELECT status FROM quality.run WHERE run_id = %s", (run.run_id,)).fetchone()
    if row and row[0] == "running":
        run.finish("failed", message)


def _close_dead_runs(connection: psycopg.Connection) -> None:
    with connection.transaction():
        connection.execute(
            "UPDATE quality.run_step SET status = 'failed', message = %s WHERE status = 'running'", (DIED,)
        )
        connection.execute(
            "UPDATE quality.run SET status = 'failed', message = %s, finished_at = clock_timestamp()"
            " WHERE status = 'running'",
            (DIED,),
        )
