"""What a publication costs readers, and whether it depends on the size: exchanging names beside copying rows.

    python benchmarks/publication.py [PUBLICATIONS]

Two readers join two tables without a pause while publications come. Copying is what keeps readers as safe otherwise:
one transaction that deletes the old rows and inserts the new.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from etl.database import Database, open_database
from etl.database.roles import BI_READER, TRANSFORMER
from etl.publish import begin_build, record_standby, start_run, swap
from etl.settings import Settings

SIZES = (1_000, 300_000)
QUERY = (
    "SELECT (SELECT max(version) FROM marts.fct_left), (SELECT max(version) FROM marts.fct_right)"  # by index: quick
)
Publish = Callable[[Database, int], None]


@dataclass
class Readers:
    """What two readers met."""

    latencies: list[float] = field(default_factory=list)
    failures: int = 0
    mixed: int = 0


def main(publications: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder) / "home", port=25432)
        with open_database(settings) as database:
            print(
                f"{'rows':>9} {'way':12}{'publication ms':>16}{'reader p95 ms':>15}"
                f"{'failed':>8}{'mixed':>7}{'reads':>8}"
            )
            medians = {}
            for size in SIZES:
                _prepare(database, size)
                for name, publish in (("exchange", _exchange), ("copy", _copy)):
                    seconds, readers = _measure(database, publish, publications)
                    medians[name, size] = seconds
                    p95 = statistics.quantiles(readers.latencies, n=20)[-1]
                    print(
                        f"{size:9,} {name:12}{1000 * seconds:16.1f}{1000 * p95:15.1f}"
                        f"{readers.failures:8}{readers.mixed:7}{len(readers.latencies):8,}"
                    )
    small, large = SIZES
    growth = medians["exchange", large] / medians["exchange", small]
    print(f"{large // small} times the rows: the exchange takes {growth:.1f} times as long")
    share = medians["copy", large] / medians["exchange", large]
    print(f"at {large:,} rows it takes 1/{share:.0f} of the time of a copy")


def _prepare(database: Database, size: int) -> None:
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        begin_build(connection, "project")
        for schema in ("marts", "marts_standby"):
            for table in ("fct_left", "fct_right"):
                connection.execute(f"DROP TABLE IF EXISTS {schema}.{table}".encode())
                rows = f"SELECT key, 0 AS version FROM generate_series(1, {size}) AS key"
                connection.execute(f"CREATE TABLE {schema}.{table} AS {rows}".encode())
                connection.execute(f"CREATE INDEX ON {schema}.{table} (version)".encode())
        record_standby(connection, 0, "project")


def _measure(database: Database, publish: Publish, publications: int) -> tuple[float, Readers]:
    readers, stop = Readers(), threading.Event()
    threads = [threading.Thread(target=_read, args=(database, readers, stop)) for _ in range(2)]
    for thread in threads:
        thread.start()
    seconds = []
    for version in range(1, publications + 1):
        _build(database, version)
        begun = time.perf_counter()
        publish(database, version)
        seconds.append(time.perf_counter() - begun)
    stop.set()
    for thread in threads:
        thread.join()
    return statistics.median(seconds), readers


def _build(database: Database, version: int) -> None:
    """One row of each table is new: the work of an incremental build."""
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        begin_build(connection, "project")
        for table in ("fct_left", "fct_right"):
            connection.execute(f"UPDATE marts_standby.{table} SET version = %s WHERE key = 1".encode(), (version,))
        record_standby(connection, 0, "project")


def _exchange(database: Database, version: int) -> None:
    with start_run(database) as run:
        swap(database, run.run_id)
        run.finish("published")


def _copy(database: Database, version: int) -> None:
    with database.connect(TRANSFORMER) as connection:
        for table in ("fct_left", "fct_right"):
            connection.execute(f"DELETE FROM marts.{table}".encode())
            connection.execute(f"INSERT INTO marts.{table} SELECT * FROM marts_standby.{table}".encode())


def _read(database: Database, readers: Readers, stop: threading.Event) -> None:
    with database.connect(BI_READER, autocommit=True) as connection:
        while not stop.is_set():
            begun = time.perf_counter()
            try:
                row = connection.execute(QUERY).fetchone()
                readers.mixed += row is None or row[0] != row[1]
            except psycopg.Error:
                readers.failures += 1
            readers.latencies.append(time.perf_counter() - begun)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
