"""Prepare a PostgreSQL server of the user's own: roles, schemas, grants, then the tables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

import psycopg

from etl.database import roles
from etl.database.connection import Database, connect, host_of, outside_database, parse_url
from etl.database.migrate import migrate
from etl.database.passwords import complete_passwords, environment_passwords, new_password, scram_verifier
from etl.database.prepare import is_prepared, marks, run_all, set_up
from etl.errors import DatabaseError, UsageError
from etl.settings import Settings

OLDEST, NEWEST = 15, 18
DBA_HINT = "let a database administrator run the output of warehouse init-db --print-sql, then run this again"
FOREIGN_TABLES = """
SELECT pg_namespace.nspname || '.' || pg_class.relname
FROM pg_class JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace
WHERE pg_class.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND pg_namespace.nspname <> ALL(%s) AND pg_namespace.nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend WHERE pg_depend.objid = pg_class.oid AND pg_depend.deptype = 'e')
ORDER BY 1 LIMIT 3
"""
POWERS = """
SELECT
    login.rolsuper,
    login.rolcreaterole,
    pg_has_role(login.oid, pg_database.datdba, 'USAGE'),
    login.rolname
FROM pg_roles AS login, pg_database
WHERE login.rolname = current_user AND pg_database.datname = current_database()
"""


@dataclass(frozen=True)
class Initialised:
    """What init-db leaves: the database, and whether anything had to be done."""

    database: Database
    changed: bool


def initialise(settings: Settings, environ: Mapping[str, str] = os.environ) -> Initialised:
    """Bring the database of WAREHOUSE_DATABASE_URL to this version; repeatable."""
    database = outside_database(settings, environ)
    if is_prepared(database):
        return Initialised(database, changed=False)
    locked_out = [role for role in roles.ROLES if not _can_log_in(database, role)]
    if locked_out or not is_set_up(database):
        with _administrator(settings, environ) as connection:
            _require_suitable(connection)
            database = _with_all_passwords(settings, database)
            _set_up(connection, database, {role: database.passwords[role] for role in locked_out})
    migrate(database)
    return Initialised(database, changed=True)


def administrator_script(settings: Settings, environ: Mapping[str, str] = os.environ) -> str:
    """SQL for someone with the rights: passwords appear as verifiers only, and are kept in the passwords file."""
    database = _with_all_passwords(settings, outside_database(settings, environ))
    name = database.base_url.database or ""
    statements = [
        *(
            statement
            for role in roles.ROLES
            for statement in roles.role_statements(role, scram_verifier(database.passwords[role]))
        ),
        *roles.setup_statements(name),
    ]
    head = f"-- article-warehouse: roles, schemas and rights\n-- run as a superuser: psql -d {name} -f THIS_FILE\n"
    return head + "\n".join(["BEGIN;", *(f"{statement};" for statement in statements), "COMMIT;"])


def is_set_up(database: Database) -> bool:
    """Whether roles, schemas and grants of this version are there."""
    with database.connect(roles.LOADER) as connection:
        return marks(connection)[0] == roles.setup_mark(database.base_url.database or "")


def _with_all_passwords(settings: Settings, database: Database) -> Database:
    missing = {role: new_password() for role in roles.ROLES if role not in database.passwords}
    if not missing:
        return database
    kept = complete_passwords(settings.passwords_file, host_of(database.base_url), missing)
    return replace(database, passwords={**kept, **database.passwords})


def _can_log_in(database: Database, role: str) -> bool:
    try:
        database.connect(role).close()
    except DatabaseError:
        return False
    return True


def _administrator(settings: Settings, environ: Mapping[str, str]) -> psycopg.Connection:
    """A connection as the user of the URL."""
    url = parse_url(settings.database_url or "")
    if password := environment_passwords(["warehouse_database"], environ).get("warehouse_database"):
        url = url.set(password=password)
    return connect(url)


def _require_suitable(connection: psycopg.Connection) -> None:
    version = connection.info.server_version // 10000
    if not OLDEST <= version <= NEWEST:
        raise DatabaseError(
            f"the server is PostgreSQL {version}", f"use a server of version {OLDEST} to {NEWEST}, which are tested"
        )
    tables = [row[0] for row in connection.execute(FOREIGN_TABLES, ([*roles.SCHEMAS, "information_schema"],))]
    if tables:
        raise UsageError(
            f"the database holds tables of others ({', '.join(tables)}), from whom rights would be taken",
            "make a database for the warehouse alone: createdb warehouse",
        )
    superuser, create_role, owns_database, name = connection.execute(POWERS).fetchone() or (False, False, False, "")
    if not superuser and not (create_role and owns_database):
        lack = "may not create roles" if not create_role else "does not own the database"
        raise DatabaseError(f"the user {name} {lack}", DBA_HINT)


def _set_up(connection: psycopg.Connection, database: Database, passwords: Mapping[str, str]) -> None:
    """Set up in one transaction; who is no superuser becomes a member of the owning roles for its length."""
    try:
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('article-warehouse'))")
        for role, password in passwords.items():
            run_all(connection, roles.role_statements(role, scram_verifier(password)))
        joined = [role for role in (roles.OWNER, roles.TRANSFORMER) if not _acts_as(connection, role)]
        run_all(connection, [f"GRANT {role} TO CURRENT_USER" for role in joined])
        set_up(connection, database.base_url.database or "", {})
        run_all(connection, [f"REVOKE {role} FROM CURRENT_USER" for role in joined])
    except psycopg.errors.InsufficientPrivilege as error:
        raise DatabaseError(
            f"the user of the URL may not do it all ({error.diag.message_primary})", DBA_HINT
        ) from error


def _acts_as(connection: psycopg.Connection, role: str) -> bool:
    row = connection.execute("SELECT pg_has_role(current_user, %s, 'USAGE')", (role,)).fetchone()
    return bool(row and row[0])
