"""The interval of a claim."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.extraction.numbers.interval import interval


@pytest.mark.parametrize(
    ("value", "step", "qualifier", "lower", "upper"),
    [
        ("62", "1", "exact", "61.5", "62.5"),
        ("3603.45", "0.01", "approx", "3603.445", "3603.455"),
        ("-8.4", "0.1", "exact", "-8.45", "-8.35"),
        ("50", "1", "more_than", "50", None),
        ("50", "1", "at_least", "50", None),
        ("50", "1", "less_than", None, "50"),
        ("50", "1", "at_most", None, "50"),
        ("-3", "1", "more_than", None, "-3"),
        ("-3", "1", "less_than", "-3", None),
    ],
)
def test_interval(value: str, step: str, qualifier: str, lower: str | None, upper: str | None) -> None:
    expected = tuple(None if bound is None else Decimal(bound) for bound in (lower, upper))
    assert interval(Decimal(value), Decimal(step), qualifier) == expected
