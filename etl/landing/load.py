"""One document into staging, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import psycopg
from psycopg import sql
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql

from etl.database import tables
from etl.landing.rows import Row, designation_rows, mention_rows, observation_rows
from etl.review import Reviewed

DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class LoadedSource:
    """How a source stands.

    `standing` is the fingerprint of what the warehouse holds of it (None: nothing, or withdrawn), `latest` that of its
    latest load, which may have been rejected by the audit, and `rejection` why the latest load was rejected.
    """

    standing: str | None
    latest: str | None
    rejection: str | None


KNOWN = """
SELECT
    source_uri,
    (array_agg(fingerprint ORDER BY load_id DESC) FILTER (WHERE status <> 'rejected'))[1],
    (array_agg(fingerprint ORDER BY load_id DESC))[1],
    (array_agg(CASE WHEN status = 'rejected' THEN reason END ORDER BY load_id DESC))[1]
FROM staging.load
GROUP BY source_uri
"""


def loaded_sources(connection: psycopg.Connection) -> dict[str, LoadedSource]:
    """How every source stands, by source_uri."""
    return {uri: LoadedSource(*rest) for uri, *rest in connection.execute(KNOWN)}


def land(connection: psycopg.Connection, run_id: int, reviewed: Reviewed, fingerprint: str, version: str) -> int:
    """Land one document and supersede the earlier load of its source; returns the new load_id."""
    extraction = reviewed.extraction
    document = extraction.document
    with connection.transaction():
        load_id = _insert_load(
            connection,
            run_id=run_id,
            source_uri=document.source_uri,
            document_id=document.sha256,
            fingerprint=fingerprint,
            status="landed",
            reason="; ".join(f"line {stale.correction.line} of the review: {stale.reason}" for stale in reviewed.stale)
            or None,
            mention_count=len(extraction.mentions),
            observation_count=len(extraction.observations),
        )
        _supersede(connection, document.source_uri)
        metadata = document.metadata
        row = {
            "load_id": load_id,
            "document_id": document.sha256,
            "source_uri": document.source_uri,
            "is_current": True,
            "title": metadata.title,
            "publisher": metadata.publisher,
            "author": metadata.author,
            "published": metadata.published,
            "published_basis": metadata.published_basis,
            "area": metadata.area,
            "source_url": metadata.source,
            "format": document.format,
            "encoding": document.encoding,
            "text_characters": len(document.text),
            "body_text": document.text,
            "extractor_version": version,
        }
        _copy(connection, tables.document, [tuple(row[column.name] for column in tables.document.columns)])
        _copy(connection, tables.mention, mention_rows(load_id, extraction))
        _copy(connection, tables.observation, observation_rows(load_id, reviewed))
        _copy(connection, tables.pilot_designation, designation_rows(load_id, extraction))
    return load_id


def reject(connection: psycopg.Connection, run_id: int, source_uri: str, reason: str, *, rule: str = "readable") -> int:
    """Record a source that cannot be read; what was landed of it before stays current."""
    with connection.transaction():
        load_id = _insert_load(connection, run_id=run_id, source_uri=source_uri, status="rejected", reason=reason)
        connection.execute(
            "INSERT INTO quality.rejected_document (run_id, load_id, source_uri, rule, reason)"
            " VALUES (%s, %s, %s, %s, %s)",
            (run_id, load_id, source_uri, rule, reason),
        )
    return load_id


def withdraw(connection: psycopg.Connection, run_id: int, source_uri: str, reason: str) -> int:
    """Take a source out of the next publication; its rows stay in staging as history."""
    with connection.transaction():
        load_id = _insert_load(connection, run_id=run_id, source_uri=source_uri, status="withdrawn", reason=reason)
        _supersede(connection, source_uri)
    return load_id


def _insert_load(connection: psycopg.Connection, **fields: object) -> int:
    statement = sql.SQL("INSERT INTO staging.load ({}) VALUES ({}) RETURNING load_id").format(
        sql.SQL(", ").join(map(sql.Identifier, fields)), sql.SQL(", ").join([sql.Placeholder()] * len(fields))
    )
    row = connection.execute(statement, list(fields.values())).fetchone()
    assert row is not None
    return int(row[0])


def _supersede(connection: psycopg.Connection, source_uri: str) -> None:
    connection.execute(
        "UPDATE staging.document SET is_current = false WHERE source_uri = %s AND is_current", (source_uri,)
    )


def _copy(connection: psycopg.Connection, table: Table, rows: Iterable[Row]) -> None:
    columns = list(table.columns)
    statement = sql.SQL("COPY {}.{} ({}) FROM STDIN (FORMAT BINARY)").format(
        sql.Identifier(table.schema or ""),
        sql.Identifier(table.name),
        sql.SQL(", ").join(sql.Identifier(column.name) for column in columns),
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types([_type_name(column.type.compile(DIALECT)) for column in columns])
        for row in rows:
            copy.write_row(row)


def _type_name(declared: str) -> str:
    names = {"DOUBLE PRECISION": "float8", "BIGINT": "int8", "INTEGER": "int4", "SMALLINT": "int2", "BOOLEAN": "bool"}
    return names.get(declared, declared.lower())
