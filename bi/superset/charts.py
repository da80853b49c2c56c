"""The kinds of charts that the dashboards use, each a few choices instead of Superset's many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from datasets import Dataset

COLOURS = "supersetColors"
Where = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Chart:
    """A chart of a dataset."""

    title: str
    dataset: Dataset
    kind: str
    params: dict[str, Any]
    description: str = ""


def number(
    title: str, dataset: Dataset, metric: str, subtitle: str, *, where: Where | None = None, form: str = ",d"
) -> Chart:
    """One big number."""
    params = {
        "metric": metric,
        "subtitle": subtitle,
        "subheader": subtitle,
        "header_font_size": 0.6,
        "subheader_font_size": 0.3,
        "subtitle_font_size": 0.3,
        "y_axis_format": form,
    }
    return Chart(title, dataset, "big_number_total", {**params, "adhoc_filters": _filters(where)})


def bars(
    title: str,
    dataset: Dataset,
    metric: str,
    along: str,
    *,
    by: Sequence[str] = (),
    where: Where | None = None,
    unit: str = "",
    form: str = ",.2~f",
    flat: bool = False,
    by_name: bool = False,
) -> Chart:
    """Bars along a column of names, one colour for each value of `by`; lying ones are sorted by length or by name."""
    params = {
        "x_axis": along,
        "xAxisForceCategorical": True,
        # lying bars are read from the longest down, standing ones along their names
        "x_axis_sort": metric if flat and not by_name else along,
        "x_axis_sort_asc": not (flat and by_name),
        "xAxisLabelInterval": "0",
        "metrics": [metric],
        "groupby": list(by),
        "orientation": "horizontal" if flat else "vertical",
        "show_legend": bool(by),
        "legendType": "scroll",
        "legendOrientation": "top",
        "show_value": True,
        "only_total": False,
        "rich_tooltip": True,
        "truncate_metric": True,
        "y_axis_format": form,
        "y_axis_title": unit,
        "y_axis_title_margin": 40 if unit else 0,
        "y_axis_title_position": "Left",
        "y_axis_bounds": [0, None],
        "color_scheme": COLOURS,
        "row_limit": 1000,
        "order_desc": True,
    }
    return Chart(title, dataset, "echarts_timeseries_bar", {**params, "adhoc_filters": _filters(where)})


def lines(title: str, dataset: Dataset, metrics: Sequence[str], along: str, *, where: Where | None = None) -> Chart:
    """Lines along a column of names."""
    params = {
        "x_axis": along,
        "xAxisForceCategorical": True,
        "x_axis_sort": along,
        "x_axis_sort_asc": True,
        "metrics": list(metrics),
        "groupby": [],
        "show_legend": len(metrics) > 1,
        "legendOrientation": "top",
        "markerEnabled": True,
        "markerSize": 6,
        "show_value": True,
        "rich_tooltip": True,
        "truncate_metric": True,
        "y_axis_format": ",d",
        "color_scheme": COLOURS,
        "row_limit": 1000,
    }
    return Chart(title, dataset, "echarts_timeseries_line", {**params, "adhoc_filters": _filters(where)})


def ring(title: str, dataset: Dataset, metric: str, by: str) -> Chart:
    """Shares of a whole."""
    params = {
        "metric": metric,
        "groupby": [by],
        "donut": True,
        "innerRadius": 45,
        "outerRadius": 75,
        "label_type": "key_value",
        "labels_outside": True,
        "label_line": True,
        "show_labels": True,
        "show_legend": False,
        "number_format": ",d",
        "show_total": True,
        "color_scheme": COLOURS,
        "row_limit": 100,
        "sort_by_metric": True,
        "adhoc_filters": [],
    }
    return Chart(title, dataset, "pie", params)


def table(
    title: str,
    dataset: Dataset,
    columns: Sequence[str],
    *,
    where: Where | None = None,
    order: Sequence[tuple[str, bool]] = (),
    page: int = 0,
    search: bool = False,
) -> Chart:
    """Rows as they are; `order` is columns with whether they ascend."""
    params = {
        "query_mode": "raw",
        "all_columns": list(columns),
        "order_by_cols": [f'["{column}", {str(ascends).lower()}]' for column, ascends in order],
        "row_limit": 1000,
        "server_page_length": page,
        "page_length": page,
        "include_search": search,
        "table_timestamp_format": "%Y-%m-%d %H:%M",
        "show_cell_bars": False,
        "allow_render_html": True,
        "color_pn": False,
        "column_config": {name: _cell(dataset, name) for name in columns if _cell(dataset, name)},
    }
    return Chart(title, dataset, "table", {**params, "adhoc_filters": _filters(where)})


def pivot(title: str, dataset: Dataset, metrics: Sequence[str], rows: Sequence[str], columns: Sequence[str]) -> Chart:
    """Sums by rows and columns."""
    params = {
        "groupbyRows": list(rows),
        "groupbyColumns": list(columns),
        "metrics": list(metrics),
        "metricsLayout": "COLUMNS",
        "aggregateFunction": "Sum",
        "rowTotals": True,
        "colTotals": True,
        "valueFormat": ",d",
        "rowOrder": "key_a_to_z",
        "colOrder": "key_a_to_z",
        "row_limit": 1000,
        "adhoc_filters": [],
    }
    return Chart(title, dataset, "pivot_table_v2", params)


def _cell(dataset: Dataset, column: str) -> dict[str, Any]:
    """Numbers as they were written, without thousands turned to k."""
    return {"d3NumberFormat": ",.4~f"} if dataset.columns[column][1] == "NUMERIC" else {}


def _filters(where: Where | None) -> list[dict[str, Any]]:
    return [
        {
            "clause": "WHERE",
            "expressionType": "SIMPLE",
            "subject": column,
            "operator": "IN",
            "operatorId": "IN",
            "comparator": list(values),
        }
        for column, values in (where or {}).items()
    ]
