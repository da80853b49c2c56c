"""The three dashboards: rows of charts, each with its width (of 12) and height (in steps of 8 pixels)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import datasets as data
from charts import Chart, bars, lines, number, pivot, ring, table

SERVICES = {"indicator_code": ["services_value_added"]}
Cell = tuple[Chart, int]


@dataclass(frozen=True)
class Filter:
    """A filter of the whole dashboard: its name, where its values come from, what it begins with."""

    title: str
    dataset: data.Dataset
    column: str
    begins_with: Sequence[str] = ()


@dataclass(frozen=True)
class Dashboard:
    """A page: its address (slug), its filters, and rows of cells with their height."""

    title: str
    slug: str
    filters: Sequence[Filter]
    rows: Sequence[tuple[int, Sequence[Cell]]]


def _latest(title: str, measure: str, subtitle: str, form: str, indicator: str = "services_value_added") -> Chart:
    where = {"indicator_code": [indicator], "measure_code": [measure]}
    return number(title, data.SERIES, "latest", subtitle, where=where, form=form)


STORY = Dashboard(
    "城市服务业：从文章到数字",
    "services-story",
    [
        Filter("主体", data.SERIES, "subject_name_zh", ["青岛市"]),
        Filter("时期", data.SERIES, "period_name_zh"),
        Filter("指标", data.SERIES, "indicator_name_zh"),
    ],
    [
        (
            18,
            [
                (_latest("服务业占比", "share", "% · 占地区生产总值，最近一期", ",.1f"), 3),
                (_latest("服务业贡献率", "contribution_rate", "% · 对经济增长，最近一期", ",.1f"), 3),
                (_latest("服务业增速", "growth_yoy", "% · 同比，最近一期", ",.1f"), 3),
                (
                    _latest(
                        "生产性服务业增加值",
                        "level",
                        "亿元 · 最近一期",
                        ",.1f",
                        indicator="producer_services_value_added",
                    ),
                    3,
                ),
            ],
        ),
        (
            44,
            [
                (
                    bars(
                        "服务业占比与贡献率（%）",
                        data.SERIES,
                        "value",
                        "period_name_zh",
                        by=["measure_name_zh", "qualifier_zh"],
                        where={
                            **SERVICES,
                            "measure_code": ["share", "contribution_rate"],
                            "denominator_name_zh": ["地区生产总值"],
                        },
                    ),
                    7,
                ),
                (
                    bars(
                        "增加值、营业收入与零售额（亿元）",
                        data.SERIES,
                        "value",
                        "indicator_and_period",
                        by=["qualifier_zh"],
                        where={"measure_code": ["level"], "unit_code": ["亿元"]},
                        flat=True,
                    ),
                    5,
                ),
            ],
        ),
        (
            44,
            [
                (
                    bars(
                        "各项增速（%）",
                        data.SERIES,
                        "value",
                        "indicator_and_period",
                        by=["qualifier_zh"],
                        where={"measure_code": ["growth_yoy", "growth_avg"]},
                        flat=True,
                    ),
                    5,
                ),
                (
                    table(
                        "每个时期的最佳值，和取它的理由",
                        data.SERIES,
                        [
                            "indicator_name_zh",
                            "measure_name_zh",
                            "period_name_zh",
                            "qualifier_zh",
                            "value",
                            "unit_code",
                            "choice_reason_zh",
                            "agreement_zh",
                            "claim_count",
                        ],
                        order=[("indicator_name_zh", True), ("measure_name_zh", True), ("period_name_zh", True)],
                        search=True,
                    ),
                    7,
                ),
            ],
        ),
        (
            60,
            [
                (
                    table(
                        "数字背后的句子（点选上方的柱子，只看它的说法）",
                        data.CLAIMS,
                        [
                            "period_name_zh",
                            "indicator_name_zh",
                            "measure_name_zh",
                            "quote",
                            "value",
                            "unit_code",
                            "evidence_text",
                            "document_title",
                            "publisher_name",
                            "evidence_link",
                        ],
                        order=[("period_code", True), ("indicator_name_zh", True)],
                        page=50,
                        search=True,
                    ),
                    12,
                )
            ],
        ),
    ],
)

PILOTS = Dashboard(
    "试点与政策",
    "pilots-and-policy",
    [Filter("地区", data.PILOTS, "area_name_zh"), Filter("试点项目", data.PILOTS, "programme_name_zh")],
    [
        (
            18,
            [
                (number("试点项目", data.PILOTS, "programmes", "文章提到的项目数"), 3),
                (number("文中数量", data.PILOTS, "claimed", "各级各类合计"), 3),
                (number("点名数量", data.PILOTS, "named", "文章点出名字的单位"), 3),
                (number("不符项", data.PILOTS, "mismatches", "列名多于总数，或分项与合计不等"), 3),
            ],
        ),
        (
            44,
            [
                (
                    bars(
                        "各级试点数量",
                        data.PILOTS,
                        "claimed",
                        "level_zh",
                        by=["programme_and_kind_zh"],
                        form=",d",
                    ),
                    7,
                ),
                (
                    pivot(
                        "级别 × 项目",
                        data.PILOTS,
                        ["claimed"],
                        ["programme_name_zh", "pilot_kind_name_zh"],
                        ["level_zh"],
                    ),
                    5,
                ),
            ],
        ),
        (
            40,
            [
                (
                    table(
                        "核对：数量、名单与合计",
                        data.PILOTS,
                        [
                            "level_zh",
                            "programme_name_zh",
                            "pilot_kind_name_zh",
                            "as_of_period_code",
                            "claimed_count",
                            "batch_count",
                            "named_count",
                            "named_members",
                            "check_zh",
                        ],
                        order=[("level_zh", True), ("programme_name_zh", True)],
                    ),
                    7,
                ),
                (
                    table(
                        "点名的单位",
                        data.MEMBERS,
                        ["programme_name_zh", "pilot_level_name_zh", "member_name", "batch_number", "document_title"],
                        order=[("programme_name_zh", True), ("member_name", True)],
                    ),
                    5,
                ),
            ],
        ),
        (
            44,
            [
                (
                    table(
                        "数量出自哪些句子",
                        data.PILOT_CLAIMS,
                        [
                            "programme_name_zh",
                            "pilot_level_name_zh",
                            "pilot_kind_name_zh",
                            "period_name_zh",
                            "claimed_count",
                            "quote",
                            "evidence_text",
                            "document_title",
                        ],
                        order=[("programme_name_zh", True)],
                    ),
                    12,
                )
            ],
        ),
    ],
)

QUALITY = Dashboard(
    "数据质量",
    "data-quality",
    [],
    [
        (
            18,
            [
                (number("文章", data.RUNS, "documents", "最近一次发布"), 2),
                (number("数据", data.RUNS, "observations", "最近一次发布"), 3),
                (number("严重问题", data.RUNS, "criticals", "最近一次审核；有则不发布"), 2),
                (number("警告", data.RUNS, "warnings", "最近一次审核"), 2),
                (number("互相矛盾的说法", data.RECONCILIATION, "contradictions", "数字之间核对的结果"), 3),
            ],
        ),
        (
            42,
            [
                (ring("文章里每个数字的去向", data.MENTIONS, "mentions", "disposition_zh"), 4),
                (lines("历次发布的数据条数", data.RUNS, ["published"], "run_zh", where={"status_zh": ["已发布"]}), 4),
                (bars("最近一次发布，各步用时（秒）", data.STEPS, "seconds", "step_zh", flat=True), 4),
            ],
        ),
        (
            40,
            [
                (
                    table(
                        "最近一次审核未通过的检查",
                        data.CHECKS,
                        ["severity_zh", "description_zh", "table_name", "unexpected_count", "element_count"],
                        where={"result_zh": ["未通过"]},
                        order=[("severity_zh", True)],
                    ),
                    6,
                ),
                (
                    table(
                        "最需留意的文章",
                        data.WORST,
                        [
                            "title",
                            "mention_count",
                            "observation_count",
                            "review_count",
                            "mean_confidence",
                            "rejection_count",
                        ],
                        order=[("rejection_count", False), ("review_count", False), ("mean_confidence", True)],
                    ),
                    6,
                ),
            ],
        ),
        (
            44,
            [
                (
                    bars(
                        "数字之间的核对",
                        data.RECONCILIATION,
                        "count",
                        "identity_zh",
                        by=["verdict_zh"],
                        form=",d",
                        flat=True,
                    ),
                    5,
                ),
                (
                    table(
                        "核对的算式",
                        data.RECONCILIATION,
                        [
                            "verdict_zh",
                            "identity_zh",
                            "indicator_name_zh",
                            "period_name_zh",
                            "calculation_text",
                            "expected_value",
                            "unit_code",
                            "claimed_text",
                        ],
                        order=[("verdict_zh", False), ("identity_zh", True)],
                    ),
                    7,
                ),
            ],
        ),
        (
            36,
            [
                (
                    table(
                        "历次刷新",
                        data.RUNS,
                        [
                            "run_id",
                            "started_at",
                            "status_zh",
                            "seconds",
                            "document_count",
                            "observation_count",
                            "expectation_count",
                            "critical_count",
                            "warning_count",
                            "rejected_document_count",
                        ],
                        order=[("run_id", False)],
                    ),
                    12,
                )
            ],
        ),
    ],
)

DASHBOARDS = (STORY, PILOTS, QUALITY)
