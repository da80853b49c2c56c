"""The generated pages of the reference are what the code says now."""

from __future__ import annotations

import subprocess
import sys

import yaml

from etl.database import Database, roles
from etl.errors import WarehouseError
from etl.settings import PROJECT_DIR
from scripts.reference.columns import QUALITY, columns_page
from scripts.reference.command_line import command_line_page, error_classes, exit_codes

QUALITY_COLUMNS = """
SELECT table_name, column_name, data_type FROM information_schema.columns
WHERE table_schema = 'quality' ORDER BY table_name, ordinal_position
"""
SHORT = {"timestamp with time zone": "timestamptz"}


def test_the_pages_are_up_to_date() -> None:
    command = [sys.executable, "-m", "scripts.reference", "--check"]  # in a process that no other test has touched
    done = subprocess.run(command, cwd=PROJECT_DIR, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_each_kind_of_error_has_an_exit_code_of_its_own() -> None:
    by_code: dict[int, list[type[WarehouseError]]] = {}
    for kind in error_classes():
        assert kind.__doc__, kind
        by_code.setdefault(kind.exit_code, []).append(kind)
    for code, kinds in by_code.items():
        broadest = kinds[0]
        assert all(issubclass(kind, broadest) for kind in kinds), f"{code}: {kinds}"
        assert f"| {code} | {exit_codes()[code]} |" in command_line_page()
    assert {3, 4, 5, 6, 7} <= set(by_code)


def test_every_column_of_quality_is_told(database: Database) -> None:
    with database.connect(roles.BI_READER) as connection:
        found = {(table, column, SHORT.get(kind, kind)) for table, column, kind in connection.execute(QUALITY_COLUMNS)}
    tables = yaml.safe_load(QUALITY.read_text(encoding="utf-8"))
    told = {(name, column, kind) for name, table in tables.items() for column, (kind, _) in table["columns"].items()}
    assert told == found


def test_no_description_is_left_unresolved() -> None:
    page = columns_page()
    assert "{{" not in page and "|  |" not in page
