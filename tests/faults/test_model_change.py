"""The columns of a model change between two publications: the next one is built anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from etl.settings import PROJECT_DIR
from tests.faults.warehouses import Warehouse

pytestmark = pytest.mark.faults

DIMENSIONS = Path("dbt_project") / "models" / "marts" / "dimensions"
COLUMN = "      - {name: measure_length, data_type: integer, description: How long its name is}\n"
QUERY = "SELECT sum(measure_length) > 0 FROM dim_measure"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout whose models may be changed."""
    folder = tmp_path / "project"
    ignored = shutil.ignore_patterns("target", "logs", "__pycache__", ".user.yml")
    for name in ("etl", "dbt_project", "expectations", "tests"):
        shutil.copytree(PROJECT_DIR / name, folder / name, ignore=ignored)
    return folder


def change(path: Path, how: Callable[[str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    changed = how(text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def add_column(project: Path) -> None:
    """Give dim_measure one more column."""
    column = "additivity as additivity_code"
    more = f"{column},\n        length(name_en) as measure_length"
    change(project / DIMENSIONS / "dim_measure.sql", lambda text: text.replace(column, more))
    last = "      - {name: additivity_code, data_type: text, description: \"{{ doc('additivity_code') }}\"}\n"
    change(project / DIMENSIONS / "_dimensions__models.yml", lambda text: text.replace(last, last + COLUMN))


def test_a_column_is_added_and_taken_away(
    warehouse: Warehouse, project: Path, articles: Path, undisturbed: dict[str, str]
) -> None:
    elsewhere = replace(warehouse, project=project)
    add_column(project)
    elsewhere.run("refresh", articles)
    assert "True" in elsewhere.run("query", QUERY).stdout
    changed = warehouse.contents()
    assert {name for name in changed if changed[name] != undisturbed[name]} == {"dim_measure"}
    # the other way, while the earlier publication has the column still
    warehouse.run("refresh", articles)
    assert "does not exist" in warehouse.run("query", QUERY, check=False).stderr
    assert warehouse.contents() == undisturbed


def test_a_model_that_fails(warehouse: Warehouse, project: Path, articles: Path) -> None:
    before = warehouse.contents()
    elsewhere = replace(warehouse, project=project)
    change(project / DIMENSIONS / "dim_measure.sql", lambda text: text.replace("additivity as", "no_such_column as"))
    failed = elsewhere.run("refresh", articles, check=False)
    assert failed.returncode == 5
    assert failed.stderr.count("\n") == 1 and "dim_measure" in failed.stderr
    assert warehouse.contents() == before
