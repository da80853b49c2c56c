"""The services of a city over the years, and the sentences behind the figures."""

from __future__ import annotations

import datasets as data
from charts import Chart, bars, number, table

from dashboards.model import Dashboard, Filter

SERVICES = {"indicator_code": ["services_value_added"]}


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
                        "数字背后的句子（点选占比、贡献率的柱子，只看相关的说法）",
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
