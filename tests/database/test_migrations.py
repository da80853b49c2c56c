"""The revisions lead to exactly the tables of the metadata, once, and an unknown future is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from etl.database import Database, roles, views
from etl.database.migrate import alembic_config, migrate, tables_mark
from etl.database.tables import metadata
from etl.errors import DatabaseError

OPTIONS = {"include_schemas": True, "version_table": "schema_revision", "version_table_schema": "quality"}


def test_the_migrated_schema_is_the_metadata(database: Database) -> None:
    engine = database.engine(roles.OWNER)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={**OPTIONS, "include_name": _is_ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_one_line_of_revisions(database: Database) -> None:
    engine = database.engine(roles.OWNER)
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(alembic_config(connection))
        current = connection.scalar(text("SELECT version_num FROM quality.schema_revision"))
    engine.dispose()
    assert script.get_heads() == [current]


def test_views_are_there_and_belong_to_the_owner(database: Database) -> None:
    with database.connect(roles.BI_READER) as connection:
        for view in views.VIEWS:
            connection.execute(f"SELECT * FROM {view} LIMIT 0".encode())


def test_migrating_again_changes_nothing(database: Database) -> None:
    with database.connect(roles.OWNER) as connection:
        connection.execute("COMMENT ON SCHEMA quality IS 'article-warehouse: tables of before'")
    migrate(database)
    with database.connect(roles.OWNER) as connection:
        row = connection.execute("SELECT obj_description('quality'::regnamespace, 'pg_namespace')").fetchone()
    assert row == (tables_mark(),)


def test_a_database_of_a_newer_version_is_refused_and_kept(database: Database) -> None:
    with database.connect(roles.OWNER) as connection:
        connection.execute("UPDATE quality.schema_revision SET version_num = '9999'")
        connection.execute("COMMENT ON SCHEMA quality IS 'article-warehouse: tables of tomorrow'")
    with pytest.raises(DatabaseError, match=r"made by a newer version of this program.*install that version"):
        migrate(database)
    with database.connect(roles.OWNER) as connection:
        connection.execute("UPDATE quality.schema_revision SET version_num = '0001'")
    migrate(database)


def test_looking_whether_all_is_there_imports_no_alembic(tmp_path: Path) -> None:
    code = "import sys, etl.database.prepare; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 0


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "schema" or name in roles.LANDED_SCHEMAS
