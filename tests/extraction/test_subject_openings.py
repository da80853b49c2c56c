"""What a subject, or a word before one, may begin with: elsewhere none is looked for."""

from __future__ import annotations

import itertools
import re

import pytest

from etl.extraction.subjects import company_forms, finder, forms, regions, things


def _openings(pattern: str) -> set[str]:
    """The pieces of a pattern, each with and without a character of it in front, and what may follow."""
    pieces = {piece for run in re.findall("[\u4e00-\u9fff]+", pattern) for piece in (run, run[:1], run[1:])}
    return {first + piece for first, piece in itertools.product({"", *pattern}, pieces)}


def test_no_word_before_a_subject_begins_with_a_character_that_is_skipped() -> None:
    guard, everywhere = (
        re.match(r"\(\?=\[[^]]+]\)", forms.LEAD),
        re.compile(re.sub(r"^\(\?=\[[^]]+]\)", "", forms.LEAD)),
    )
    assert guard
    for text in _openings(forms.LEAD):
        assert text[:1] in forms.LEAD_BEGINS or not everywhere.match(text), text


@pytest.mark.parametrize("pattern", [forms.LEADING, forms.SCOPE, company_forms.PRONOUN, forms.OUR_VILLAGE])
def test_what_points_at_a_subject_begins_with_a_character_that_is_looked_at(pattern: re.Pattern[str]) -> None:
    for text in _openings(pattern.pattern):
        assert text[:1] in finder._OPENS or not pattern.match(text), text


@pytest.mark.parametrize("pattern", [things._POINTS, things._ON_PREMISES])
def test_what_points_back_at_a_thing_begins_with_a_character_that_is_looked_at(pattern: re.Pattern[str]) -> None:
    for text in _openings(pattern.pattern):
        assert text[:1] in things.POINTING or not pattern.match(text), text


@pytest.mark.parametrize("text", ["东部地区", "一线城市", "31个二线城市", "中西部和东北地区"])
def test_parts_of_a_country_begin_with_a_character_that_is_looked_at(text: str) -> None:
    assert text[0] in regions.PART_BEGINS
    assert regions.parts_at(text)[0]
