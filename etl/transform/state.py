"""Which project the shared views and the vocabulary were built from: they serve both marts schemas."""

from __future__ import annotations

from pathlib import Path

from psycopg import sql

from etl.database import Database
from etl.database.roles import TRANSFORMER
from etl.transform.fingerprint import project_fingerprint

READ_STAMP = "SELECT obj_description('intermediate'::regnamespace, 'pg_namespace')"
STAMP = sql.SQL("COMMENT ON SCHEMA intermediate IS {}")


def needs_full_refresh(database: Database, project_dir: Path) -> bool:
    """Whether the views in place are not those of this project: none yet, another version, or a killed build."""
    with database.connect(TRANSFORMER) as connection:
        row = connection.execute(READ_STAMP).fetchone()
    return row is None or row[0] != project_fingerprint(project_dir)


def begin_full_refresh(database: Database) -> None:
    """Take the stamp away, so that a build that is killed is begun again."""
    with database.connect(TRANSFORMER) as connection:
        connection.execute(STAMP.format(sql.Literal(None)))


def finish_full_refresh(database: Database, project_dir: Path) -> None:
    """Stamp what is in place now."""
    with database.connect(TRANSFORMER) as connection:
        connection.execute(STAMP.format(sql.Literal(project_fingerprint(project_dir))))
