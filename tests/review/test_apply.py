"""Corrections on an extraction: applied where they fit, reported where they do not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from etl.extraction import Extraction
from etl.extraction.identity import mention_ids, observation_ids
from etl.review import Correction, Note, Reviewed, apply_review, waiting
from etl.review.correction import Value
from etl.review.fields import expectation
from tests.review.article import TEXT, extraction

FIRST, SHARE, FALL = observation_ids(extraction())
WAITS = mention_ids(extraction())[3]


def review(
    identity: str,
    verdict: str,
    fields: Mapping[str, Value] | None = None,
    *,
    expect: Mapping[str, str] | None = None,
    disposition: str | None = None,
    found: Extraction | None = None,
) -> Reviewed:
    correction = Correction(2, identity, verdict, expect or {}, fields or {}, disposition, "因为", "张三")
    return apply_review(found or extraction(), [correction])


def test_accepting_makes_certain() -> None:
    reviewed = review(SHARE, "accept")
    assert reviewed.extraction.observations[1].confidence == 1.0
    assert reviewed.notes == {1: Note("accept", "张三", "因为")}
    assert reviewed.extraction.observations[0] == extraction().observations[0]


def test_a_rejected_observation_stays_and_is_marked() -> None:
    reviewed = review(SHARE, "reject")
    assert reviewed.extraction == extraction()
    assert reviewed.notes[1].verdict == "reject"


def test_what_follows_from_a_corrected_value_follows() -> None:
    changed = review(FIRST, "correct", {"value": Decimal("4062"), "unit": "万元"}).extraction.observations[0]
    assert (changed.value_base, changed.unit_base) == (Decimal("40620000"), "元")
    assert (changed.lower, changed.upper) == (Decimal("4061.5"), Decimal("4062.5"))
    assert changed.quote == "4061.70亿元"


def test_a_corrected_qualifier_bounds_a_fall_by_its_size() -> None:
    changed = review(FALL, "correct", {"qualifier": "less_than"}).extraction.observations[2]
    assert (changed.lower, changed.upper) == (Decimal(-3), None)
    changed = review(FIRST, "correct", {"qualifier": "exact"}).extraction.observations[0]
    assert (changed.lower, changed.upper) == (Decimal("4061.695"), Decimal("4061.705"))


def test_a_corrected_indicator_takes_its_code_from_the_vocabulary() -> None:
    assert review(FIRST, "correct", {"indicator": "地区生产总值"}).extraction.observations[0].indicator_code == "gdp"
    changed = review(FIRST, "correct", {"indicator": "某种指标"}).extraction.observations[0]
    assert changed.indicator_code is None


def test_a_corrected_subject_and_period_say_how_they_are_known() -> None:
    changed = review(FIRST, "correct", {"subject": "海尔集团", "period": "2012"}).extraction.observations[0]
    assert (changed.subject, changed.subject_kind) == ("海尔集团", "organisation")
    assert (changed.period, changed.period_basis, changed.period_source_start) == ("2012", "stated", None)
    assert review(FIRST, "correct", {"subject": "济南市"}).extraction.observations[0].subject_kind == "area"
    assert review(FIRST, "correct", {"subject": None}).extraction.observations[0].subject_kind is None


@pytest.mark.parametrize(
    ("expect", "stale"),
    [
        ({}, False),
        ({"value": "4061.7", "unit": "亿元"}, False),
        ({"value": "4,061.70"}, False),
        ({"of": "null"}, False),
        ({"value": "4061"}, True),
        ({"value": "4061.7", "subject": "济南市"}, True),
        ({"of": "地区生产总值"}, True),
    ],
)
def test_the_guard(expect: dict[str, str], stale: bool) -> None:
    reviewed = review(FIRST, "reject", expect=expect)
    assert bool(reviewed.stale) is stale
    assert bool(reviewed.notes) is not stale


def test_a_stale_correction_says_what_has_changed_and_changes_nothing() -> None:
    now = extraction(value="4061.00")
    reviewed = review(FIRST, "correct", {"value": Decimal(4062)}, expect={"value": "4061.70"}, found=now)
    assert reviewed.stale[0].reason == "value is 4061.00 by now, not 4061.70"
    assert reviewed.extraction == now


def test_an_extractor_that_has_learned_it_is_no_surprise() -> None:
    now = extraction(value="4062")
    reviewed = review(FIRST, "correct", {"value": Decimal(4062)}, expect={"value": "4061.70"}, found=now)
    assert not reviewed.stale
    assert reviewed.extraction.observations[0].confidence == 1.0


def test_what_the_reviewer_saw_is_what_the_template_expects() -> None:
    seen = expectation(extraction().observations[1])
    assert (
        seen == "indicator=服务业增加值; measure=share; value=50; unit=%; of=地区生产总值; subject=青岛市; period=2013"
    )


def test_corrections_survive_edits_elsewhere_and_go_stale_with_their_sentence() -> None:
    edited = extraction("新的导语，写在前面。\n\n" + TEXT)
    assert review(SHARE, "accept", found=edited).notes[1].verdict == "accept"
    rewritten = extraction(TEXT.replace("占比近50%", "占比已近50%"))
    (stale,) = review(SHARE, "accept", found=rewritten).stale
    assert "no such number" in stale.reason


def test_a_number_that_waits_becomes_a_figure() -> None:
    fields: dict[str, Value] = {"indicator": "在建企业", "measure": "count", "value": Decimal(7), "unit": "家"}
    reviewed = review(WAITS, "correct", fields)
    new = reviewed.extraction.observations[3]
    assert (new.quote, new.value, new.unit, new.rule) == ("7家", Decimal(7), "家", "review")
    assert (new.subject, new.period, new.period_basis) == ("青岛市", "2014", "published")
    mention = reviewed.extraction.mentions[3]
    assert (mention.disposition, mention.observation_indexes) == ("observation", (3,))
    assert mention.reason == "reviewed by 张三: 因为"
    assert len(set(observation_ids(reviewed.extraction))) == 4


@pytest.mark.parametrize(
    ("verdict", "disposition", "becomes"),
    [("reject", None, "idiom"), ("correct", "name", "name"), ("correct", "date", "date")],
)
def test_a_number_that_waits_is_no_figure(verdict: str, disposition: str | None, becomes: str) -> None:
    reviewed = review(WAITS, verdict, disposition=disposition)
    assert reviewed.extraction.mentions[3].disposition == becomes
    assert len(reviewed.extraction.observations) == 3
    assert WAITS not in [each.identity for each in waiting(reviewed)]


@pytest.mark.parametrize(
    ("identity", "verdict", "fields", "disposition", "reason"),
    [
        (WAITS, "accept", {}, None, "nothing to accept"),
        (WAITS, "correct", {"measure": "count"}, None, "a figure needs indicator, value too"),
        (SHARE, "correct", {}, "name", "it is a figure"),
        (mention_ids(extraction())[0], "reject", {}, None, "it is read as a figure by now"),
        ("000000000000", "accept", {}, None, "no such number"),
    ],
)
def test_corrections_that_make_no_sense_are_reported(
    identity: str, verdict: str, fields: dict[str, Value], disposition: str | None, reason: str
) -> None:
    reviewed = review(identity, verdict, fields, disposition=disposition)
    assert reviewed.extraction == extraction()
    assert [stale.reason.startswith(reason) for stale in reviewed.stale] == [True] or reason in reviewed.stale[0].reason


def test_the_worst_waits_first_until_it_is_decided() -> None:
    assert [each.identity for each in waiting(Reviewed(extraction()), below=0.8)] == [WAITS, SHARE, FALL]
    assert [each.identity for each in waiting(review(SHARE, "accept"), below=0.8)] == [WAITS, FALL]
    assert [each.identity for each in waiting(Reviewed(extraction()))] == [WAITS, SHARE]
    worst, share = waiting(Reviewed(extraction()))
    assert (worst.confidence, worst.reason) == (0.0, "what it measures is not clear")
    assert share.sentence == "2013年，服务业增加值增加到4061.70亿元，占比近50%。"
