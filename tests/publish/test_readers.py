"""Readers never fail and never see two publications at once, however often the schemas are swapped."""

from __future__ import annotations

import threading
import time

import pytest

from etl.database import Database
from etl.database.roles import BI_READER, TRANSFORMER
from etl.publish import rollback, start_run, swap
from tests.publish.readers import Readers
from tests.publish.standby import build_standby, live_version


def publish(database: Database, version: int) -> None:
    build_standby(database, version)
    with start_run(database) as run:
        swap(database, run.run_id)
        run.finish("published")


@pytest.mark.parametrize(
    ("publications", "prepare"),
    [
        (12, None),
        (12, True),
        pytest.param(100, None, marks=pytest.mark.faults),
        pytest.param(100, True, marks=pytest.mark.faults),
    ],
)
def test_readers_through_publications(database: Database, publications: int, prepare: bool | None) -> None:
    for version in (1, 2):
        publish(database, version)
    with Readers(database, prepare=prepare) as readers:
        for version in range(3, 3 + publications):
            publish(database, version)
            if version % 10 == 0:  # back and forth
                for _ in range(2):
                    with start_run(database, "rollback") as run:
                        rollback(database, run.run_id)
                        run.finish("rolled_back")
    assert live_version(database) == 2 + publications
    assert readers.reads > 10 * publications
    assert (readers.failures, readers.mixed) == ([], [])


def test_a_statement_caught_between_two_lookups(database: Database) -> None:
    """The reader has found its left table and is held up at the right one when the swap comes."""
    publish(database, 201)
    build_standby(database, 202)
    found: list[object] = []

    def read() -> None:
        with database.connect(BI_READER) as reader:
            query = "SELECT max(l.version), max(r.version) FROM marts.fct_left AS l CROSS JOIN marts.fct_right AS r"
            found.append(reader.execute(query).fetchone())

    with database.connect(TRANSFORMER) as blocker, start_run(database) as run:
        blocker.execute("LOCK TABLE marts.fct_right IN ACCESS EXCLUSIVE MODE")
        reader = threading.Thread(target=read)
        reader.start()
        query = "SELECT count(*) FROM pg_locks WHERE relation = 'marts.fct_right'::regclass AND NOT granted"
        while blocker.execute(query).fetchone() == (0,):
            time.sleep(0.01)
        release = threading.Timer(0.5, blocker.rollback)
        release.start()
        swap(database, run.run_id, patience=30)
        reader.join()
        release.join()
        run.finish("published")
    assert found == [(201, 201)]
    assert live_version(database) == 202
