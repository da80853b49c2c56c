"""An observation keeps its name while its sentence stays, and shares it with no other."""

from __future__ import annotations

from decimal import Decimal

from etl.documents import Document
from etl.extraction.identity import mention_ids, observation_ids
from etl.extraction.model import Extraction, Mention, Observation

TEXT = "甲业增长5%。乙、丙两业均增长5%，丁业降5%。\n\n甲业增长5%。\n"


def claim(text: str, start: int, indicator: str) -> Observation:
    number = Decimal(5)
    return Observation(
        quote="5%", start=start, end=start + 2, value=number, unit="%", value_base=number, unit_base="%",
        qualifier="exact", lower=Decimal("4.5"), upper=Decimal("5.5"), indicator=indicator, indicator_code=None,
        measure="growth", of=None, subject=None, subject_kind=None, period="2023", period_basis="published",
        period_source_start=None, period_source_end=None, compared_with=None, modality="fact", confidence=0.9,
        rule="test",
    )  # fmt: skip


def extraction(text: str, indicator: str = "增速") -> Extraction:
    """Every 5% of the text, the one after 均 as two claims."""
    mentions: list[Mention] = []
    observations: list[Observation] = []
    start = text.find("5%")
    while start >= 0:
        count = 2 if text[:start].endswith("均增长") else 1
        indexes = tuple(range(len(observations), len(observations) + count))
        observations.extend(claim(text, start, indicator) for _ in indexes)
        mentions.append(Mention(start, start + 2, "5%", "percent", "observation", "", indexes))
        start = text.find("5%", start + 2)
    return Extraction(Document("a.txt", "", text), tuple(mentions), tuple(observations), ())


def test_every_claim_has_a_name_of_its_own() -> None:
    found = extraction(TEXT)
    assert len(found.observations) == 5
    assert len(set(observation_ids(found))) == 5
    assert len(set(mention_ids(found))) == 4
    assert not set(mention_ids(found)) & set(observation_ids(found))


def test_edits_elsewhere_line_wraps_and_a_better_reading_change_no_name() -> None:
    names = observation_ids(extraction(TEXT))
    edited = "导语一句，增长3%。" + TEXT.replace("丁业降", "丁\n业降") + "尾声。"
    assert observation_ids(extraction(edited)) == names
    assert observation_ids(extraction(TEXT, indicator="增加值")) == names


def test_an_edit_of_the_sentence_renames_its_figures_only() -> None:
    before = observation_ids(extraction(TEXT))
    after = observation_ids(extraction(TEXT.replace("丁业", "戊业")))
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, False, False, True]


def test_a_removed_repetition_leaves_the_first_its_name() -> None:
    before = observation_ids(extraction(TEXT))
    after = observation_ids(extraction(TEXT.rstrip().removesuffix("甲业增长5%。")))
    assert after == before[:4]


def test_names_in_review_files_stay_good() -> None:
    """A change of this test makes every correction that was ever written stale."""
    assert observation_ids(extraction(TEXT))[:2] == ("3f56bdd43e4c", "26e49fabc08b")
