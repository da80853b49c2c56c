"""An observation in the words of a reader: a headline, and its fields one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from etl.explain import labels
from etl.explain.labels import FIELDS, Label, label
from etl.extraction import Extraction, Observation
from etl.extraction.identity import observation_ids

DOUBTFUL = 0.7


class Review(Protocol):
    """A person's word on an observation."""

    @property
    def verdict(self) -> str:
        """accept, correct or reject."""

    @property
    def reviewer(self) -> str | None:
        """Who gave it."""

    @property
    def note(self) -> str | None:
        """Why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field: what it is called, what it says, and a remark in both languages."""

    name: Label
    value: str
    remark: Label | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One observation, numbered as it stands in the article."""

    number: int
    identity: str
    observation: Observation
    amount: str
    rows: tuple[Row, ...]
    verdict: str | None = None

    @property
    def rejected(self) -> bool:
        """Whether a person said that it is wrong."""
        return self.verdict == "reject"

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.observation.confidence < DOUBTFUL


def facts_of(extraction: Extraction, reviews: Mapping[int, Review] | None = None) -> tuple[Fact, ...]:
    """The facts of an article, in the order of its observations, numbered as they stand in the text."""
    facts: list[Fact] = []
    places = sorted(range(len(extraction.observations)), key=lambda index: extraction.observations[index].start)
    numbers = {index: number for number, index in enumerate(places, start=1)}
    for index, identity in enumerate(observation_ids(extraction)):
        observation = extraction.observations[index]
        review = (reviews or {}).get(index)
        rows = tuple(_rows(observation, extraction.document.text, review))
        verdict = review.verdict if review else None
        facts.append(Fact(numbers[index], identity, observation, amount(observation), rows, verdict))
    return tuple(facts)


def amount(observation: Observation) -> str:
    """Value and unit as a reader writes them: `3,603.45 亿元`, `62%`."""
    return _with_unit(f"{observation.value:,f}", observation.unit)


def _with_unit(number: str, unit: str | None) -> str:
    return f"{number}{'' if unit in ('%', '‰') else ' '}{unit}" if unit else number


def _rows(observation: Observation, text: str, review: Review | None) -> Iterator[Row]:
    code = observation.indicator_code
    yield Row(
        FIELDS["indicator"], observation.indicator, Label(code, code) if code else Label("词表外", "not in vocabulary")
    )
    measure = label(labels.measures(), observation.measure)
    yield Row(FIELDS["measure"], measure.zh, Label(measure.en, measure.en))
    if observation.of:
        yield Row(FIELDS["of"], observation.of)
    qualifier = labels.QUALIFIERS.get(observation.qualifier)
    yield Row(FIELDS["value"], amount(observation), qualifier)
    yield Row(FIELDS["interval"], _interval(observation))
    if observation.subject:
        yield Row(FIELDS["subject"], observation.subject)
    yield Row(FIELDS["period"], observation.period or "—", _basis(observation, text))
    if observation.compared_with:
        yield Row(FIELDS["compared_with"], observation.compared_with)
    if observation.modality != "fact":
        modality = label(labels.MODALITIES, observation.modality)
        yield Row(FIELDS["modality"], modality.zh, Label(modality.en, modality.en))
    yield Row(FIELDS["confidence"], f"{observation.confidence:.2f}", Label(observation.rule, observation.rule))
    if review:
        verdict = label(labels.VERDICTS, review.verdict)
        remark = "：".join(filter(None, (review.reviewer, review.note)))
        yield Row(FIELDS["review"], f"{verdict.zh} {verdict.en}", Label(remark, remark) if remark else None)


def _basis(observation: Observation, text: str) -> Label:
    """How the period is known, with the words that it was taken from."""
    basis = label(labels.BASES, observation.period_basis)
    start, end = observation.period_source_start, observation.period_source_end
    if start is None or end is None:
        return basis
    source = "".join(text[start:end].split())
    return Label(f"{basis.zh}“{source}”", basis.en)


def _interval(observation: Observation) -> str:
    lower, upper = (_bound(bound) for bound in (observation.lower, observation.upper))
    bounds = f"{lower or '−∞'} … {upper or '∞'}" if lower != upper else str(lower)
    return f"{bounds} {observation.unit or ''}".strip()


def _bound(bound: Decimal | None) -> str | None:
    return None if bound is None else f"{bound:,f}"
