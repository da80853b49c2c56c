"""A refresh with nothing new imports neither dbt nor Great Expectations, nor what draws the report."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from etl.settings import PROJECT_DIR
from tests.report.conftest import Refreshed

HEAVY = {"dbt", "great_expectations", "altair", "vl_convert", "pandas", "jinja2"}


def test_it_imports_nothing_heavy(refreshed: Refreshed) -> None:
    settings = refreshed.settings
    environment = {**os.environ, "WAREHOUSE_HOME": str(settings.home), "WAREHOUSE_PORT": str(settings.port)}
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "etl", "refresh", "articles/qingdao-two-industries.md"],
        cwd=PROJECT_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.startswith("Nothing new")
    imported = {name.partition(".")[0] for name in re.findall(r"^import time:.*\| +(\S+)$", result.stderr, re.M)}
    assert "psycopg" in imported
    assert imported & HEAVY == set()
