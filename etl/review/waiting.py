"""What waits for a person: numbers of which nothing was made, and figures that the extractor doubts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etl.extraction.identity import mention_ids, observation_ids
from etl.extraction.text.evidence import Sentences
from etl.review.apply import Reviewed
from etl.review.fields import expectation

DOUBTFUL = 0.65


@dataclass(frozen=True, slots=True)
class Waiting:
    """One number to look at; `confidence` is 0 where it became no figure."""

    source_uri: str
    identity: str
    confidence: float
    quote: str
    sentence: str
    expect: str
    reason: str

    def row(self) -> dict[str, str]:
        """Its row of a review file, ready for a verdict."""
        return {
            "id": self.identity,
            "expect": self.expect,
            "confidence": f"{self.confidence:.2f}",
            "quote": self.quote,
            "sentence": self.sentence,
        }


def waiting(reviewed: Reviewed, below: float = DOUBTFUL) -> list[Waiting]:
    """What has no verdict yet and a confidence below the limit, the worst first."""
    sentences = Sentences(reviewed.extraction.document)
    found = [*_mentions(reviewed, sentences), *_observations(reviewed, sentences, below)]
    return sorted(found, key=lambda each: each.confidence)


def _mentions(reviewed: Reviewed, sentences: Sentences) -> Iterator[Waiting]:
    extraction = reviewed.extraction
    for index, (identity, mention) in enumerate(zip(mention_ids(extraction), extraction.mentions, strict=True)):
        if mention.disposition == "review" and index not in reviewed.settled:
            sentence = sentences.around(mention.start, mention.end)
            yield Waiting(extraction.document.source_uri, identity, 0.0, mention.quote, sentence, "", mention.reason)


def _observations(reviewed: Reviewed, sentences: Sentences, below: float) -> Iterator[Waiting]:
    extraction = reviewed.extraction
    identities = observation_ids(extraction)
    for index, observation in enumerate(extraction.observations):
        if index not in reviewed.notes and observation.confidence < below:
            sentence = sentences.around(observation.start, observation.end)
            yield Waiting(
                extraction.document.source_uri, identities[index], observation.confidence, observation.quote, sentence,
                expectation(observation), f"rule {observation.rule}",
            )  # fmt: skip
