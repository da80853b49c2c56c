"""Pair observations with gold facts, and count: found, complete, and right by field, measure, rule and confidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from etl.evaluation.agreement import agreement
from etl.evaluation.gold import GoldFact
from etl.extraction.model import Observation

DETECTED = ("value", "unit")
COMPLETE = ("value", "unit", "indicator", "measure", "subject", "period")
JUDGED = ("qualifier", "indicator", "measure", "of", "subject", "period")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold fact, an observation, or both where they speak of the same characters, and the fields that agree."""

    gold: GoldFact | None
    observation: Observation | None
    right: dict[str, bool] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether this is scored: facts that are not required are left out with what was found for them."""
        return self.gold is None or self.gold.required

    @property
    def detected(self) -> bool:
        """Found, with value and unit right."""
        return bool(self.right) and all(self.right[name] for name in DETECTED)

    @property
    def complete(self) -> bool:
        """The whole fact is right."""
        return bool(self.right) and all(self.right[name] for name in COMPLETE)

    @property
    def wrong(self) -> list[str]:
        """The fields of a paired fact that are wrong."""
        return [name for name in COMPLETE if self.right and not self.right[name]]


@dataclass(frozen=True, slots=True)
class Group:
    """The counts of facts that have something in common."""

    gold: int
    predicted: int
    detected: int
    complete: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Observations of one band of confidence, and how many of them are wholly right."""

    low: float
    high: float
    predicted: int
    complete: int


class Score:
    """What the verdicts on one or many articles come to."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        self.verdicts = list(verdicts)
        self.counted = [verdict for verdict in self.verdicts if verdict.counts]
        self.total = _group(self.counted)

    @property
    def detection_f1(self) -> float:
        """Harmonic mean of precision and recall of values with their unit."""
        return self._f1(self.total.detected)

    @property
    def full_fact_f1(self) -> float:
        """The same of whole facts."""
        return self._f1(self.total.complete)

    def _f1(self, right: int) -> float:
        return 2 * right / (self.total.gold + self.total.predicted) if right else 0.0

    @property
    def accuracy(self) -> dict[str, float]:
        """For each field, the share of detected facts in which it is right."""
        detected = [verdict for verdict in self.counted if verdict.detected]
        hits = Counter(name for verdict in detected for name in JUDGED if verdict.right[name])
        return {name: hits[name] / len(detected) if detected else 0.0 for name in JUDGED}

    def by_measure(self) -> dict[str, Group]:
        """Counts by the measure that the gold states, or that was found where gold has nothing."""
        return _grouped(
            (str(verdict.gold.accepted["measure"][0]) if verdict.gold else _observed(verdict).measure, verdict)
            for verdict in self.counted
        )

    def by_rule(self) -> dict[str, Group]:
        """Counts by the rule that produced an observation: the constructions of the language."""
        return _grouped(
            (verdict.observation.rule if verdict.observation else "(not found)", verdict) for verdict in self.counted
        )

    def calibration(self, edges: Sequence[float] = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)) -> list[Bin]:
        """For each band of confidence, how many observations it holds and how many are wholly right."""
        bins = []
        for low, high in pairwise(edges):
            inside = [
                verdict
                for verdict in self.counted
                if verdict.observation
                and (
                    low <= verdict.observation.confidence < high or verdict.observation.confidence == high == edges[-1]
                )
            ]
            bins.append(Bin(low, high, len(inside), sum(verdict.complete for verdict in inside)))
        return bins


def score(gold: Sequence[GoldFact], observations: Sequence[Observation]) -> Score:
    """Score the observations of one article."""
    return Score(verdicts(gold, observations))


def verdicts(gold: Sequence[GoldFact], observations: Sequence[Observation]) -> Iterator[Verdict]:
    """Pair what overlaps, the best agreement first; then what was missed and what is too much."""
    candidates = [
        (sum(right.values()) + 3 * right["value"], number, place, right)
        for number, fact in enumerate(gold)
        for place, observation in enumerate(observations)
        if observation.start < fact.end and fact.start < observation.end
        for right in [agreement(fact.accepted, observation)]
    ]
    paired: dict[int, Verdict] = {}
    taken: set[int] = set()
    for _, number, place, right in sorted(candidates, key=lambda candidate: -candidate[0]):
        if number not in paired and place not in taken:
            paired[number] = Verdict(gold[number], observations[place], right)
            taken.add(place)
    yield from (paired.get(number) or Verdict(fact, None) for number, fact in enumerate(gold))
    yield from (Verdict(None, observation) for place, observation in enumerate(observations) if place not in taken)


def _observed(verdict: Verdict) -> Observation:
    if verdict.observation is None:
        raise ValueError("a verdict speaks of a gold fact, an observation, or both")
    return verdict.observation


def _group(verdicts: Sequence[Verdict]) -> Group:
    return Group(
        gold=sum(verdict.gold is not None for verdict in verdicts),
        predicted=sum(verdict.observation is not None for verdict in verdicts),
        detected=sum(verdict.detected for verdict in verdicts),
        complete=sum(verdict.complete for verdict in verdicts),
    )


def _grouped(named: Iterable[tuple[str, Verdict]]) -> dict[str, Group]:
    groups: dict[str, list[Verdict]] = {}
    for name, verdict in named:
        groups.setdefault(name, []).append(verdict)
    return {name: _group(groups[name]) for name in sorted(groups, key=lambda name: (-len(groups[name]), name))}
