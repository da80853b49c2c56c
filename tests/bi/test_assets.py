"""Superset's files are those that the definitions make, and fit together; the browser tests look at the rest."""

from __future__ import annotations

import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.settings import PROJECT_DIR

SUPERSET = PROJECT_DIR / "bi" / "superset"
ASSETS = SUPERSET / "assets"
PRINT = "import sys; sys.path.insert(0, sys.argv[1]); import build, yaml; print(yaml.safe_dump(build.assets()))"


@pytest.fixture(scope="module")
def assets() -> dict[str, dict[str, Any]]:
    """Path → content of the files in the repository."""
    paths = sorted(ASSETS.rglob("*.yaml"))
    return {str(path.relative_to(ASSETS)): yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


def of_kind(assets: dict[str, dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [content for path, content in assets.items() if Path(path).parts[0] == kind]


def test_they_are_what_the_definitions_make(assets: dict[str, dict[str, Any]]) -> None:
    made = subprocess.run([sys.executable, "-c", PRINT, str(SUPERSET)], capture_output=True, text=True, check=True)
    assert yaml.safe_load(made.stdout) == assets, "run: python bi/superset/build.py"


def test_every_thing_has_an_identity_of_its_own(assets: dict[str, dict[str, Any]]) -> None:
    identities = [content["uuid"] for content in assets.values() if "uuid" in content]
    assert len(identities) == len(set(identities)) == len(assets) - 1
    assert {uuid.UUID(identity).version for identity in identities} == {5}


def test_charts_dashboards_and_filters_refer_to_what_is_there(assets: dict[str, dict[str, Any]]) -> None:
    datasets = {dataset["uuid"]: dataset for dataset in of_kind(assets, "datasets")}
    charts = {chart["uuid"]: chart for chart in of_kind(assets, "charts")}
    placed = set()
    for dashboard in of_kind(assets, "dashboards"):
        cells = [cell for cell in dashboard["position"].values() if isinstance(cell, dict) and cell["type"] == "CHART"]
        placed |= {cell["meta"]["uuid"] for cell in cells}
        for one in dashboard["metadata"]["native_filter_configuration"]:
            target = one["targets"][0]
            assert target["column"]["name"] in names(datasets[target["datasetUuid"]])
    assert placed == set(charts)
    for chart in charts.values():
        params, dataset = chart["params"], datasets[chart["dataset_uuid"]]
        lists = ("groupby", "all_columns", "groupbyRows", "groupbyColumns")
        columns = {column for name in lists for column in params.get(name, [])} | {params.get("x_axis")} - {None}
        columns |= {condition["subject"] for condition in params["adhoc_filters"]}
        metrics = {*params.get("metrics", []), params.get("metric")} - {None}
        assert columns <= names(dataset), chart["slice_name"]
        assert metrics <= {metric["metric_name"] for metric in dataset["metrics"]}, chart["slice_name"]


def test_every_title_is_chinese_and_every_row_fits(assets: dict[str, dict[str, Any]]) -> None:
    for dashboard in of_kind(assets, "dashboards"):
        position = dashboard["position"]
        for row in position["GRID_ID"]["children"]:
            assert sum(position[cell]["meta"]["width"] for cell in position[row]["children"]) == 12
    titles = [chart["slice_name"] for chart in of_kind(assets, "charts")]
    titles += [dashboard["dashboard_title"] for dashboard in of_kind(assets, "dashboards")]
    titles += [column["verbose_name"] for dataset in of_kind(assets, "datasets") for column in dataset["columns"]]
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in title) for title in titles)


def test_no_password_is_in_them(assets: dict[str, dict[str, Any]]) -> None:
    (database,) = of_kind(assets, "databases")
    assert database["sqlalchemy_uri"] == "postgresql+psycopg2://bi_reader@127.0.0.1:25432/warehouse"


def names(dataset: dict[str, Any]) -> set[str]:
    return {column["column_name"] for column in dataset["columns"]}
