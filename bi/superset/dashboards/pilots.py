"""Pilot programmes by level and kind, their members, and what does not add up."""

from __future__ import annotations

import datasets as data
from charts import bars, number, pivot, table

from dashboards.model import Dashboard, Filter

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
            54,
            [
                (
                    bars(
                        "各级试点数量",
                        data.PILOTS,
                        "claimed",
                        "pilot_zh",
                        form=",d",
                        flat=True,
                        by_name=True,
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
