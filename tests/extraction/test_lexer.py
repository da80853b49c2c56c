"""The expressions of the lexer, and the shortcut that it takes."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

import pytest

from etl.extraction import lexer
from etl.extraction.lexer import Number, tokens
from etl.extraction.periods import expressions

LIKELY = (
    "0123456789abcXYZ一二三四五六七八九十百千万亿零两几数半第近约超首上下去今本当前后截至到年月日“”（）①〔"
    "[-—~%％/元个家项条的在为是和与增长同比占比重，。；："
)


def numbers(text: str) -> list[Number]:
    """The numbers in a text."""
    return [token for token in tokens(text) if isinstance(token, Number)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("2亿6261万人", "262610000", "人", "exact"),
        ("12,345.6亿元", "12345.6", "亿元", "exact"),
        ("近3万家", "30000", "家", "approx"),
        ("30多亿元", "30", "亿元", "more_than"),
        ("1.6个百分点", "1.6", "个百分点", "exact"),
        ("-8.4亿元", "-8.4", "亿元", "exact"),
        ("千余个", "1000", "个", "more_than"),
        ("五成以上", "5", "成", "at_least"),
        ("九成二", "9.2", "成", "exact"),
        ("百分之十二点五", "12.5", "%", "exact"),
        ("不足1/10", "0.1", "比例", "less_than"),
        ("二十一万三千吨", "213000", "吨", "exact"),
        ("10太字节/天", "10", "太字节/天", "exact"),
    ],
)
def test_numbers_are_read_with_their_units(text: str, value: str, unit: str, qualifier: str) -> None:
    (number,) = numbers(text)
    assert number.unit == unit
    assert number.qualifier == qualifier
    assert number.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "C919",
        "5G",
        "“33618”",
        "党的二十大",
        "第二产业",
        "三位一体",
        "一方面",
        "GB/T 4754",
        "零部件",
        "统一",
        "专精特新",
        "A股",
        "陆续",
    ],
)
def test_look_alikes_are_no_numbers(text: str) -> None:
    assert not numbers(text)


FOLLOWERS = ("年", "月", "个", "10", "一", "十五年", "3月", "个月", "半年", "季度", "期", "号")


def test_no_expression_begins_with_a_character_that_is_skipped() -> None:
    skipped = re.compile(f"[^{lexer.FIRST}]")
    everywhere = re.compile(lexer.EXPRESSION)
    characters = {chr(code) for code in range(0x4E00, 0x9FA6)} | set(LIKELY)
    for character in filter(skipped.match, sorted(characters)):
        for follower in FOLLOWERS:
            found = everywhere.match(character + follower)
            assert not found, character + follower


def test_no_expression_begins_with_two_characters_that_are_skipped() -> None:
    first, opening = re.compile(f"[{lexer.FIRST}]"), re.compile(lexer.OPENING)
    everywhere = re.compile(lexer.EXPRESSION)
    characters = sorted({*LIKELY, *re.sub(r"\\.", "", lexer.EXPRESSION)})
    for pair in map("".join, itertools.product(filter(first.match, characters), characters)):
        if not opening.match(pair):
            for follower in ("", "年", "期", "个", "10", "一"):
                assert not everywhere.match(pair + follower), pair + follower


@pytest.mark.parametrize(
    ("guard", "pattern"),
    [
        (lexer.DATED, expressions.PERIOD),
        (lexer.COMPOUND, lexer.FRACTION),
        (lexer.COMPOUND, lexer.TIMESPAN),
        (lexer.COMPOUND, lexer.TO_ONE),
    ],
)
def test_nothing_is_found_where_it_is_not_tried(guard: str, pattern: str) -> None:
    tried, found = re.compile(guard), re.compile(pattern)
    characters = sorted({*LIKELY, *re.sub(r"\\.", "", pattern)})
    for text in map(
        "".join, itertools.product(characters, characters, ("", "年", "月10日", "期", "10", "/3", "小时5分", ":1"))
    ):
        assert tried.match(text) or not found.match(text), text
