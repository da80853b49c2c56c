"""Outside judges of the dbt project: sqlfluff, dbt-score, dbt-bouncer and dbt-coverage find nothing to complain of."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from etl.transform import write_docs
from etl.transform.diagram import layers, star
from etl.transform.environment import SILENT, connection_variables
from etl.transform.invoke import artifacts_dir
from tests.transform.conftest import Built


@dataclass(frozen=True)
class Judged:
    """A built project: where dbt left its artifacts, and the environment that reaches its database."""

    artifacts: Path
    project_dir: Path
    environment: dict[str, str]

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a judge at the root of the project."""
        return subprocess.run(
            [str(Path(sys.executable).parent / program), *arguments],
            cwd=self.project_dir,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def judged(built: Built) -> Judged:
    """The project, with the artifacts of its documentation."""
    write_docs(built.database, built.settings, built.settings.home / "docs.html")
    environment = {**os.environ, **SILENT, **connection_variables(built.database), "COLUMNS": "200"}
    return Judged(artifacts_dir(built.settings), built.settings.project_dir, environment)


def test_dbt_score_gives_ten_to_everything(judged: Judged) -> None:
    manifest = str(judged.artifacts / "manifest.json")
    result = judged.run(
        "dbt-score", "lint", "--manifest", manifest, "--fail-project-under", "10", "--fail-any-item-under", "10"
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "10.0" in result.stdout


def test_dbt_bouncer_lets_the_strict_preset_pass(judged: Judged, tmp_path: Path) -> None:
    rules = (judged.project_dir / "dbt-bouncer.yml").read_text(encoding="utf-8")
    config = tmp_path / "dbt-bouncer.yml"
    config.write_text(f"dbt_artifacts_dir: {judged.artifacts}\n{rules}", encoding="utf-8")
    result = judged.run("dbt-bouncer", "run", "--config-file", str(config))
    assert result.returncode == 0, result.stdout + result.stderr
    assert "ERROR=0" in result.stdout


def test_the_bouncer_follows_its_own_strict_preset(judged: Judged) -> None:
    spec = find_spec("dbt_bouncer")
    assert spec
    assert spec.origin
    [preset] = (Path(spec.origin).parent / "presets").glob("strict*.yml")
    assert preset.read_text(encoding="utf-8").strip() in (judged.project_dir / "dbt-bouncer.yml").read_text(
        encoding="utf-8"
    )


def test_every_real_column_is_described(judged: Judged, tmp_path: Path) -> None:
    report = tmp_path / "coverage.json"
    result = judged.run(
        *("dbt-coverage", "compute", "doc", "--project-dir", "dbt_project"),
        *("--run-artifacts-dir", str(judged.artifacts), "--cov-report", str(report)),
    )
    assert result.returncode == 0, result.stdout + result.stderr
    coverage = json.loads(report.read_text(encoding="utf-8"))
    assert coverage["total"] > 1000
    assert coverage["covered"] == coverage["total"], result.stdout


def test_the_page_on_the_model_shows_the_model(judged: Judged) -> None:
    manifest = json.loads((judged.artifacts / "manifest.json").read_text(encoding="utf-8"))
    page = (judged.project_dir / "docs" / "explanation" / "model.md").read_text(encoding="utf-8")
    assert star(manifest) in page, "run scripts/draw_model.py"
    assert layers(manifest) in page, "run scripts/draw_model.py"


def test_exceptions_from_the_project_evaluator_name_models(judged: Judged) -> None:
    manifest = json.loads((judged.artifacts / "manifest.json").read_text(encoding="utf-8"))
    models = {node["name"] for node in manifest["nodes"].values() if node["resource_type"] == "model"}
    page = (judged.project_dir / "docs" / "reference" / "dbt-project-evaluator.md").read_text(encoding="utf-8")
    excepted = list(csv.DictReader(page.split("```csv\n")[1].split("```")[0].splitlines()))
    assert excepted
    assert [row for row in excepted if row["id_to_exclude"] not in models or not row["comment"]] == []


def test_models_are_short(judged: Judged) -> None:
    lengths = sorted(
        len(path.read_text(encoding="utf-8").splitlines())
        for path in (judged.project_dir / "dbt_project" / "models").rglob("*.sql")
    )
    assert lengths[-1] <= 150
    assert lengths[len(lengths) * 9 // 10] <= 110


def test_no_view_reads_what_changes_names(judged: Judged) -> None:
    nodes = json.loads((judged.artifacts / "manifest.json").read_text(encoding="utf-8"))["nodes"]
    models = [node for node in nodes.values() if node["resource_type"] == "model"]
    views = [node for node in models if node["config"]["materialized"] == "view"]
    read = {parent for view in views for parent in view["depends_on"]["nodes"]}
    assert [key for key in read if nodes.get(key, {}).get("schema") == "marts_standby"] == []


def test_sqlfluff_is_content(judged: Judged) -> None:
    result = judged.run("sqlfluff", "lint", "dbt_project/models", "--processes", "2")
    assert result.returncode == 0, result.stdout[-5000:] + result.stderr[-2000:]
