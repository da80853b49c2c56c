"""The one moment when readers change from one publication to the next.

The names of the two schemas are exchanged in one transaction that first locks every live table. A statement that has
looked up one of its tables holds a lock on it, so the exchange waits for that statement, and no statement can find
its first table in one publication and its second in the next. The wait is short (`lock_timeout`, below the server's
`deadlock_timeout`): readers who queue behind it are let through again before anybody is declared a deadlock victim.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import psycopg
from psycopg import sql

from etl.database import Database
from etl.database.roles import BI_READER, TRANSFORMER
from etl.errors import PublicationError
from etl.publish.standby import LIVE, STANDBY, StandbyState, close_standby, standby_state

ASIDE = "marts_aside"
LOCK_TIMEOUT_MS = 200  # deadlock_timeout is 1 s by default
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 2.0
PATIENCE = 90.0  # seconds; a BI statement may take 60

TABLES = """
SELECT pg_class.relname FROM pg_class
JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace
WHERE pg_namespace.nspname = %s AND pg_class.relkind IN ('r', 'p', 'v', 'm') ORDER BY pg_class.relname
"""
HELD_BY = """
SELECT DISTINCT held.pid, activity.usename, activity.application_name
FROM pg_locks AS held
JOIN pg_class ON pg_class.oid = held.relation
JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace
JOIN pg_stat_activity AS activity ON activity.pid = held.pid
WHERE pg_namespace.nspname = %s AND held.granted AND held.pid <> pg_backend_pid()
"""
# what the watermark covers; counted on the loads, of which there are far fewer than figures. Files of the same bytes
# are one document
COUNTS = """
SELECT count(*), coalesce(sum(counted.observation_count), 0)
FROM (
    SELECT DISTINCT ON (document.document_id) load.observation_count
    FROM staging.document
    JOIN staging.load ON load.load_id = document.load_id
    WHERE document.is_current AND load.load_id <= %s
    ORDER BY document.document_id, load.load_id
) AS counted
"""
RECORD = """
INSERT INTO quality.publication (run_id, kind, restored_publication_id, load_watermark, project_fingerprint,
    document_count, observation_count)
VALUES (%s, %s, %s, %s, %s, %s, %s) RETURNING publication_id
"""


@dataclass(frozen=True)
class Publication:
    """What is live after a swap."""

    publication_id: int
    kind: str
    load_watermark: int
    document_count: int
    observation_count: int


def swap(database: Database, run_id: int, *, patience: float = PATIENCE) -> Publication:
    """Publish the standby, which must be built and audited."""
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        standby = standby_state(connection)
        if standby is None or standby.state != "built" or standby.project_fingerprint is None:
            raise PublicationError("the standby schema is not completely built", "run warehouse refresh")
        return _exchange(connection, run_id, standby, "publish", None, patience)


def rollback(database: Database, run_id: int, *, patience: float = PATIENCE) -> Publication:
    """Publish again what was live before; refused when that is no longer whole."""
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        standby = standby_state(connection)
        if standby is None or standby_state(connection, LIVE) is None:
            raise PublicationError("there is no earlier publication to go back to", "what is published is unchanged")
        if standby.state != "published" or standby.publication_id is None:
            raise PublicationError(
                "the earlier publication is gone: a refresh that did not succeed has begun to rebuild it",
                "correct or withdraw the article and refresh instead",
            )
        return _exchange(connection, run_id, standby, "rollback", standby.publication_id, patience)


def _exchange(
    connection: psycopg.Connection,
    run_id: int,
    standby: StandbyState,
    kind: str,
    restored: int | None,
    patience: float,
) -> Publication:
    deadline, pause = time.monotonic() + patience, FIRST_PAUSE
    while True:
        try:
            with connection.transaction():
                publication = _exchange_once(connection, run_id, standby, kind, restored)
            break
        except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected) as error:
            if time.monotonic() >= deadline:
                raise _blocked(connection) from error
        time.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)
    # apart from the exchange: a reader who found the schema just before it must still be let in
    close_standby(connection)
    return publication


def _exchange_once(
    connection: psycopg.Connection, run_id: int, standby: StandbyState, kind: str, restored: int | None
) -> Publication:
    connection.execute(f"SET LOCAL lock_timeout = {LOCK_TIMEOUT_MS}")
    _lock_tables(connection)
    for old, new in ((LIVE, ASIDE), (STANDBY, LIVE), (ASIDE, STANDBY)):
        statement = sql.SQL("ALTER SCHEMA {} RENAME TO {}")
        connection.execute(statement.format(sql.Identifier(old), sql.Identifier(new)))
    statement = sql.SQL("GRANT USAGE ON SCHEMA {} TO {}")
    connection.execute(statement.format(sql.Identifier(LIVE), sql.Identifier(BI_READER)))
    documents, observations = _one(connection, COUNTS, standby.load_watermark)
    if kind == "rollback":
        documents, observations = _one(
            connection,
            "SELECT document_count, observation_count FROM quality.publication WHERE publication_id = %s",
            restored,
        )
    (publication_id,) = _one(
        connection,
        RECORD,
        *(run_id, kind, restored, standby.load_watermark, standby.project_fingerprint, documents, observations),
    )
    connection.execute(
        "UPDATE marts.publication SET state = 'published', publication_id = %s", (restored or publication_id,)
    )
    return Publication(publication_id, kind, standby.load_watermark, documents, observations)


def _lock_tables(connection: psycopg.Connection) -> None:
    names = [name for (name,) in connection.execute(TABLES, (LIVE,))]
    if names:
        tables = sql.SQL(", ").join(sql.Identifier(LIVE, name) for name in names)
        connection.execute(sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(tables))


def _one(connection: psycopg.Connection, query: str, *parameters: object) -> tuple[int, ...]:
    row = connection.execute(query.encode(), parameters).fetchone()
    assert row is not None  # every query here gives a row
    return row


def _blocked(connection: psycopg.Connection) -> PublicationError:
    holders = [
        f"{user} ({name or 'unnamed'}, backend {pid})" for pid, user, name in connection.execute(HELD_BY, (LIVE,))
    ]
    return PublicationError(
        f"readers keep the published tables in use: {', '.join(holders) or 'they have just left'}",
        "what is published is unchanged; end those sessions or refresh again later",
    )
