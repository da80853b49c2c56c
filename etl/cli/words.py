"""Numbers and names as the commands print them."""

from __future__ import annotations


def plural(number: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
