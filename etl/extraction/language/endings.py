"""Patterns of what a text ends with, tried only where it ends with a character that they may end with."""

from __future__ import annotations

import re
from collections.abc import Iterable


class Ending:
    """A pattern at the end of a text, and the last characters of all that it finds."""

    __slots__ = ("last", "pattern")

    def __init__(self, last: Iterable[str], pattern: str) -> None:
        self.last = frozenset(last)
        self.pattern = re.compile(f"(?:{pattern})$")

    def search(self, text: str) -> re.Match[str] | None:
        """What a text ends with, the longest that there is."""
        return self.pattern.search(text) if text[-1:] in self.last else None


def last_of(words: Iterable[str]) -> set[str]:
    """The last characters of words."""
    return {word[-1] for word in words}
