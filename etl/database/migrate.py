"""Bring the tables and views of `staging` and `quality` to this version: Alembic, in one transaction."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from etl.database import roles, views
from etl.errors import DatabaseError

if TYPE_CHECKING:
    from etl.database.connection import Database

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
LOCK = 0x61727477, 3  # "artw", migrate
LOCK_TIMEOUT = "30s"


@cache
def tables_mark() -> str:
    """The comment of schema `quality` after this version's migration: Alembic need not be imported to see it."""
    digest = hashlib.sha256()
    for path in sorted((MIGRATIONS / "versions").glob("*.py")):
        digest.update(path.read_bytes())
    digest.update("\n".join(views.statements()).encode())
    return f"article-warehouse: tables {digest.hexdigest()[:12]}"


def migrate(database: Database) -> None:
    """Upgrade the tables as their owner; concurrent callers wait and then find it done."""
    engine = database.engine(roles.OWNER)
    try:
        with engine.begin() as connection:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK[0]}, {LOCK[1]})"))
            mark = connection.scalar(text("SELECT obj_description(to_regnamespace('quality'), 'pg_namespace')"))
            if mark != tables_mark():
                connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
                _upgrade(connection)
    except DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise DatabaseError(f"the tables cannot be brought to this version ({reason})", "try again") from error
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.util import CommandError

    for view in views.VIEWS:
        connection.execute(text(f"DROP VIEW IF EXISTS {view}"))
    try:
        command.upgrade(alembic_config(connection), "head")
    except CommandError as error:
        raise DatabaseError(
            f"the warehouse was made by a newer version of this program ({error})", "install that version"
        ) from error
    for statement in views.statements():
        connection.exec_driver_sql(statement.replace("%", "%%"))
    connection.execute(text(f"COMMENT ON SCHEMA quality IS '{tables_mark()}'"))


def alembic_config(connection: Connection):  # type: ignore[no-untyped-def]  # noqa: ANN201 - its type costs the import
    """Alembic's configuration, with no file: where the revisions are, and the connection to use."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
