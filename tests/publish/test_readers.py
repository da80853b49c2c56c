"""Readers never fail and never see two publications at once, however often the schemas are swapped."""

from __future__ import annotations

import pytest

from etl.database import Database
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
