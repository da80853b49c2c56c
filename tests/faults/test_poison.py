"""An article that breaks a rule, through the command line: set aside with its sentence, the others published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.errors import DocumentError
from tests.faults.conftest import THEN, write_articles
from tests.faults.warehouses import Warehouse

pytestmark = pytest.mark.faults

POISON = "2024年，青岛市服务业增加值占地区生产总值的148.5%。"
CURE = "2024年，青岛市服务业增加值占地区生产总值的64.9%。"
SHARE_2024 = "SELECT value FROM indicator_series WHERE indicator_code = 'services_value_added' AND period_code = '2024'"


def test_a_poisoned_article(warehouse: Warehouse, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles", {**THEN, "poison.md": POISON})
    first = warehouse.run("refresh", folder, check=False)
    assert first.returncode == DocumentError.exit_code
    assert "poison.md" in first.stderr and "48.5" in first.stderr
    status = json.loads(warehouse.run("status", "--json").stdout)
    names = {Path(document["source_uri"]).name for document in status["documents"]}
    assert {"b.md", "c.md", "d.md"} <= names and "poison.md" not in names
    query = f"{SHARE_2024} AND area_code = '370200'"
    assert json.loads(warehouse.run("query", query, "--format", "json").stdout) == []
    rejected = "SELECT rule, evidence_text FROM quality.rejected_document"
    ((row),) = json.loads(warehouse.run("query", rejected, "--format", "json").stdout)
    assert row == {"rule": "share_range", "evidence_text": POISON}
    report = (warehouse.home / "reports" / "index.html").read_text(encoding="utf-8")
    assert POISON in report and "已隔离" in report
    # it is not tried again and again
    again = warehouse.run("refresh", folder, check=False)
    assert again.stdout.startswith("Nothing new")
    # and comes in once it is corrected
    write_articles(folder, {"poison.md": CURE})
    warehouse.run("refresh", folder)
    assert json.loads(warehouse.run("query", query, "--format", "json").stdout) == [{"value": 64.9}]
