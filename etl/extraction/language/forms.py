"""Patterns that are slow where nothing is to be found, tried only where a sign of what they find is there."""

from __future__ import annotations

import re
from collections.abc import Iterable


class Form:
    """A pattern, and what every text that it finds something in holds: REGION and 区, 村 or the like.

    A search skips to the characters that a sign may begin with where all its alternatives begin with one of their own.
    """

    __slots__ = ("pattern", "sign")

    def __init__(self, sign: str, pattern: str) -> None:
        self.sign = re.compile(sign)
        self.pattern = re.compile(pattern)

    def match(self, text: str) -> re.Match[str] | None:
        """What a text opens with."""
        return self.pattern.match(text) if self.sign.search(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        """The first that a text holds."""
        return self.pattern.search(text) if self.sign.search(text) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """What a text holds, in order."""
        return self.pattern.finditer(text) if self.sign.search(text) else ()


def any_sign(*forms: Form) -> re.Pattern[str]:
    """What a text holds where any of several forms may find something: sought once, before each of them is tried."""
    return re.compile("|".join(form.sign.pattern for form in forms))


def without_opening(pattern: re.Pattern[str], text: str) -> str:
    """A text without what it opens with."""
    found = pattern.match(text)
    return text[found.end() :] if found else text
