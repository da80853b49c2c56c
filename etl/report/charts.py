"""The report's plots as static SVG: a tenth of the size of a scripted chart, sharp on paper, and quicker to make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from etl.report.run_facts import Row

INK, SOFT, LINE = "#1d1f24", "#5c616b", "#e2ded4"
GREEN, AMBER, RED, BLUE = "#0b6b61", "#b87503", "#b3261e", "#2f5d9b"
FONT = "system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"
PANELS = {
    "level": (["增加值（亿元）", "Value added"], GREEN),
    "share": (["占地区生产总值（%）", "Share of GDP"], BLUE),
    "contribution_rate": (["对经济增长贡献率（%）", "Contribution to growth"], AMBER),
}
STEP_NAMES = {
    "landing": "入库 landing",
    "audit_staging": "审核入库 audit of staging",
    "transform": "建模 dbt",
    "document_model": "模型文档 model documentation",
    "audit_marts": "审核成品 audit of marts",
    "publish": "发布 publish",
    "report": "报告 report",
}
STEP_COLOURS = [BLUE, "#b98a2e", GREEN, "#7fb5a4", "#dcbc74", RED, "#9a9da4"]


def services_chart(rows: Sequence[Row]) -> str:
    """Value added of services, its share and its contribution, period by period; empty without figures."""
    import altair as alt

    panels = []
    for measure, (title, colour) in PANELS.items():
        points = [_point(row) for row in rows if row["measure_code"] == measure]
        if points:
            panels.append(_series_panel(points, title, colour))
    return _svg(alt.hconcat(*panels, spacing=34)) if panels else ""


def trend_chart(trend: Sequence[Row], steps: Sequence[Row]) -> str:
    """How runs went: their duration by step, the rules that they broke, the figures that they published."""
    import altair as alt

    if len(trend) < 2:
        return ""
    run_ids = [str(row["run_id"]) for row in trend]
    axis = alt.X("run:O", title="运行 run", sort=run_ids, axis=alt.Axis(labelAngle=0, labelOverlap=True))
    durations = [
        {"run": str(row["run_id"]), "step": STEP_NAMES.get(row["step"], row["step"]), "seconds": row["seconds"]}
        for row in steps
    ]
    seconds = (
        alt.Chart(alt.Data(values=durations), title=["用时（秒）", "Seconds by step"])
        .mark_bar()
        .encode(
            axis,
            alt.Y("seconds:Q", title=None),
            alt.Color(
                "step:N",
                title=None,
                sort=list(STEP_NAMES.values()),
                scale=alt.Scale(domain=list(STEP_NAMES.values()), range=STEP_COLOURS),
                legend=alt.Legend(orient="bottom", columns=3),
            ),
        )
    )
    broken = [
        {"run": str(row["run_id"]), "kind": kind, "count": row[column]}
        for row in trend
        for kind, column in (
            ("严重 critical", "critical_count"),
            ("提醒 warning", "warning_count"),
            ("隔离文章 quarantined", "rejected_document_count"),
        )
    ]
    rules = (
        alt.Chart(alt.Data(values=broken), title=["未通过", "What did not pass"])
        .mark_bar()
        .encode(
            axis,
            alt.Y("count:Q", title=None, axis=alt.Axis(tickMinStep=1)),
            alt.Color(
                "kind:N",
                title=None,
                scale=alt.Scale(
                    domain=["严重 critical", "提醒 warning", "隔离文章 quarantined"], range=[RED, AMBER, "#6247aa"]
                ),
                legend=alt.Legend(orient="bottom", columns=3),
            ),
        )
    )
    figures = [
        {"run": str(row["run_id"]), "figures": row["observation_count"]}
        for row in trend
        if row["observation_count"] is not None
    ]
    published = (
        alt.Chart(alt.Data(values=figures), title=["已发布数据（条）", "Figures published"])
        .mark_line(point={"color": GREEN}, color=GREEN)
        .encode(axis, alt.Y("figures:Q", title=None))
    )
    panels = [panel.properties(width=270, height=150) for panel in (seconds, rules, published)]
    return _svg(alt.hconcat(*panels, spacing=34).resolve_scale(color="independent"))


def _series_panel(points: list[Row], title: list[str], colour: str) -> Any:  # noqa: ANN401 - altair's types cost its import
    import altair as alt

    years = sorted({round(point["year"]) for point in points})
    base = alt.Chart(alt.Data(values=points), title=title).encode(
        alt.X(
            "year:Q",
            title=None,
            scale=alt.Scale(zero=False, nice=False, padding=46),
            axis=alt.Axis(values=years, format="d", grid=False, labelOverlap="greedy", labelSeparation=5),
        ),
        alt.Y("value:Q", title=None, scale=alt.Scale(zero=False, nice=True, padding=18)),
    )
    whole_years = base.transform_filter("datum.is_year").mark_line(color=colour, opacity=0.45, strokeWidth=2)
    marks = base.mark_point(size=70, filled=True, opacity=1).encode(
        shape=alt.Shape(
            "qualifier:N",
            legend=None,
            scale=alt.Scale(domain=["exact", "bound", "approx"], range=["circle", "triangle-up", "diamond"]),
        ),
        color=alt.condition("datum.is_year", alt.value(colour), alt.value(SOFT)),
    )
    above = (
        base.transform_filter("datum.is_year")
        .mark_text(align="right", dx=-8, dy=-6, color=INK, fontSize=11)
        .encode(text="label:N")
    )
    below = base.transform_filter("!datum.is_year").mark_text(dy=-13, color=SOFT, fontSize=11).encode(text="label:N")
    return (whole_years + marks + above + below).properties(width=275, height=190)


def _point(row: Row) -> Row:
    words = {"more_than": "超过", "at_least": "不低于", "less_than": "不足", "at_most": "不超过", "approx": "约"}
    code, end = row["qualifier_code"], row["period_end_date"]
    is_year = len(row["period_code"]) == 4
    return {
        "value": float(row["value"]),
        "label": f"{words.get(code, '')}{row['value']}" + ("" if is_year else f" ({row['period_code']})"),
        "is_year": is_year,
        # at its end: the first half of 2023 lies between 2022 and 2023
        "year": float(end.year) if is_year else end.year - 1 + end.timetuple().tm_yday / 366,
        "qualifier": "exact" if code == "exact" else "approx" if code == "approx" else "bound",
    }


def _svg(chart: Any) -> str:  # noqa: ANN401
    import vl_convert

    styled = (
        chart.configure(font=FONT, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=SOFT, titleColor=SOFT, gridColor=LINE, domainColor=LINE, tickColor=LINE, labelFontSize=11
        )
        .configure_title(color=INK, fontSize=13, anchor="start", fontWeight=600, offset=12)
        .configure_legend(labelColor=SOFT, symbolType="square", labelLimit=220)
    )
    svg: str = vl_convert.vegalite_to_svg(styled.to_dict())
    return svg
