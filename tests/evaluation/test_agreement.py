"""When a field says the same as the gold, and when it does not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from etl.evaluation.agreement import agreement, base_quantity
from etl.evaluation.gold import Answers
from etl.extraction.model import Observation

GOLD: dict[str, Answers] = {
    "value": (30000,), "unit": ("家",), "qualifier": ("exact",), "indicator": ("服务业增加值",), "measure": ("level",),
    "of": (), "subject": ("青岛市",), "period": ("2023",),
}  # fmt: skip
SAID = Observation(
    quote="3万家", start=0, end=3, value=Decimal(3), unit="万家", value_base=Decimal(30000), unit_base="家",
    qualifier="exact", lower=None, upper=None, indicator="服务业增加值", indicator_code=None, measure="level",
    of="总和", subject="青岛", subject_kind="area", period="2023", period_basis="stated", period_source_start=None,
    period_source_end=None, compared_with=None, modality="fact", confidence=1.0, rule="test",
)  # fmt: skip


def test_all_fields_of_an_equal_claim_agree() -> None:
    assert set(agreement(GOLD, SAID).values()) == {True}


@pytest.mark.parametrize(
    ("field", "accepted", "said", "right"),
    [
        ("indicator", "服务业增加值", "“服务业”的增加值", True),
        ("indicator", "生产性服务业增加值", "服务业增加值", True),
        ("indicator", "规模以上服务业营业收入增速", "服务业", False),
        ("indicator", "营业收入", "", False),
        ("measure", "growth_yoy", "growth", True),
        ("measure", "growth_avg", "growth", False),
        ("measure", "count", "level", True),
        ("measure", "share", "ratio", True),
        ("measure", "share", "level", False),
        ("measure", "count", "ratio", False),
        ("subject", "青岛市", "青岛", True),
        ("subject", "海尔集团", "海尔", True),
        ("subject", "海尔集团", None, False),
        ("subject", "山东省", "青岛市", False),
        ("period", "2023-S1", "2023-H1", True),
        ("period", "2023", "2022", False),
        ("qualifier", "exact", "approx", False),
        ("of", "地区生产总值", None, False),
        ("unit", "个", "项", True),
        ("unit", "亿元", "亿美元", False),
    ],
)
def test_leeway(field: str, accepted: str, said: str | None, right: bool) -> None:
    changes: dict[str, Any] = {field: said}
    assert agreement(GOLD | {field: (accepted,)}, SAID._replace(**changes))[field] is right


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        ("3", "万家", (30000.0, "家")),
        ("1.16", "万亿元", (1.16e12, "元")),
        ("6.7", "％", (0.067, "ratio")),
        ("6", "成", (0.6, "ratio")),
        ("1.6", "个百分点", (1.6, "pp")),
        ("7", "名", (7.0, "rank")),
        ("5", None, (5.0, "")),
        ("5", "万", (5.0, "万")),
    ],
)
def test_base_quantities(value: str, unit: str | None, base: tuple[float, str]) -> None:
    number, name = base_quantity(Decimal(value), unit)
    assert number == pytest.approx(base[0])
    assert name == base[1]


def test_a_fall_may_be_given_with_or_without_its_sign() -> None:
    assert agreement(GOLD | {"value": (-30000,)}, SAID)["value"]
    assert agreement(GOLD, SAID._replace(value=Decimal(-3)))["value"]


def test_any_of_several_answers_is_right() -> None:
    accepted = GOLD | {"period": ("2022", "2023"), "unit": ("户", "家")}
    right = agreement(accepted, SAID)
    assert right["period"] and right["unit"] and right["value"]
