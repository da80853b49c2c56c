"""The first promise: an article in, an audited warehouse out, read as the BI role."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from etl.settings import PROJECT_DIR
from tests.conftest import free_port

SERIES = """
SELECT indicator_code, measure_code, period_code, value, unit_code, qualifier_code FROM marts.indicator_series
WHERE subject_name_zh = '青岛市' AND indicator_code = 'services_value_added'
"""
PILOTS = """
SELECT programme_code, pilot_level_code, pilot_kind_code, claimed_count, batch_count, named_members
FROM marts.pilot_summary WHERE area_name_zh = '青岛市' AND claimed_count IS NOT NULL
"""


@dataclass(frozen=True)
class Warehouse:
    """A state directory and the command that works on it."""

    environment: Mapping[str, str]
    folder: Path = PROJECT_DIR

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "etl", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, text=True, capture_output=True, timeout=300
        )

    def query(self, sql: str) -> list[dict[str, str]]:
        done = self.run("query", sql, "--format", "csv")
        assert done.returncode == 0, done.stderr
        return list(csv.DictReader(io.StringIO(done.stdout)))


def warehouse_in(home: Path) -> Warehouse:
    known = {name: value for name, value in os.environ.items() if not name.startswith("WAREHOUSE_")}
    return Warehouse({**known, "WAREHOUSE_HOME": str(home), "WAREHOUSE_PORT": str(free_port())})


@pytest.fixture(scope="module", params=["digest", "original"])
def warehouse(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    made = warehouse_in(tmp_path_factory.mktemp("home"))
    if request.param == "digest":
        done = made.run("refresh", "articles")
    else:
        article = request.getfixturevalue("shared") / "article/qingdao-two-industries.txt"
        done = made.run("refresh", str(article), "--published", "2023", "--area", "青岛市")
    assert done.returncode == 0, done.stderr
    assert "Published" in done.stdout and "index.html" in done.stdout
    yield made


@pytest.mark.parametrize(
    ("measure", "period", "value", "unit", "qualifier"),
    [
        ("level", "2012", "3603.45", "亿元", "exact"),
        ("level", "2013", "4061.70", "亿元", "exact"),
        ("share", "2012", "48.5", "%", "exact"),
        ("share", "2014", "50", "%", "more_than"),
        ("share", "2022", "62", "%", "exact"),
        ("share", "2023-S1", "64.2", "%", "exact"),
        ("contribution_rate", "2015", "55.1", "%", "exact"),
        ("contribution_rate", "2022", "73.8", "%", "exact"),
        ("contribution_rate", "2023-S1", "69.6", "%", "exact"),
        ("growth_yoy", "2023-S1", "6.7", "%", "exact"),
    ],
)
def test_services_story(warehouse: Warehouse, measure: str, period: str, value: str, unit: str, qualifier: str) -> None:
    found = [row for row in warehouse.query(SERIES) if (row["measure_code"], row["period_code"]) == (measure, period)]
    assert [(Decimal(row["value"]), row["unit_code"], row["qualifier_code"]) for row in found] == [
        (Decimal(value), unit, qualifier)
    ]


def test_pilots_by_level_and_kind(warehouse: Warehouse) -> None:
    rows = warehouse.query(PILOTS)
    counts = {
        (row["programme_code"], row["pilot_level_code"], row["pilot_kind_code"]): Decimal(row["claimed_count"])
        for row in rows
    }
    programme = "two_industries_integration"
    assert counts[programme, "national", "area"] == 2
    assert counts[programme, "national", "enterprise"] == 5
    assert counts[programme, "provincial", "unit"] == 7
    (municipal,) = (row for row in rows if (row["programme_code"], row["pilot_level_code"]) == (programme, "municipal"))
    assert (Decimal(municipal["claimed_count"]), municipal["batch_count"]) == (Decimal(20), "2")
    (lighthouses,) = (row for row in rows if row["programme_code"] == "lighthouse_factory")
    assert Decimal(lighthouses["claimed_count"]) == 2
    assert set(lighthouses["named_members"].split("、")) == {"青啤集团", "海尔集团"}


def test_every_number_of_the_article_is_accounted_for(warehouse: Warehouse) -> None:
    (row,) = warehouse.query(
        "SELECT sum(mention_count) AS mentions, sum(observation_count) AS figures FROM marts.document_coverage"
    )
    assert int(row["mentions"]) > int(row["figures"]) > 60


def test_bi_reads_what_is_published_and_nothing_else(warehouse: Warehouse) -> None:
    assert warehouse.query("SELECT count(*) AS runs FROM quality.run")[0]["runs"] != "0"
    for forbidden in (
        "SELECT * FROM staging.observation",
        "SELECT * FROM marts_standby.dim_document",
        "DELETE FROM marts.fct_observation",
        "CREATE TABLE marts.mine (a int)",
    ):
        refused = warehouse.run("query", forbidden)
        assert refused.returncode != 0
        assert len(refused.stderr.strip().splitlines()) == 1


def test_a_second_refresh_is_quick_and_changes_nothing(warehouse: Warehouse) -> None:
    before = warehouse.query("SELECT max(publication_id) AS id FROM quality.publication")
    first = warehouse.query("SELECT source_uri FROM marts.dim_document WHERE source_uri IS NOT NULL")[0]["source_uri"]
    extra = [] if first.startswith("articles") else ["--published", "2023", "--area", "青岛市"]
    again = warehouse.run("refresh", first, *extra)
    assert again.returncode == 0, again.stderr
    assert "Nothing new" in again.stdout
    assert warehouse.query("SELECT max(publication_id) AS id FROM quality.publication") == before


def test_a_number_leads_back_to_its_sentence(warehouse: Warehouse) -> None:
    (found,) = warehouse.query(
        "SELECT observation_id FROM marts.fct_observation WHERE quote = '4061.70亿元' AND value = 4061.70"
    )
    shown = warehouse.run("explain", found["observation_id"])
    assert shown.returncode == 0, shown.stderr
    assert "2013" in shown.stdout and "服务业增加值" in shown.stdout and "4,061.7 亿元" in shown.stdout
    (record,) = json.loads(warehouse.run("explain", found["observation_id"], "--json").stdout)
    assert "4061.70亿元" in record["evidence_text"]
    assert {relation["verdict"] for relation in record["relations"]} >= {"consistent"}
    assert "no such figure" in warehouse.run("explain", "0" * 12).stderr
