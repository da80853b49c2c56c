"""The subject of a claim."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """The area or organisation a claim is about."""

    name: str
    kind: str  # area | organisation
