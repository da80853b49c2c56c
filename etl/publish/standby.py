"""What each built schema holds, told by its own one-row table `publication`.

The row travels with its schema when the names are swapped, so each schema catches up from its own high-water mark.
`state` is `building` while dbt may be at work, `built` once everything up to the watermark is in, `published` after
a swap made it live. Only a `published` schema that nobody touched since can be gone back to.
"""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from psycopg import sql

from etl.database.roles import BI_READER

LIVE = "marts"
STANDBY = "marts_standby"

CREATE = """
CREATE TABLE IF NOT EXISTS {}.publication (
    is_only_row         boolean PRIMARY KEY DEFAULT true CHECK (is_only_row),
    publication_id      bigint,
    load_watermark      bigint NOT NULL,
    project_fingerprint text,
    state               text NOT NULL CHECK (state IN ('building', 'built', 'published')),
    built_at            timestamptz NOT NULL
)
"""
RECORD = """
INSERT INTO {}.publication AS known (publication_id, load_watermark, project_fingerprint, state, built_at)
VALUES (NULL, %(watermark)s, %(fingerprint)s, %(state)s, clock_timestamp())
ON CONFLICT (is_only_row) DO UPDATE SET
    publication_id = CASE WHEN excluded.state = 'building' THEN known.publication_id END,
    load_watermark = excluded.load_watermark,
    project_fingerprint = excluded.project_fingerprint,
    state = excluded.state,
    built_at = excluded.built_at
"""


@dataclass(frozen=True)
class StandbyState:
    """One built schema: everything up to load `load_watermark`, by the project `project_fingerprint`."""

    load_watermark: int
    project_fingerprint: str | None
    state: str
    publication_id: int | None


def standby_state(connection: psycopg.Connection, schema: str = STANDBY) -> StandbyState | None:
    """What the schema says of itself; None when it was never built."""
    if not _exists(connection, schema):
        return None
    query = "SELECT load_watermark, project_fingerprint, state, publication_id FROM {}.publication"
    row = connection.execute(sql.SQL(query).format(sql.Identifier(schema))).fetchone()
    return StandbyState(*row) if row else None


def published_state(connection: psycopg.Connection) -> StandbyState | None:
    """What the latest refresh published, also where a rollback has taken it out of BI's sight since.

    A refresh compares this with what is landed: after a rollback only something new publishes again.
    """
    row = connection.execute(
        "SELECT load_watermark, project_fingerprint, 'published', publication_id"
        " FROM quality.publication WHERE kind = 'publish' ORDER BY publication_id DESC LIMIT 1"
    ).fetchone()
    return StandbyState(*row) if row else None


def begin_build(connection: psycopg.Connection, fingerprint: str) -> StandbyState | None:
    """Mark the standby as being built and return what it holds; None: build it from nothing (full refresh).

    The fingerprint is forgotten before a full refresh: half of its tables may be of the new project when it dies.
    """
    with connection.transaction():
        close_standby(connection)
        connection.execute(sql.SQL(CREATE).format(sql.Identifier(STANDBY)))
        held = standby_state(connection)
        usable = held if held and held.project_fingerprint == fingerprint else None
        _record(connection, usable.load_watermark if usable else 0, fingerprint if usable else None, "building")
    return usable


def record_standby(connection: psycopg.Connection, watermark: int, fingerprint: str) -> None:
    """State that the standby holds everything up to `watermark`, as built by the project `fingerprint`."""
    with connection.transaction():
        _record(connection, watermark, fingerprint, "built")


def close_standby(connection: psycopg.Connection) -> None:
    """BI may read the published schema only."""
    statement = sql.SQL("REVOKE ALL ON SCHEMA {} FROM {}")
    connection.execute(statement.format(sql.Identifier(STANDBY), sql.Identifier(BI_READER)))


def _record(connection: psycopg.Connection, watermark: int, fingerprint: str | None, state: str) -> None:
    connection.execute(
        sql.SQL(RECORD).format(sql.Identifier(STANDBY)),
        {"watermark": watermark, "fingerprint": fingerprint, "state": state},
    )


def _exists(connection: psycopg.Connection, schema: str) -> bool:
    row = connection.execute("SELECT to_regclass(%s)", (f"{schema}.publication",)).fetchone()
    return row is not None and row[0] is not None
