"""Corrections on an extraction: the reviewed extraction, who said what, and which corrections no longer fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from etl.extraction import Extraction, Mention, Observation
from etl.extraction.identity import mention_ids, observation_ids
from etl.review.correction import Correction
from etl.review.fields import corrected, says, unexpected
from etl.vocabulary import Vocabulary, default_vocabulary

NEEDED = ("indicator", "measure", "value")
RULE = "review"


@dataclass(frozen=True, slots=True)
class Note:
    """A person's verdict on one observation."""

    verdict: str
    reviewer: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Stale:
    """A correction that was not applied, and why."""

    correction: Correction
    reason: str


@dataclass(slots=True)
class Reviewed:
    """An extraction with its corrections applied; `notes` by observation index, `settled` by mention index."""

    extraction: Extraction
    notes: dict[int, Note] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    stale: list[Stale] = field(default_factory=list)


def apply_review(
    extraction: Extraction, corrections: Iterable[Correction], vocabulary: Vocabulary | None = None
) -> Reviewed:
    """Apply what still fits; a rejected observation stays, marked as rejected."""
    open_corrections = {correction.identity: correction for correction in corrections}
    if not open_corrections:
        return Reviewed(extraction)
    return _Application(extraction, vocabulary or default_vocabulary()).run(open_corrections)


class _Application:
    """One extraction being corrected."""

    def __init__(self, extraction: Extraction, vocabulary: Vocabulary) -> None:
        self._source = extraction
        self._vocabulary = vocabulary
        self._observations = list(extraction.observations)
        self._mentions = list(extraction.mentions)
        self._reviewed = Reviewed(extraction)

    def run(self, corrections: dict[str, Correction]) -> Reviewed:
        """Apply each correction to what it names."""
        observations = dict(zip(observation_ids(self._source), range(len(self._observations)), strict=True))
        mentions = dict(zip(mention_ids(self._source), range(len(self._mentions)), strict=True))
        for identity, correction in corrections.items():
            if identity in observations:
                reason = self._observation(observations[identity], correction)
            elif identity in mentions:
                reason = self._mention(mentions[identity], correction)
            else:
                reason = "the article has no such number in such a sentence any more"
            if reason:
                self._reviewed.stale.append(Stale(correction, reason))
        self._reviewed.extraction = replace(
            self._source, observations=tuple(self._observations), mentions=tuple(self._mentions)
        )
        return self._reviewed

    def _observation(self, index: int, correction: Correction) -> str:
        """Apply to an observation; returns why not, or nothing."""
        observation = self._observations[index]
        if correction.disposition:
            return "it is a figure: write reject where it is none"
        differs = unexpected(observation, correction.expect)
        # an extractor that has learned to say what the correction says is no surprise
        if differs and not (correction.fields and says(observation, correction.fields)):
            return differs
        if correction.verdict != "reject":
            reviewed = corrected(observation, correction.fields, self._vocabulary)
            self._observations[index] = reviewed._replace(confidence=1.0)
        self._reviewed.notes[index] = _note(correction)
        return ""

    def _mention(self, index: int, correction: Correction) -> str:
        """Apply to a number that became no observation; returns why not, or nothing."""
        mention = self._mentions[index]
        if mention.observation_indexes:
            return "it is read as a figure by now: review its observations instead"
        if correction.verdict == "accept":
            return "nothing to accept: write reject where it is no figure, or correct"
        if correction.fields:
            missing = [name for name in NEEDED if correction.fields.get(name) is None]
            if missing:
                return f"a figure needs {', '.join(missing)} too"
            self._observations.append(self._new_observation(mention, correction))
            place = len(self._observations) - 1
            self._mentions[index] = mention._replace(
                disposition="observation", reason=_reason(correction), observation_indexes=(place,)
            )
            self._reviewed.notes[place] = _note(correction)
        else:
            disposition = correction.disposition or "idiom"
            self._mentions[index] = mention._replace(disposition=disposition, reason=_reason(correction))
        self._reviewed.settled.add(index)
        return ""

    def _new_observation(self, mention: Mention, correction: Correction) -> Observation:
        """A figure that only the reviewer saw; what they leave open is what the document says of itself."""
        metadata = self._source.document.metadata
        blank = Observation(
            quote=mention.quote, start=mention.start, end=mention.end, value=Decimal(0), unit=None,
            value_base=Decimal(0), unit_base=None, qualifier="exact", lower=None, upper=None, indicator="",
            indicator_code=None, measure="other", of=None, subject=metadata.area,
            subject_kind="area" if metadata.area else None, period=metadata.published, period_basis="published",
            period_source_start=None, period_source_end=None, compared_with=None, modality="fact", confidence=1.0,
            rule=RULE,
        )  # fmt: skip
        return corrected(blank, correction.fields, self._vocabulary)


def _note(correction: Correction) -> Note:
    return Note(correction.verdict, correction.reviewer, correction.note)


def _reason(correction: Correction) -> str:
    """Why a mention is what it is: the reviewer's word."""
    return ": ".join(filter(None, (f"reviewed by {correction.reviewer or 'a person'}", correction.note)))
