"""A clock that is set back: what was done before lies in the future, and nothing goes wrong by it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from etl.database import open_database
from etl.database.roles import SUPERUSER
from tests.faults.warehouses import Warehouse

pytestmark = pytest.mark.faults

TIMES = """
SELECT table_schema, table_name, column_name
FROM information_schema.columns
JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema IN ('staging', 'quality', 'marts', 'marts_standby') AND data_type LIKE 'timestamp%'
    AND table_type = 'BASE TABLE'
"""


def test_a_clock_set_back(warehouse: Warehouse, articles: Path, undisturbed: dict[str, str]) -> None:
    with open_database(warehouse.settings) as database, database.connect(SUPERUSER, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for schema, table, column in connection.execute(TIMES).fetchall():
            connection.execute(f"UPDATE {schema}.{table} SET {column} = {column} + interval '10 years'".encode())
    for path in articles.iterdir():
        os.utime(path, (0, 0))
    before = warehouse.contents()
    warehouse.run("refresh", articles)
    assert warehouse.contents() == undisturbed
    assert warehouse.run("refresh", articles).stdout.startswith("Nothing new")
    status = json.loads(warehouse.run("status", "--json").stdout)
    assert status["published"]["kind"] == "publish" and status["last_run"]["status"] == "nothing_new"
    warehouse.run("rollback")
    assert warehouse.contents() == before
    assert warehouse.run("refresh", articles).stdout.startswith("Nothing new")  # a rollback stays
    warehouse.run("rollback")
    assert warehouse.contents() == undisturbed
