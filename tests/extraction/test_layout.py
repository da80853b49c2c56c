"""How a text is set changes no fact: columns of any width, line breaks anywhere in a sentence, full-width digits."""

from __future__ import annotations

import random

import pytest

from etl.documents import Document, Metadata
from etl.extraction import Extraction, extract
from tests.extraction.comparison import load_cases
from tests.extraction.generated import articles, columns, full_width

CASES = [case for case in load_cases() if "\n" not in case.text]
KNOWN = Metadata(published="2023-01-12", area="青岛市")
FRONT = "---\narea: 青岛市\npublished: 2023-01-12\n---\n"
Fact = tuple[object, ...]


def facts(text: str, metadata: Metadata = KNOWN) -> list[Fact]:
    """What a text states, without where."""
    return stated(extract(Document("set.txt", "", text, metadata=metadata)))


def stated(extraction: Extraction) -> list[Fact]:
    return [
        (
            seen.value, seen.unit, seen.qualifier, seen.indicator, seen.measure, seen.of,
            seen.subject, seen.period, seen.modality, seen.compared_with,
        )
        for seen in extraction.observations
    ]  # fmt: skip


def pending(*values: object, reason: str) -> object:
    """Parameters that do not hold yet; the mark must go when they do."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    "width",
    [
        23,
        *(
            pending(width, reason="breaks between a point and its digits, or after a closing mark")
            for width in (9, 14, 20, 31)
        ),
    ],
)
def test_the_width_of_a_column_changes_no_fact(width: int) -> None:
    for case in CASES:
        metadata = Metadata(published=case.published, area=case.area)
        assert facts(columns(case.text, width), metadata) == facts(case.text, metadata), columns(case.text, width)


@pytest.mark.xfail(strict=True, reason="lines of very uneven length are taken for paragraphs")
def test_line_breaks_anywhere_in_a_sentence_change_no_fact() -> None:
    source = random.Random(11)
    for case in CASES:
        wrapped = "".join(sign + "\n" if sign != "。" and source.random() < 0.1 else sign for sign in case.text)
        metadata = Metadata(published=case.published, area=case.area)
        assert facts(wrapped, metadata) == facts(case.text, metadata), wrapped


def test_full_width_digits_change_no_fact() -> None:
    for text in (*(case.text for case in CASES), *articles(200, seed=5)):
        assert facts(full_width(text)) == facts(text), text


def test_front_matter_changes_no_fact_and_moves_every_offset() -> None:
    for text in articles(50, seed=3):
        bare = extract(Document("set.txt", "", text, metadata=KNOWN))
        fronted = extract(Document("set.md", "", FRONT + text, body_start=len(FRONT), metadata=KNOWN))
        assert stated(fronted) == stated(bare)
        assert [seen.start for seen in fronted.mentions] == [seen.start + len(FRONT) for seen in bare.mentions]
