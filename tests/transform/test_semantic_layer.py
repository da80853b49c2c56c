"""MetricFlow answers from the semantic layer what SQL answers from the marts."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from etl.database import Database
from etl.transform.environment import SILENT, connection_variables
from etl.transform.invoke import artifacts_dir
from tests.transform.conftest import Built
from tests.transform.texts import ask

SERIES = "SELECT period_code, subject_name_zh, value FROM indicator_series WHERE modality_code = 'fact' AND {}"
PERIOD_AND_SUBJECT = "series_value__period_code,series_value__subject_name"


@dataclass(frozen=True)
class MetricFlow:
    """A copy of the project that `mf` can run in."""

    project: Path
    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        """Run mf and give what it prints."""
        program = Path(sys.executable).parent / "mf"
        result = subprocess.run(
            [str(program), *arguments],
            cwd=self.project,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    def query(self, metric: str, group_by: str) -> set[tuple[str, ...]]:
        """Rows of a metric; the value comes last."""
        answer = self.project / "answer.csv"
        self.run("query", "--metrics", metric, "--group-by", group_by, "--csv", str(answer))
        with answer.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        return {(*row[:-1], str(Decimal(row[-1]).normalize())) for row in rows}


@pytest.fixture(scope="module")
def database(built: Built) -> Database:
    """The built warehouse, whose marts are asked beside the metrics."""
    return built.database


@pytest.fixture(scope="module")
def metricflow(built: Built, tmp_path_factory: pytest.TempPathFactory) -> MetricFlow:
    project = tmp_path_factory.mktemp("metricflow") / "dbt_project"
    shutil.copytree(built.settings.dbt_project_dir, project, ignore=shutil.ignore_patterns("target", "logs"))
    (project / "target").mkdir()
    shutil.copy(artifacts_dir(built.settings) / "semantic_manifest.json", project / "target")
    variables = {**os.environ, **SILENT, **connection_variables(built.database), "DBT_PROFILES_DIR": str(project)}
    return MetricFlow(project, variables)


def test_it_is_valid(metricflow: MetricFlow) -> None:
    assert "ERRORS: 0" in metricflow.run("validate-configs", "--skip-dw").upper().replace("ERRORS : 0", "ERRORS: 0")


@pytest.mark.parametrize(
    ("metric", "condition"),
    [
        ("services_share_pct",
         "indicator_code = 'services_value_added' AND measure_code = 'share' AND denominator_code = 'gdp'"),
        ("services_growth_pct", "indicator_code = 'services_value_added' AND measure_code = 'growth_yoy'"),
        ("producer_services_share_pct",
         "indicator_code = 'producer_services_value_added' AND measure_code = 'share'"
         " AND denominator_code = 'services_value_added'"),
    ],
)  # fmt: skip
def test_series(metricflow: MetricFlow, database: Database, metric: str, condition: str) -> None:
    expected = {(p, s, str(v.normalize())) for p, s, v in ask(database, SERIES.format(condition))}
    assert expected
    assert metricflow.query(metric, PERIOD_AND_SUBJECT) == expected


def test_pilots_by_level(metricflow: MetricFlow, database: Database) -> None:
    rows = ask(
        database,
        "SELECT pilot_level_code, sum(claimed_count) FROM pilot_summary WHERE claimed_count IS NOT NULL GROUP BY 1",
    )
    expected = {(level, str(count.normalize())) for level, count in rows}
    assert expected
    assert metricflow.query("claimed_pilots", "pilot_in_area__pilot_level_code") == expected
