"""The latest run, the trend, the worst documents, contradictions."""

from __future__ import annotations

import datasets as data
from charts import bars, lines, number, ring, table

from dashboards.model import Dashboard

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
                (
                    lines(
                        "历次发布的数据条数", data.RUNS, ["published"], "started_zh", where={"status_zh": ["已发布"]}
                    ),
                    4,
                ),
                (bars("最近一次发布，各步用时（秒）", data.STEPS, "seconds", "step_zh", flat=True, by_name=True), 4),
            ],
        ),
        (
            32,
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
