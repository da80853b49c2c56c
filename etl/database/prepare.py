"""Roles, database, schemas and tables, made where they are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from etl.database import roles
from etl.database.tables import metadata

if TYPE_CHECKING:
    from etl.database.connection import Database

SUPERUSER = "postgres"


def prepare(server: Database, database: Database) -> None:
    """Make what is missing on the embedded server; costs one query when all is there."""
    name = database.base_url.database or ""
    with server.connect(SUPERUSER, autocommit=True) as connection:
        if _is_prepared(connection, name):
            return
        for role in roles.ROLES:
            _ensure_role(connection, role, server.passwords[role])
        if not _exists(connection, "SELECT 1 FROM pg_database WHERE datname = %s", name):
            statement = sql.SQL("CREATE DATABASE {} OWNER {}")
            connection.execute(statement.format(sql.Identifier(name), sql.Identifier(roles.OWNER)))
    with database.connect(SUPERUSER, autocommit=True) as connection:
        for text in roles.schema_statements(name):
            connection.execute(text.encode())
    engine = database.engine(roles.OWNER)
    metadata.create_all(engine)
    engine.dispose()
    with server.connect(SUPERUSER, autocommit=True) as connection:
        # set last, so that an interrupted preparation is done again
        comment = sql.SQL("COMMENT ON DATABASE {} IS 'article-warehouse: prepared'")
        connection.execute(comment.format(sql.Identifier(name)))


def _is_prepared(connection: psycopg.Connection, name: str) -> bool:
    query = "SELECT 1 FROM pg_database WHERE datname = %s AND shobj_description(oid, 'pg_database') IS NOT NULL"
    return _exists(connection, query, name)


def _ensure_role(connection: psycopg.Connection, role: str, password: str) -> None:
    known = _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", role)
    statement = sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}" if known else "CREATE ROLE {} LOGIN PASSWORD {}")
    connection.execute(statement.format(sql.Identifier(role), sql.Literal(password)))


def _exists(connection: psycopg.Connection, query: str, value: str) -> bool:
    return connection.execute(query.encode(), (value,)).fetchone() is not None
