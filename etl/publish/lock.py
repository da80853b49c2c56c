"""One refresh at a time, on any number of machines: a lock that the database holds for a session.

It is a session's lock, so that it goes away with a killed process and never has to be cleaned up.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import psycopg

from etl.database import Database
from etl.database.roles import LOADER
from etl.errors import LockedError

LOCK_CLASS, LOCK_OBJECT = 0x61727477, 1  # "artw", refresh
NAME_LIMIT = 63  # PostgreSQL cuts application names

HOLDER = """
SELECT activity.application_name, activity.pid, activity.query_start
FROM pg_locks AS held
JOIN pg_stat_activity AS activity ON activity.pid = held.pid
WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 2
    AND held.classid = %s AND held.objid = %s
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@dataclass(frozen=True)
class Holder:
    """Who refreshes just now."""

    name: str
    backend_pid: int
    since: datetime | None

    def __str__(self) -> str:
        since = f" since {self.since:%Y-%m-%d %H:%M:%S %Z}" if self.since else ""
        return f"{self.name}{since}"


@contextlib.contextmanager
def refresh_lock(database: Database, wait: float = 0.0, *, purpose: str = "refresh") -> Iterator[None]:
    """Hold the lock inside the block; wait up to `wait` seconds for it, else LockedError says who has it."""
    with database.connect(LOADER, autocommit=True) as connection:
        connection.execute("SELECT set_config('application_name', %s, false)", (_own_name(purpose),))
        if not _acquire(connection, wait):
            holder = lock_holder(connection)
            raise LockedError(
                f"another warehouse command is at work: {holder or 'it has just ended'}",
                "wait for it, or let this one wait with --wait SECONDS",
            )
        # closing the session would free it too, but only once the server has noticed
        try:
            yield
        finally:
            with contextlib.suppress(psycopg.OperationalError):
                connection.execute("SELECT pg_advisory_unlock(%s, %s)", (LOCK_CLASS, LOCK_OBJECT))


def lock_holder(connection: psycopg.Connection) -> Holder | None:
    """The session that holds the lock, or None."""
    row = connection.execute(HOLDER, (LOCK_CLASS, LOCK_OBJECT)).fetchone()
    return Holder(*row) if row else None


def _acquire(connection: psycopg.Connection, wait: float) -> bool:
    row = connection.execute("SELECT pg_try_advisory_lock(%s, %s)", (LOCK_CLASS, LOCK_OBJECT)).fetchone()
    if row and row[0]:
        return True
    if wait <= 0:
        return False
    connection.execute("SELECT set_config('lock_timeout', %s, false)", (f"{max(1, round(wait * 1000))}ms",))
    try:
        connection.execute("SELECT pg_advisory_lock(%s, %s)", (LOCK_CLASS, LOCK_OBJECT))
    except psycopg.errors.LockNotAvailable:
        return False
    return True


def _own_name(purpose: str) -> str:
    # the process first: a long host name is what may be cut off
    return f"warehouse {purpose}, process {os.getpid()} on {socket.gethostname()}"[:NAME_LIMIT]
