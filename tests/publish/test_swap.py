"""The swap and the rollback, on a real server."""

from __future__ import annotations

import threading

import psycopg
import pytest

from etl.database import Database
from etl.database.roles import BI_READER, TRANSFORMER
from etl.errors import PublicationError
from etl.publish import begin_build, published_state, rollback, standby_state, start_run, status, swap
from tests.publish.standby import build_standby, live_version


def publish(database: Database, version: int, **build: object) -> int:
    build_standby(database, version, **build)  # type: ignore[arg-type]
    with start_run(database) as run:
        publication = swap(database, run.run_id)
        run.finish("published", load_watermark=publication.load_watermark)
    return publication.publication_id


def go_back(database: Database) -> int:
    with start_run(database, "rollback") as run:
        publication = rollback(database, run.run_id)
        run.finish("rolled_back")
    return publication.publication_id


def test_nothing_to_publish_or_to_go_back_to(database: Database) -> None:
    with start_run(database) as run:
        with pytest.raises(PublicationError, match="not completely built"):
            swap(database, run.run_id)
        with pytest.raises(PublicationError, match="no earlier publication"):
            rollback(database, run.run_id)
        run.finish("failed")
    assert status(database).published is None


def test_swap_publishes_and_rollback_goes_back_and_forth(database: Database) -> None:
    first = publish(database, 1, watermark=10)
    assert live_version(database) == 1
    with start_run(database) as run:
        with pytest.raises(PublicationError, match="no earlier publication"):
            rollback(database, run.run_id)
        run.finish("failed")
    second = publish(database, 2, watermark=11)
    assert live_version(database) == 2
    go_back(database)
    assert live_version(database) == 1
    published = status(database).published
    assert published is not None
    assert (published.kind, published.restored_publication_id, published.load_watermark) == ("rollback", first, 10)
    # the latest that a refresh published stays known: nothing new must not undo the rollback
    with database.connect(TRANSFORMER) as connection:
        state = published_state(connection)
        assert state is not None and state.load_watermark == 11
    go_back(database)
    assert live_version(database) == 2
    published = status(database).published
    assert published is not None and published.restored_publication_id == second


def test_rollback_refuses_a_half_built_standby(database: Database) -> None:
    publish(database, 3)
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        begin_build(connection, "one")
    with start_run(database, "rollback") as run:
        with pytest.raises(PublicationError, match="begun to rebuild it"):
            rollback(database, run.run_id)
        run.finish("failed")
    assert live_version(database) == 3


def test_swap_refuses_a_half_built_standby(database: Database) -> None:
    with start_run(database) as run:
        with pytest.raises(PublicationError, match="not completely built"):
            swap(database, run.run_id)
        run.finish("failed")


def test_another_project_is_built_from_nothing_also_after_an_interruption(database: Database) -> None:
    publish(database, 4, watermark=20, fingerprint="one")
    publish(database, 5, watermark=21, fingerprint="one")
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        held = begin_build(connection, "one")
        assert held is not None and held.load_watermark == 20
        assert begin_build(connection, "two") is None  # dies here, with half of its tables replaced
        assert begin_build(connection, "one") is None
        state = standby_state(connection)
        assert state is not None and state.load_watermark == 0


@pytest.mark.parametrize(
    "table", ["marts_standby.fct_left", "intermediate.any", "vocabulary.any", "staging.observation"]
)
def test_bi_reads_the_published_schema_only(database: Database, table: str) -> None:
    publish(database, 6)
    publish(database, 7)
    with database.connect(BI_READER) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(f"SELECT * FROM {table}".encode())


def test_bi_cannot_write(database: Database) -> None:
    with database.connect(BI_READER) as connection, pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        connection.execute("DELETE FROM marts.fct_left")
    with database.connect(BI_READER) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("SET TRANSACTION READ WRITE")
        connection.execute("DELETE FROM marts.fct_left")


def test_swap_waits_for_a_reader_and_says_who_blocks_it(database: Database) -> None:
    publish(database, 8)
    build_standby(database, 9)
    with database.connect(BI_READER) as reader, start_run(database) as run:
        reader.execute("SELECT count(*) FROM marts.fct_left")
        with pytest.raises(PublicationError, match=r"bi_reader \(warehouse, backend \d+\)"):
            swap(database, run.run_id, patience=0.3)
        assert live_version(database) == 8
        leave = threading.Timer(0.8, reader.rollback)
        leave.start()
        swap(database, run.run_id, patience=30)
        leave.join()
        run.finish("published")
    assert live_version(database) == 9


def test_readers_of_an_open_statement_keep_their_publication(database: Database) -> None:
    publish(database, 10)
    with database.connect(BI_READER, autocommit=True) as reader:
        prepared = "SELECT max(version) FROM marts.fct_left JOIN marts.fct_right USING (key, version)"
        assert reader.execute(prepared, prepare=True).fetchone() == (10,)
        publish(database, 11)
        assert reader.execute(prepared, prepare=True).fetchone() == (11,)
