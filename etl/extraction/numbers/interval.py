"""The interval that the words of a claim allow, in its stated unit."""

from __future__ import annotations

from decimal import Decimal

Interval = tuple[Decimal | None, Decimal | None]

BEYOND = ("more_than", "at_least")
SHORT_OF = ("less_than", "at_most")


def interval(value: Decimal, step: Decimal, qualifier: str) -> Interval:
    """Bounds of a value written to a precision of `step`; None where open.

    A qualifier speaks of the size: a fall of more than 3 % lies below −3.
    """
    if qualifier in BEYOND or qualifier in SHORT_OF:
        grows = (qualifier in BEYOND) == (value >= 0)
        return (value, None) if grows else (None, value)
    half = step / 2
    return value - half, value + half
