"""Each role can do exactly what the table in etl/database/roles.py says: allowed things work, all else is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest

from etl.database import Database, roles
from etl.database.roles import BI_READER, LOADER, OWNER, ROLES, TRANSFORMER
from etl.errors import DatabaseError

TABLES = {
    "staging": "staging.load",
    "quality": "quality.run",
    "vocabulary": "vocabulary.probe",
    "intermediate": "intermediate.probe",
    "marts": "marts.probe",
    "marts_standby": "marts_standby.probe",
}
READS = {
    OWNER: {"staging", "quality"},
    LOADER: set(TABLES),
    TRANSFORMER: set(TABLES),
    BI_READER: {"marts", "quality"},
}
WRITES = {
    OWNER: {"staging", "quality"},
    LOADER: {"staging", "quality"},
    TRANSFORMER: {"vocabulary", "intermediate", "marts", "marts_standby"},
    BI_READER: set(),
}
OWNS = {
    OWNER: {"staging", "quality"},
    LOADER: set(),
    TRANSFORMER: {"vocabulary", "intermediate", "marts", "marts_standby"},
    BI_READER: set(),
}
INSERT = "INSERT INTO {table} OVERRIDING SYSTEM VALUE SELECT * FROM {table} WHERE false"
REFUSED = (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)


@pytest.fixture(scope="module")
def filled(database: Database) -> Iterator[Database]:
    """A table in each schema that dbt builds."""
    with database.connect(TRANSFORMER) as connection:
        for schema in roles.BUILT_SCHEMAS:
            connection.execute(f"CREATE TABLE {schema}.probe (number integer)".encode())
    yield database
    with database.connect(TRANSFORMER) as connection:
        for schema in roles.BUILT_SCHEMAS:
            connection.execute(f"DROP TABLE {schema}.probe".encode())


def may(database: Database, role: str, statement: str, *, evade: bool = False) -> bool:
    """Whether a statement works for a role; its effect is rolled back."""
    connection = database.connect(role)
    try:
        if evade:
            connection.execute("SET default_transaction_read_only = off")
            connection.commit()
        connection.execute(statement.encode())
    except REFUSED:
        return False
    finally:
        connection.rollback()
        connection.close()
    return True


@pytest.mark.parametrize("role", ROLES)
def test_reads(filled: Database, role: str) -> None:
    readable = {schema for schema, table in TABLES.items() if may(filled, role, f"SELECT * FROM {table}")}
    assert readable == READS[role]


@pytest.mark.parametrize("role", ROLES)
def test_writes_rows(filled: Database, role: str) -> None:
    inserts = {schema for schema, table in TABLES.items() if may(filled, role, INSERT.format(table=table), evade=True)}
    deletes = {schema for schema, table in TABLES.items() if may(filled, role, f"DELETE FROM {table}", evade=True)}
    assert (inserts, deletes) == (WRITES[role], WRITES[role])


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    "change",
    ["CREATE TABLE {schema}.made (a int)", "ALTER TABLE {table} ADD COLUMN made int", "DROP TABLE {table} CASCADE"],
)
def test_changes_tables(filled: Database, role: str, change: str) -> None:
    changeable = {
        schema
        for schema, table in TABLES.items()
        if may(filled, role, change.format(schema=schema, table=table), evade=True)
    }
    assert changeable == OWNS[role]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("statement", "allowed"),
    [
        ("CREATE TEMPORARY TABLE scratch (a int)", {TRANSFORMER}),
        ("CREATE SCHEMA more", {TRANSFORMER}),
        ("ALTER SCHEMA marts RENAME TO marts_aside", {TRANSFORMER}),
        ("CREATE TABLE public.made (a int)", set()),
        ("CREATE ROLE more", set()),
        ("SET ROLE postgres", set()),
        ("SET ROLE warehouse_owner", {OWNER}),
        ("SET ROLE warehouse_transformer", {TRANSFORMER}),
        ("SELECT rolpassword FROM pg_authid", set()),
        ("SELECT pg_read_file('postgresql.conf')", set()),
        ("COPY (SELECT 1) TO PROGRAM 'true'", set()),
        ("COPY (SELECT 1) TO '/tmp/warehouse-probe'", set()),
        ("ALTER SYSTEM SET work_mem = '1GB'", set()),
        ("CREATE EXTENSION file_fdw SCHEMA pg_catalog", set()),
        ("ALTER DATABASE warehouse RENAME TO other", set()),
        ("DROP DATABASE warehouse", set()),
    ],
)
def test_the_rest_of_the_server(filled: Database, role: str, statement: str, allowed: set[str]) -> None:
    connection = filled.connect(role, autocommit=True)
    try:
        # a transaction only where it can be rolled back: some of these refuse to run inside one
        if not statement.startswith(("ALTER SYSTEM", "DROP DATABASE")):
            connection.execute("BEGIN READ WRITE")
        connection.execute(statement.encode())
        done = True
    except REFUSED:
        done = False
    finally:
        if connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            connection.execute("ROLLBACK")
        connection.close()
    assert done == (role in allowed)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("other", ["postgres", "template1"])
def test_no_other_database_of_the_embedded_server_opens(filled: Database, role: str, other: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied for database"):
        replace(filled, base_url=filled.base_url.set(database=other)).connect(role)


def test_bi_reader_is_read_only_and_timed_at_login(filled: Database) -> None:
    with filled.connect(BI_READER) as connection:
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            connection.execute("INSERT INTO quality.run (status) VALUES ('x')")
        connection.rollback()
        names = ("statement_timeout", "search_path", "default_transaction_read_only")
        settings = [connection.execute(f"SHOW {name}".encode()).fetchone() for name in names]
    assert settings == [("1min",), ("marts, quality",), ("on",)]


def test_tables_made_later_are_granted_by_themselves(filled: Database) -> None:
    with filled.connect(TRANSFORMER) as connection:
        connection.execute("CREATE TABLE marts_standby.later (number integer)")
        connection.execute("ALTER SCHEMA marts RENAME TO marts_aside")
        connection.execute("ALTER SCHEMA marts_standby RENAME TO marts")
        connection.execute("GRANT USAGE ON SCHEMA marts TO bi_reader")
        grant = "SELECT has_table_privilege('bi_reader', 'marts.later', 'SELECT')"
        assert connection.execute(grant.encode()).fetchone() == (True,)
        connection.rollback()


def test_no_role_is_more_than_a_login(filled: Database) -> None:
    query = (
        "SELECT rolname, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls,"
        " EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)"
        " FROM pg_roles WHERE rolname = ANY(%s) ORDER BY 1"
    )
    with filled.connect(BI_READER) as connection:
        rows = connection.execute(query.encode(), (list(ROLES),)).fetchall()
    assert rows == [(role, False, False) for role in sorted(ROLES)]
