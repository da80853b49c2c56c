"""The subject of a claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """The area or organisation a claim is about."""

    name: str
    kind: str  # area | organisation
