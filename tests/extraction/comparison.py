"""Spec cases in YAML, and how an extraction is held against one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from etl.documents import Document, Metadata
from etl.extraction import Extraction, Observation, extract
from etl.vocabulary import default_vocabulary

SPECS = Path(__file__).parent / "specs"
UNSTATED = {"qualifier": "exact", "modality": "fact"}  # what a fact of a spec is unless it says otherwise


@dataclass(frozen=True)
class Case:
    """One text with the facts that it states, and what its other numeric expressions are."""

    construction: str
    number: int
    text: str
    published: str | None
    area: str | None
    facts: list[dict[str, Any]]
    others: list[dict[str, Any]] = field(default_factory=list)
    reason: str | None = None  # why it is not supported yet

    @property
    def name(self) -> str:
        """How pytest and the reports call the case."""
        return f"{self.construction}-{self.number}"


def load_cases() -> list[Case]:
    """Every case of every spec file."""
    return [case for path in sorted(SPECS.glob("*.yaml")) for case in _load(path)]


def _load(path: Path) -> list[Case]:
    spec = yaml.safe_load(path.read_text("utf-8"))
    return [_case(path.stem, number, raw, spec) for number, raw in enumerate(spec["cases"], 1)]


def _case(construction: str, number: int, raw: dict[str, Any], spec: dict[str, Any]) -> Case:
    if (raw.get("status") == "not supported") != ("reason" in raw):
        raise ValueError(f"{construction}-{number}: `status: not supported` and `reason` go together")
    published = raw.get("published", spec.get("published"))
    shared = {**spec.get("all", {}), **raw.get("all", {})}
    facts = [{**shared, **fact} for fact in raw.get("facts", [])]
    return Case(
        construction, number, raw["text"].rstrip("\n"), str(published) if published else None,
        raw.get("area", spec.get("area")), facts, raw.get("others", []), raw.get("reason"),
    )  # fmt: skip


def run(case: Case) -> Extraction:
    """The extraction of the text of a case."""
    metadata = Metadata(published=case.published, area=case.area)
    return extract(Document("spec.txt", "", case.text, metadata=metadata))


def differences(case: Case, extraction: Extraction) -> list[str]:
    """Where an extraction departs from what the case expects, one line each; empty when it is right."""
    found = list(extraction.observations)
    lines: list[str] = []
    wanted = [(fact, _span(case.text, fact)) for fact in case.facts]
    for fact, span in wanted:
        candidates = [seen for seen in found if seen.start < span[1] and span[0] < seen.end]
        if not candidates:
            if not fact.get("optional"):
                lines.append(f"{fact['quote']}: no observation")
            continue
        best = min(candidates, key=lambda seen: len(_mismatches(fact, seen)))
        found.remove(best)
        if not fact.get("optional"):
            lines.extend(f"{fact['quote']}: {line}" for line in _mismatches(fact, best))
    lines.extend(f"{seen.quote}: an observation too many ({seen.indicator}, {seen.measure})" for seen in found)
    return [*lines, *_disposition_differences(case, extraction)]


def _disposition_differences(case: Case, extraction: Extraction) -> list[str]:
    lines: list[str] = []
    for other in case.others:
        start, end = _span(case.text, other)
        over = [mention for mention in extraction.mentions if mention.start < end and start < mention.end]
        accepted = _listed(other["disposition"])
        if not over and "none" not in accepted:
            lines.append(f"{other['quote']}: no mention")
        lines.extend(
            f"{other['quote']}: disposition {mention.disposition}, not {'|'.join(map(str, accepted))}"
            for mention in over
            if mention.disposition not in accepted
        )
    return lines


def _span(text: str, wanted: dict[str, Any]) -> tuple[int, int]:
    """Where a quote stands; `at: 2` is its second occurrence, and white space of the layout does not count."""
    pattern = r"\s*".join(map(re.escape, str(wanted["quote"])))
    matches = list(re.finditer(pattern, text))
    at = int(wanted.get("at", 1))
    if len(matches) < at:
        raise ValueError(f"{wanted['quote']!r} does not occur {at} times in {text!r}")
    return matches[at - 1].span()


def _mismatches(fact: dict[str, Any], seen: Observation) -> list[str]:
    lines: list[str] = []
    for name, wanted in {**UNSTATED, **fact}.items():
        if name in ("quote", "at", "optional"):
            continue
        actual = getattr(seen, name)
        if not _agrees(name, wanted, actual):
            lines.append(f"{name} is {actual}, not {'|'.join(map(str, _listed(wanted)))}")
    return lines


def _agrees(name: str, wanted: object, actual: object) -> bool:
    choices = _listed(wanted)
    if isinstance(actual, Decimal):
        return any(choice is not None and _same_value(str(choice), actual) for choice in choices)
    if name in ("indicator", "of"):
        return any(_same_name(choice, actual) for choice in choices)
    return any((None if choice is None else str(choice)) == actual for choice in choices)


def _same_value(wanted: str, actual: Decimal) -> bool:
    """Exactly, but for fractions such as 2/3, which no decimal holds."""
    if "/" in wanted:
        return abs(Decimal(Fraction(wanted).numerator) / Fraction(wanted).denominator - actual) < Decimal("1e-9")
    return Decimal(wanted) == actual


def _same_name(wanted: object, actual: object) -> bool:
    if wanted is None or actual is None:
        return wanted is actual
    return _plain(str(wanted)) == _plain(str(actual)) or _same_code(str(wanted), str(actual))


def _plain(name: str) -> str:
    """A name without the marks and endings that make no difference: “灯塔工厂”数量 and 灯塔工厂数."""
    bare = re.sub("[“”《》（）、，的和及与 ]", "", name)
    return re.sub("(?<=..)(?:数量|总数|数|占比|比重)$", "", bare)


def _same_code(left: str, right: str) -> bool:
    codes = default_vocabulary().indicator_names
    return left in codes and codes[left] == codes.get(right)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]
