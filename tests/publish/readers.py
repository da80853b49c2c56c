"""BI readers in a loop: several connections that never pause, and count what must never happen."""

from __future__ import annotations

import threading
from types import TracebackType

import psycopg

from etl.database import Database
from etl.database.roles import BI_READER
from tests.publish.standby import TABLES

# every table is looked up apart from the others: a swap between two look-ups would show as two versions
VERSIONS = " UNION ".join(f"SELECT min(version), max(version) FROM marts.{table}" for table in TABLES * 4)
QUERIES = (
    VERSIONS,
    "SELECT DISTINCT left_side.version, right_side.version FROM marts.fct_left AS left_side"
    " JOIN marts.fct_right AS right_side USING (key)",
)


class Readers:
    """Reads inside the block; afterwards `reads`, `failures` and `mixed` say what happened."""

    def __init__(self, database: Database, count: int = 4, *, prepare: bool | None = None) -> None:
        self.database = database
        self.reads = 0
        self.failures: list[str] = []
        self.mixed: list[object] = []
        self._prepare = prepare
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._read) for _ in range(count)]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self) -> None:
        connection: psycopg.Connection | None = None
        while not self._stop.is_set():
            try:
                connection = connection or self.database.connect(BI_READER, autocommit=True)
                for query in QUERIES:
                    found = connection.execute(query.encode(), prepare=self._prepare).fetchall()
                    self.reads += 1
                    if len(found) != 1 or found[0][0] != found[0][1]:
                        self.mixed.append(found)
            except psycopg.Error as error:
                self.failures.append(repr(error))
                connection = None
        if connection:
            connection.close()
