"""Whatever befell a text, no number is lost and none is counted twice."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest

from etl.documents import Document, Metadata
from etl.extraction import Extraction, extract
from tests.extraction.comparison import load_cases
from tests.extraction.generated import MUTATIONS, articles, damaged

KNOWN = Metadata(published="2023-01-12", area="青岛市")


def read(text: str) -> Extraction:
    return extract(Document("damaged.txt", "", text, metadata=KNOWN))


def unaccounted(extraction: Extraction) -> list[str]:
    """What breaks the promise that every number is accounted for, once."""
    document, mentions = extraction.document, extraction.mentions
    ends = [offset for seen in mentions for offset in (seen.start, seen.end)]
    ends = [document.body_start, *ends, len(document.text)]
    lines = ["mentions overlap or leave the body"] if ends != sorted(ends) else []
    for run in re.finditer("[0-9０-９]+", document.text):
        holding = sum(seen.start <= run.start() and run.end() <= seen.end for seen in mentions)
        if holding != (run.start() >= document.body_start):
            lines.append(f"{run.group()} at {run.start()} lies in {holding} mentions")
    return lines + _wrongly_linked(extraction)


def _wrongly_linked(extraction: Extraction) -> list[str]:
    """Mentions and observations that do not belong together, or have nobody to belong to."""
    lines: list[str] = []
    uses = Counter(index for mention in extraction.mentions for index in mention.observation_indexes)
    if uses != Counter(range(len(extraction.observations))):
        lines.append("an observation belongs to no mention, or to two")
    for mention in extraction.mentions:
        observations = [extraction.observations[index] for index in mention.observation_indexes]
        if (mention.disposition == "observation") != bool(observations):
            lines.append(f"{mention.quote} is {mention.disposition} with {len(observations)} observations")
        if any(seen.end <= mention.start or mention.end <= seen.start for seen in observations):
            lines.append(f"{mention.quote} has observations from elsewhere")
    return lines


@pytest.mark.parametrize("mutation", [*MUTATIONS, "mixed"])
def test_every_number_is_accounted_for_once(mutation: str) -> None:
    for text in damaged(mutation, 200):
        assert not unaccounted(read(text)), text


@pytest.mark.parametrize("mutation", [*MUTATIONS, "mixed"])
def test_the_characters_at_the_offsets_are_the_quote(mutation: str) -> None:
    for text in damaged(mutation, 100):
        extraction = read(text)
        spans = [(seen.start, seen.end, seen.quote) for seen in extraction.mentions]
        spans += [(seen.start, seen.end, seen.quote) for seen in extraction.observations]
        for start, end, quote in spans:
            assert "".join(text[start:end].split()) == quote, text


def test_the_interval_holds_the_value_and_the_base_the_same_quantity() -> None:
    for text in (*(case.text for case in load_cases()), *articles(200, seed=13)):
        for seen in read(text).observations:
            assert seen.lower is None or seen.lower <= seen.value, seen
            assert seen.upper is None or seen.value <= seen.upper, seen
            assert (seen.value == 0) == (seen.value_base == Decimal(0)), seen
            assert 0 <= seen.confidence <= 1, seen
