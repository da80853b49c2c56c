"""Write assets/ from the definitions: what `superset import-directory` reads. Run: python bi/superset/build.py"""

from __future__ import annotations

import shutil
import sys
import uuid
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from charts import Chart  # noqa: E402
from dashboards import DASHBOARDS, Dashboard, Filter  # noqa: E402
from datasets import DATASETS, TIME, Dataset  # noqa: E402

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://article-warehouse.invalid/superset")
DATABASE = "文章数据仓库"
URI = "postgresql+psycopg2://bi_reader@127.0.0.1:25432/warehouse"


def identity(kind: str, name: str) -> str:
    """The same for the same thing for ever, so that importing again replaces it."""
    return str(uuid.uuid5(NAMESPACE, f"{kind}/{name}"))


def assets() -> dict[str, dict[str, Any]]:
    """Path below assets/ → content."""
    files: dict[str, dict[str, Any]] = {
        "metadata.yaml": {"version": "1.0.0", "type": "assets", "timestamp": "2026-01-01T00:00:00+00:00"},
        "databases/warehouse.yaml": _database(),
    }
    for dataset in DATASETS:
        files[f"datasets/warehouse/{dataset.name}.yaml"] = _dataset(dataset)
    for dashboard in DASHBOARDS:
        for chart in _charts(dashboard):
            files[f"charts/{dashboard.slug}/{_file_name(chart.title)}.yaml"] = _chart(dashboard, chart)
        files[f"dashboards/{dashboard.slug}.yaml"] = _dashboard(dashboard)
    return files


def text_of(content: dict[str, Any]) -> str:
    """A file's text."""
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=True, width=120)


def main() -> None:
    """Write everything anew."""
    target = HERE / "assets"
    shutil.rmtree(target, ignore_errors=True)
    for name, content in assets().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(content), encoding="utf-8")


def _database() -> dict[str, Any]:
    return {
        "version": "1.0.0",
        "uuid": identity("database", DATABASE),
        "database_name": DATABASE,
        "sqlalchemy_uri": URI,
        "expose_in_sqllab": True,
        "allow_run_async": False,
        "allow_ctas": False,
        "allow_cvas": False,
        "allow_dml": False,
        "allow_csv_upload": False,
        "extra": {"allows_virtual_table_explore": True, "metadata_params": {}, "engine_params": {}},
    }


def _dataset(dataset: Dataset) -> dict[str, Any]:
    return {
        "version": "1.0.0",
        "uuid": identity("dataset", dataset.name),
        "database_uuid": identity("database", DATABASE),
        "table_name": dataset.name,
        "schema": "marts",
        "sql": dataset.sql,
        "main_dttm_col": dataset.time,
        "columns": [
            {
                "column_name": name,
                "verbose_name": title,
                "type": kind,
                "is_dttm": kind == TIME,
                "is_active": True,
                "groupby": True,
                "filterable": True,
            }
            for name, (title, kind) in dataset.columns.items()
        ],
        "metrics": [
            {"metric_name": name, "verbose_name": title, "expression": expression, "metric_type": None}
            for name, (title, expression) in dataset.metrics.items()
        ],
    }


def _chart(dashboard: Dashboard, chart: Chart) -> dict[str, Any]:
    return {
        "version": "1.0.0",
        "uuid": identity("chart", f"{dashboard.slug}/{chart.title}"),
        "slice_name": chart.title,
        "viz_type": chart.kind,
        "dataset_uuid": identity("dataset", chart.dataset.name),
        "params": {"viz_type": chart.kind, **chart.params},
    }


def _dashboard(dashboard: Dashboard) -> dict[str, Any]:
    return {
        "version": "1.0.0",
        "uuid": identity("dashboard", dashboard.slug),
        "dashboard_title": dashboard.title,
        "slug": dashboard.slug,
        "published": True,
        "css": "",
        "metadata": {
            "color_scheme": "supersetColors",
            "cross_filters_enabled": True,
            "refresh_frequency": 0,
            "chart_configuration": _cross_filters(dashboard),
            "native_filter_configuration": [_filter(dashboard, one) for one in dashboard.filters],
        },
        "position": _position(dashboard),
    }


def _cross_filters(dashboard: Dashboard) -> dict[str, Any]:
    """A bar that is clicked filters the other charts; not a lying one, whose length Superset takes for its name."""
    charts = list(enumerate(_charts(dashboard), start=1))
    return {
        str(number): {
            "id": number,
            "crossFilters": {
                "scope": {"rootPath": ["ROOT_ID"], "excluded": [other for other, _ in charts]},
                "chartsInScope": [],
            },
        }
        for number, chart in charts
        if chart.params.get("orientation") == "horizontal" and not chart.params.get("groupby")
    }


def _filter(dashboard: Dashboard, one: Filter) -> dict[str, Any]:
    begins = list(one.begins_with)
    state = {"value": begins, "label": ", ".join(begins)} if begins else {}
    form_data = {"filters": [{"col": one.column, "op": "IN", "val": list(begins)}]} if begins else {}
    return {
        "id": "NATIVE_FILTER-" + identity("filter", f"{dashboard.slug}/{one.column}")[:10],
        "name": one.title,
        "type": "NATIVE_FILTER",
        "filterType": "filter_select",
        "targets": [{"datasetUuid": identity("dataset", one.dataset.name), "column": {"name": one.column}}],
        "controlValues": {"multiSelect": True, "enableEmptyFilter": False, "searchAllOptions": False},
        "defaultDataMask": {"filterState": state, "extraFormData": form_data},
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
        "cascadeParentIds": [],
        "description": "",
    }


def _position(dashboard: Dashboard) -> dict[str, Any]:
    rows = [f"ROW-{number}" for number in range(len(dashboard.rows))]
    position: dict[str, Any] = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"id": "ROOT_ID", "type": "ROOT", "children": ["GRID_ID"]},
        "GRID_ID": {"id": "GRID_ID", "type": "GRID", "children": rows, "parents": ["ROOT_ID"]},
        "HEADER_ID": {"id": "HEADER_ID", "type": "HEADER", "meta": {"text": dashboard.title}},
    }
    numbers = {chart.title: number for number, chart in enumerate(_charts(dashboard), start=1)}
    for row, (height, cells) in zip(rows, dashboard.rows, strict=True):
        children = []
        for chart, width in cells:
            key = identity("chart", f"{dashboard.slug}/{chart.title}")
            name = f"CHART-{key[:8]}"
            children.append(name)
            position[name] = {
                "id": name,
                "type": "CHART",
                "children": [],
                "parents": ["ROOT_ID", "GRID_ID", row],
                "meta": {
                    "uuid": key,
                    "sliceName": chart.title,
                    "width": width,
                    "height": height,
                    "chartId": numbers[chart.title],
                },
            }
        position[row] = {
            "id": row,
            "type": "ROW",
            "children": children,
            "parents": ["ROOT_ID", "GRID_ID"],
            "meta": {"background": "BACKGROUND_TRANSPARENT"},
        }
    return position


def _charts(dashboard: Dashboard) -> list[Chart]:
    return [chart for _, cells in dashboard.rows for chart, _ in cells]


def _file_name(title: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in title)


if __name__ == "__main__":
    main()
