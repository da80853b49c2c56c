"""What extraction finds; every offset counts characters of Document.text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from etl.documents import Document


class Observation(NamedTuple):
    """One quantitative claim with its evidence; the fields are those of the contract, in its words.

    `value` is as written in `unit` (a fall is negative), `value_base` the same in `unit_base`;
    `lower` and `upper` bound it in `unit`, None where open.
    """

    quote: str
    start: int
    end: int
    value: Decimal
    unit: str | None
    value_base: Decimal
    unit_base: str | None
    qualifier: str
    lower: Decimal | None
    upper: Decimal | None
    indicator: str
    indicator_code: str | None
    measure: str
    of: str | None
    subject: str | None
    subject_kind: str | None
    period: str | None
    period_basis: str
    period_source_start: int | None
    period_source_end: int | None
    compared_with: str | None
    modality: str
    confidence: float
    rule: str


class Mention(NamedTuple):
    """One numeric expression and what became of it: exactly one disposition.

    `observation_indexes` point into Extraction.observations, filled exactly when it became one.
    """

    start: int
    end: int
    quote: str
    kind: str
    disposition: str
    reason: str
    observation_indexes: tuple[int, ...] = ()


class PilotDesignation(NamedTuple):
    """A named member of a pilot programme."""

    programme: str
    programme_code: str | None
    level: str | None
    kind: str | None
    member: str
    batch: int | None
    area: str | None
    period: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document."""

    document: Document
    mentions: tuple[Mention, ...]
    observations: tuple[Observation, ...]
    pilot_designations: tuple[PilotDesignation, ...]
