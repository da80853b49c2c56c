"""Units convert exactly, and say so in the terms of SDMX."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from decimal import Decimal

import pytest

from etl.extraction.language.words import words
from etl.extraction.lexer import Number, tokens
from tests.vocabulary.seeds import by_key, names, rows, shared

PER_CENT = Decimal("0.01")
NOT_AFTER_A_FIGURE = words(  # in prose these stand for other words more often: 5代, 副省级, 集中, 里程
    "代 副 集 字 里 磅 千卡 字节 千字节 拍字节 泽字节 比例 人年 次浮点运算"
)


def test_a_unit_is_known_by_its_names_alone() -> None:
    owned: dict[str, set[str]] = defaultdict(set)
    for row in rows("units"):
        for name in names(row, "unit_code"):  # case counts: MW is not mW
            owned[unicodedata.normalize("NFC", name)].add(row["unit_code"])
    assert shared(owned) == {}


def test_base_units_are_their_own_base() -> None:
    for row in rows("units"):
        assert Decimal(row["base_factor"]) > 0, row
        base = by_key("units").get(row["base_unit"])
        if base:
            assert (base["base_unit"], Decimal(base["base_factor"])) == (row["base_unit"], Decimal(1)), row
            assert base["dimension"] == row["dimension"], row


def test_a_base_unit_has_one_dimension_and_a_dimension_but_counts_one_base_unit() -> None:
    bases: dict[str, set[str]] = defaultdict(set)
    dimensions: dict[str, set[str]] = defaultdict(set)
    for row in rows("units"):
        bases[row["dimension"]].add(row["base_unit"])
        dimensions[row["base_unit"]].add(row["dimension"])
    assert [dimension for dimension, found in bases.items() if len(found) > 1 and dimension != "count"] == []
    assert [base for base, found in dimensions.items() if len(found) > 1] == []


def test_unit_mult_is_the_power_of_ten_of_the_factor() -> None:
    for row in rows("units"):
        if row["sdmx_unit_mult"]:
            scale = PER_CENT if row["sdmx_unit_measure"] == "PT" else Decimal(1)
            assert scale * Decimal(10) ** int(row["sdmx_unit_mult"]) == Decimal(row["base_factor"]), row
        else:
            assert Decimal(row["base_factor"]).normalize().as_tuple().digits != (1,), (
                f"{row}: a power of ten without its exponent"
            )


@pytest.mark.parametrize(
    ("unit", "base", "factor"),
    [
        ("亿元", "元", "100000000"),
        ("万亿元", "元", "1000000000000"),
        ("亿美元", "美元", "100000000"),
        ("%", "1", "0.01"),
        ("‰", "1", "0.001"),
        ("成", "1", "0.1"),
        ("倍", "1", "1"),
        ("个百分点", "个百分点", "1"),
        ("万人次", "人次", "10000"),
        ("亿斤", "吨", "50000"),
        ("公斤", "吨", "0.001"),
        ("万公顷", "平方米", "100000000"),
        ("公里", "米", "1000"),
        ("亿千瓦时", "千瓦时", "100000000"),
        ("万吨标准煤", "吨标准煤", "10000"),
        ("太字节/天", "字节/天", "1000000000000"),
        ("万标准箱", "标准箱", "10000"),
        ("美元/桶", "美元/桶", "1"),
        ("元/平方米", "元/平方米", "1"),
        ("个月", "个月", "1"),
    ],
)
def test_units_convert_exactly(unit: str, base: str, factor: str) -> None:
    row = by_key("units")[unit]
    assert (row["base_unit"], Decimal(row["base_factor"])) == (base, Decimal(factor))


def test_only_the_mu_is_rounded() -> None:
    for row in rows("units"):
        if row["base_unit"] == "平方米" and row["unit_code"].endswith("亩"):
            times = {"": 1, "千": 1000, "万": 10_000, "亿": 100_000_000}[row["unit_code"][:-1]]
            assert abs(Decimal(row["base_factor"]) * 3 - 2000 * times) < Decimal("1e-9"), row
        else:
            assert len(Decimal(row["base_factor"]).normalize().as_tuple().digits) <= 9, f"{row}: is this factor exact?"


def test_the_extractor_reads_every_unit_after_a_figure() -> None:
    unread = []
    for row in rows("units"):
        unit = row["unit_code"]
        found = [token for token in tokens(f"，5{unit}，") if isinstance(token, Number)]
        plain = "/" not in unit and not unit.endswith(tuple(NOT_AFTER_A_FIGURE))
        if plain and [token.text for token in found] != [f"5{unit}"]:
            unread.append(unit)
    assert unread == []
