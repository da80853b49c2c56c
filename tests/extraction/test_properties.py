"""What holds for every text, whole or damaged: nothing fails, no number is lost, the layout does not matter."""

from __future__ import annotations

import random
import re
from collections import Counter
from decimal import Decimal

import pytest

from etl.documents import Document, Metadata
from etl.extraction import Extraction, Observation, extract
from etl.extraction.lexer import Number, tokens
from etl.extraction.normalise import normalise
from etl.extraction.units import to_base
from tests.extraction.comparison import load_cases
from tests.extraction.generated import MUTATIONS, articles, columns, damaged, full_width

DISPOSITIONS = {"observation", "date", "name", "ordinal", "idiom", "review"}
KNOWN = Metadata(published="2023-01-12", area="青岛市")
TRADITIONAL = "國家。\n\n"  # makes the text behind it one in traditional characters
FRONT = "---\narea: 青岛市\npublished: 2023-01-12\n---\n"


def pending(*values: object, reason: str) -> object:
    """Parameters that do not hold yet; the mark must go when they do."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def read(text: str, metadata: Metadata = KNOWN) -> Extraction:
    return extract(Document("generated.txt", "", text, metadata=metadata))


def bare(text: str) -> str:
    return "".join(text.split())


def unaccounted(extraction: Extraction) -> list[str]:
    """What breaks the promise that every number is accounted for, once."""
    document, mentions = extraction.document, extraction.mentions
    lines = [f"{seen.quote}: {seen.disposition}" for seen in mentions if seen.disposition not in DISPOSITIONS]
    ends = [offset for seen in mentions for offset in (seen.start, seen.end)]
    ends = [document.body_start, *ends, len(document.text)]
    if ends != sorted(ends):
        lines.append("mentions overlap or leave the body")
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
        if any(not mention.start <= seen.start < mention.end for seen in observations):
            lines.append(f"{mention.quote} has observations from elsewhere")
    return lines


CLOCK = pending("doubled", reason="14:300 loses its last digit")


@pytest.mark.parametrize("mutation", [*(name for name in MUTATIONS if name != "doubled"), CLOCK, "mixed"])
def test_every_number_is_accounted_for_once(mutation: str) -> None:
    for text in damaged(mutation, 200):
        assert not unaccounted(read(text)), text


@pytest.mark.xfail(strict=True, reason="the quote of a mention is the normalised one")
def test_the_characters_at_the_offsets_are_the_quote() -> None:
    for text in (text for mutation in MUTATIONS for text in damaged(mutation, 100)):
        extraction = read(text)
        spans = [(seen.start, seen.end, seen.quote) for seen in extraction.mentions]
        spans += [(seen.start, seen.end, seen.quote) for seen in extraction.observations]
        for start, end, quote in spans:
            assert bare(text[start:end]) == quote, text


def test_offsets_count_from_the_start_of_the_file() -> None:
    for text in articles(50, seed=3):
        document = Document("generated.md", "", FRONT + text, body_start=len(FRONT), metadata=KNOWN)
        extraction = extract(document)
        assert not unaccounted(extraction), text
        assert facts(extraction) == facts(read(text)), text


def facts(extraction: Extraction) -> list[tuple[object, ...]]:
    """What was found, without where."""
    return [
        (
            seen.value, seen.unit, seen.qualifier, seen.indicator, seen.measure, seen.of,
            seen.subject, seen.period, seen.modality, seen.compared_with,
        )
        for seen in extraction.observations
    ]  # fmt: skip


@pytest.mark.parametrize(
    "width", [23, *(pending(width, reason="breaks near the end of a paragraph") for width in (9, 14, 20, 31))]
)
def test_the_width_of_a_column_changes_no_fact(width: int) -> None:
    for case in load_cases():
        if "\n" not in case.text:
            metadata = Metadata(published=case.published, area=case.area)
            assert facts(read(columns(case.text, width), metadata)) == facts(read(case.text, metadata)), case.name


@pytest.mark.xfail(strict=True, reason="lines of very uneven length are taken for paragraphs")
def test_line_breaks_anywhere_in_a_sentence_change_no_fact() -> None:
    source = random.Random(11)
    for case in load_cases():
        if "\n" not in case.text:
            wrapped = "".join(sign + "\n" if sign != "。" and source.random() < 0.1 else sign for sign in case.text)
            metadata = Metadata(published=case.published, area=case.area)
            assert facts(read(wrapped, metadata)) == facts(read(case.text, metadata)), wrapped


def test_full_width_digits_change_no_fact() -> None:
    for text in (*(case.text for case in load_cases()), *articles(200, seed=5)):
        assert facts(read(full_width(text))) == facts(read(text)), text


def supported(seen: Observation) -> bool:
    """Whether the quote alone says the same value, unit and magnitude; an elided unit is not in it."""
    ordinal = re.fullmatch("第(.+?)[个位]?", seen.quote)
    quote = f"第{ordinal[1]}位" if ordinal and seen.unit == "位" else seen.quote
    plain = normalise(TRADITIONAL + quote).text
    numbers = [token for token in tokens(plain) if isinstance(token, Number)]
    if not numbers:
        return False
    first, unit = numbers[0], numbers[-1].unit  # a unit shared by a list stands at its end
    said, found = to_base(first.value, first.unit), to_base(seen.value, seen.unit)
    same_value = abs(first.value) == abs(seen.value) or abs(said[0]) == abs(found[0])
    return same_value and to_base(Decimal(1), unit)[1] in (None, found[1])


def test_the_quote_alone_supports_the_value() -> None:
    for text in (*(case.text for case in load_cases()), *articles(300, seed=9)):
        for seen in read(text).observations:
            assert supported(seen), (seen.quote, seen.value, seen.unit, text)


def test_the_interval_holds_the_value_and_the_base_the_same_quantity() -> None:
    for text in (*(case.text for case in load_cases()), *articles(200, seed=13)):
        for seen in read(text).observations:
            assert seen.lower is None or seen.lower <= seen.value, seen
            assert seen.upper is None or seen.value <= seen.upper, seen
            assert (seen.value == 0) == (seen.value_base == Decimal(0)), seen
            assert 0 <= seen.confidence <= 1, seen
