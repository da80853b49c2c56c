"""Runs and steps are recorded while they happen."""

from __future__ import annotations

from typing import Any

import pytest

from etl.database import Database
from etl.database.roles import BI_READER
from etl.publish import start_run
from etl.publish.history import DIED


def rows(database: Database, query: str) -> list[Any]:
    with database.connect(BI_READER) as connection:
        return connection.execute(query.encode()).fetchall()


def test_steps_with_rows_and_time(database: Database) -> None:
    with start_run(database) as run:
        with run.step("landing") as step:
            step.rows = 67
        run.finish("published", "1 article", load_watermark=1)
    found = rows(database, f"SELECT step, row_count, status, seconds >= 0 FROM run_step WHERE run_id = {run.run_id}")
    assert found == [("landing", 67, "done", True)]
    found = rows(database, f"SELECT status, message, load_watermark FROM run WHERE run_id = {run.run_id}")
    assert found == [("published", "1 article", 1)]


def test_a_failed_step_says_why(database: Database) -> None:
    with pytest.raises(ValueError, match="boom"), start_run(database) as run, run.step("dbt"):
        raise ValueError("boom")
    assert rows(database, f"SELECT status, message FROM run_step WHERE run_id = {run.run_id}") == [("failed", "boom")]
    assert rows(database, f"SELECT status, message FROM run WHERE run_id = {run.run_id}") == [("failed", "boom")]


def test_the_next_run_marks_a_killed_one(database: Database) -> None:
    recording = start_run(database)
    killed = recording.__enter__()
    step = killed.step("dbt")
    step.__enter__()
    with start_run(database) as run:
        run.finish("nothing_new")
    assert rows(database, f"SELECT status, message FROM run WHERE run_id = {killed.run_id}") == [("failed", DIED)]
    assert rows(database, f"SELECT status FROM run_step WHERE run_id = {killed.run_id}") == [("failed",)]
    killed.connection.close()
    del step, recording  # kept until here: a context manager that is dropped ends its block
