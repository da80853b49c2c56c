"""Superset on a warehouse, as the tests see it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import psycopg2


@dataclass(frozen=True)
class Site:
    """Superset on a warehouse."""

    address: str
    password: str
    home: Path
    database_port: int

    def query(self, sql: str) -> list[tuple[object, ...]]:
        """What the BI role reads."""
        login = {"host": "127.0.0.1", "port": self.database_port, "dbname": "warehouse", "user": "bi_reader"}
        connection = psycopg2.connect(**login, passfile=str(self.home / "pgpass"))
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return cursor.fetchall()
        finally:
            connection.close()


def wait_until(condition, seconds: float = 60.0) -> None:  # noqa: ANN001
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never became true"
        time.sleep(0.2)
