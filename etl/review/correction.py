"""One row of a review file: what it may say, and what of it is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from etl.vocabulary import default_vocabulary

Value = Decimal | str | None

VERDICTS = ("accept", "correct", "reject")
NULL = "null"
CHOICES = {
    "qualifier": ("exact", "approx", "more_than", "less_than", "at_least", "at_most"),
    "measure": (
        "level", "count", "share", "growth_yoy", "growth_qoq", "growth_avg", "growth", "change_pp",
        "contribution_rate", "contribution_pp", "rank", "ratio", "other",
    ),
    "subject_kind": ("area", "organisation"),
    "modality": ("fact", "target", "forecast"),
    "disposition": ("date", "name", "ordinal", "idiom"),
}  # fmt: skip
# What a correction may change. The evidence (quote, start, end) is the article's, and stays.
FIELDS = (
    "value", "unit", "qualifier", "indicator", "indicator_code", "measure", "of", "subject", "subject_kind", "period",
    "compared_with", "modality",
)  # fmt: skip
NULLABLE = frozenset(("unit", "indicator_code", "of", "subject", "subject_kind", "period", "compared_with"))
NUMBER = re.compile(r"[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?")
POINT = r"\d{4}(?:-(?:S[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?"
PERIOD = re.compile(rf"{POINT}(?:/{POINT})?")
EXPECTED = re.compile(rf"(?:^|[;；])\s*({'|'.join(sorted(FIELDS, key=len, reverse=True))})\s*=")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one observation, or of a number that became none.

    `expect` holds what the reviewer saw; where the extraction says something else by now, the correction is
    stale. `fields` are the corrected ones, `disposition` what a number is when it is no figure.
    """

    line: int
    identity: str
    verdict: str
    expect: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Value] = field(default_factory=dict)
    disposition: str | None = None
    note: str | None = None
    reviewer: str | None = None


def parse_row(line: int, cells: Mapping[str, str]) -> Correction | None:
    """Read a row; None while its verdict is open. Raises ValueError saying what is wrong with it."""
    identity, verdict = cells.get("id", ""), cells.get("verdict", "").lower()
    fields = {name: _value(name, cells[name]) for name in FIELDS if cells.get(name)}
    disposition = _chosen("disposition", cells["disposition"]) if cells.get("disposition") else None
    if not verdict:
        if fields or disposition:
            raise ValueError(f"verdict is empty: write one of {', '.join(VERDICTS)}")
        return None
    if verdict not in VERDICTS:
        raise ValueError(f"verdict is {verdict!r}: write one of {', '.join(VERDICTS)}")
    if not identity:
        raise ValueError("id is empty: copy it from warehouse review")
    if verdict == "correct" and not fields and not disposition:
        raise ValueError("correct without a corrected field: fill one of them, or write accept")
    if verdict != "correct" and (fields or disposition):
        raise ValueError(f"{verdict} with corrected fields: write correct, or empty them")
    if fields and disposition:
        raise ValueError("either a figure with its fields or a disposition, not both")
    return Correction(
        line, identity, verdict, _expectations(cells.get("expect", "")), fields, disposition,
        cells.get("note") or None, cells.get("reviewer") or None,
    )  # fmt: skip


def _value(name: str, text: str) -> Value:
    if text == NULL:
        if name not in NULLABLE:
            raise ValueError(f"{name} cannot be {NULL}")
        return None
    if name == "value":
        if not NUMBER.fullmatch(text):
            raise ValueError(f"value is {text!r}: write a number such as 3603.45 or -1.2")
        return Decimal(text.replace(",", "").replace("−", "-"))
    if name == "period" and not PERIOD.fullmatch(text):
        raise ValueError(f"period is {text!r}: write 2023, 2023-S1, 2023-Q1, 2023-05, 2023-05-01 or 2020/2022")
    if name == "indicator_code" and text not in default_vocabulary().indicators:
        raise ValueError(f"indicator_code {text!r} is not in dbt_project/seeds/indicators.csv")
    return _chosen(name, text) if name in CHOICES else text


def _chosen(name: str, text: str) -> str:
    if text not in CHOICES[name]:
        raise ValueError(f"{name} is {text!r}: write one of {', '.join(CHOICES[name])}")
    return text


def _expectations(text: str) -> dict[str, str]:
    """Read `value=3603.45; unit=亿元`."""
    if not text:
        return {}
    found = list(EXPECTED.finditer(text))
    if not found or text[: found[0].start()].strip():
        raise ValueError(f"expect is {text!r}: write such as value=3603.45; unit=亿元")
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {match.group(1): text[match.end() : end].strip() for match, end in zip(found, ends, strict=True)}
