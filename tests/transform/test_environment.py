"""What dbt is told of the database, and when everything must be built anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url

from etl.database import Database
from etl.database.roles import TRANSFORMER
from etl.errors import TransformError
from etl.settings import PROJECT_DIR, Settings
from etl.transform.environment import connection_variables, environment
from etl.transform.fingerprint import project_fingerprint
from etl.transform.invoke import run_dbt
from etl.transform.state import begin_full_refresh, finish_full_refresh, needs_full_refresh


def test_importing_it_does_not_import_dbt() -> None:
    code = "import sys, etl.transform; sys.exit('dbt.cli.main' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT_DIR, check=False).returncode == 0


def test_the_url_and_its_encryption_reach_dbt() -> None:
    url = make_url(
        "postgresql+psycopg://db.example:6432/figures?sslmode=verify-full&sslrootcert=/ca.pem&connect_timeout=3"
    )
    told = connection_variables(Database(url, {TRANSFORMER: "secret"}))
    assert told == {
        "WAREHOUSE_DBT_HOST": "db.example",
        "WAREHOUSE_DBT_PORT": "6432",
        "WAREHOUSE_DBT_USER": TRANSFORMER,
        "DBT_ENV_SECRET_WAREHOUSE_PASSWORD": "secret",
        "WAREHOUSE_DBT_DATABASE": "figures",
        "WAREHOUSE_DBT_ROLE": TRANSFORMER,
        "PGSSLMODE": "verify-full",
        "PGSSLROOTCERT": "/ca.pem",
    }


def test_the_password_does_not_stay_in_the_environment() -> None:
    name = "DBT_ENV_SECRET_WAREHOUSE_PASSWORD"
    with environment({name: "secret"}):
        assert os.environ[name] == "secret"
    assert name not in os.environ


def test_any_change_of_the_project_shows(tmp_path: Path) -> None:
    project = tmp_path / "dbt_project"
    shutil.copytree(PROJECT_DIR / "dbt_project", project, ignore=shutil.ignore_patterns("target", "logs"))
    before = project_fingerprint(project)
    assert before == project_fingerprint(PROJECT_DIR / "dbt_project")
    (project / "macros" / "keys" / "pilot_key.sql").write_text("{# other #}", encoding="utf-8")
    assert project_fingerprint(project) != before


def test_a_full_refresh_that_was_begun_is_begun_again(database: Database, settings: Settings) -> None:
    assert needs_full_refresh(database, settings.dbt_project_dir)
    finish_full_refresh(database, settings.dbt_project_dir)
    assert not needs_full_refresh(database, settings.dbt_project_dir)
    begin_full_refresh(database)
    assert needs_full_refresh(database, settings.dbt_project_dir)


def test_a_failure_is_one_line_that_names_the_model(database: Database, settings: Settings) -> None:
    with pytest.raises(TransformError) as failure:
        run_dbt(database, settings, "run", "--select", "int_areas__named")  # its seed is not there yet
    message = str(failure.value)
    assert "int_areas__named" in message
    assert "\n" not in message
    assert "dbt.log" in message
