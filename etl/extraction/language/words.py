"""Word lists, written as one would write them down."""

from __future__ import annotations

import re
from collections.abc import Iterable


def words(text: str) -> list[str]:
    """The words of a text, parted by white space."""
    return text.split()


def either(alternatives: Iterable[str]) -> str:
    """A pattern of any of the words, the longest that fits; parted by first characters, so that few are looked at."""
    rests: dict[str, list[str]] = {}
    for word in sorted(alternatives, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    alone = "".join(re.escape(first) for first, rest in rests.items() if rest == [""])
    several = [f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items() if rest != [""]]
    return f"(?=[{''.join(map(re.escape, rests))}])(?:{'|'.join([*([f'[{alone}]'] if alone else []), *several])})"
