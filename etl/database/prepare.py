"""Roles, schemas and tables, made where they are missing: the embedded server at each start, others by init-db."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from etl.database import roles
from etl.database.migrate import migrate, tables_mark
from etl.database.passwords import complete_passwords, new_password, read_passwords, scram_verifier
from etl.errors import DatabaseError

if TYPE_CHECKING:
    from etl.database.connection import Database

LOCK = 0x61727477, 2  # "artw", prepare; the refresh lock is 1
MARKS = """
SELECT
    obj_description(to_regnamespace('staging'), 'pg_namespace'),
    obj_description(to_regnamespace('quality'), 'pg_namespace')
"""


def is_prepared(database: Database) -> bool:
    """Whether this version's roles, schemas and tables are all there; one query."""
    try:
        with database.connect(roles.LOADER) as connection:
            return marks(connection) == (roles.setup_mark(database.base_url.database or ""), tables_mark())
    except DatabaseError:
        return False


def marks(connection: psycopg.Connection) -> tuple[str | None, str | None]:
    """What set-up and migration left as comments of their schemas, None where they never ran."""
    row = connection.execute(MARKS).fetchone()
    return (row[0], row[1]) if row else (None, None)


def prepare_embedded(server: Database, database: Database, passwords_file: Path) -> Database:
    """Make what is missing on the embedded server, passwords too, one process at a time; gives the way in."""
    name, host = database.base_url.database or "", database.base_url.host or ""
    with server.connect(roles.SUPERUSER, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s, %s)", LOCK)
        known = read_passwords(passwords_file, host)
        prepared = replace(database, passwords={role: new_password() for role in roles.ROLES} | known)
        if prepared.passwords == known and is_prepared(prepared):
            return prepared
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            # this server is for the warehouse alone
            connection.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")
        with prepared.connect(roles.SUPERUSER) as inside:
            set_up(inside, name, prepared.passwords)
        migrate(prepared)
        complete_passwords(passwords_file, host, prepared.passwords)
        return prepared


def set_up(connection: psycopg.Connection, name: str, passwords: Mapping[str, str]) -> None:
    """Make roles, schemas and grants, in the transaction of `connection`; only roles in `passwords` are touched."""
    connection.execute("SELECT pg_advisory_xact_lock(%s, %s)", LOCK)
    for role in roles.ROLES:
        if role in passwords:
            run_all(connection, roles.role_statements(role, scram_verifier(passwords[role])))
    run_all(connection, roles.setup_statements(name))


def run_all(connection: psycopg.Connection, statements: list[str]) -> None:
    """Run statements that this package wrote, one after the other."""
    for statement in statements:
        connection.execute(statement.encode())
