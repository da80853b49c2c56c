"""The audit of newly landed documents: what is wrong is quarantined with its sentence, the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from etl.audit import Auditor, audit_staging
from etl.database import Database
from etl.database.roles import LOADER
from etl.extraction.model import Extraction
from etl.publish import Run, start_run
from etl.settings import Settings
from tests.audit.articles import change_observation, land_article, read


@pytest.fixture(scope="module")
def auditor(database: Database) -> Iterator[Auditor]:
    with Auditor(database) as opened:
        yield opened


@pytest.fixture
def run(database: Database) -> Iterator[Run]:
    with start_run(database) as opened:
        yield opened
        opened.finish("failed")


def current(database: Database, source_uri: str) -> list[int]:
    with database.connect(LOADER) as connection:
        query = "SELECT load_id FROM staging.document WHERE is_current AND source_uri = %s"
        return [load_id for (load_id,) in connection.execute(query, (source_uri,))]


def test_the_digest_passes(database: Database, settings: Settings, auditor: Auditor, run: Run) -> None:
    load_id = land_article(database)
    assert audit_staging(database, settings, run.run_id, auditor) == []
    assert current(database, "digest.md") == [load_id]
    failed = read(
        database,
        "SELECT expectation, observed_value FROM validation_result"
        f" WHERE run_id = {run.run_id} AND severity = 'critical' AND NOT is_success",
    )
    assert failed == []
    judged = read(database, f"SELECT count(*), min(element_count) FROM validation_result WHERE run_id = {run.run_id}")
    assert judged[0][0] > 50
    # nothing is judged twice
    assert audit_staging(database, settings, run.run_id, auditor) == []
    assert read(database, f"SELECT count(*) FROM validation_result WHERE run_id = {run.run_id}") == [(judged[0][0],)]


POISONS = {
    "share_range": change_observation("share", value=Decimal("148.5"), value_base=Decimal("148.5"), upper=None),
    "rank_from_one": change_observation("rank", value=Decimal(0), value_base=Decimal(0), lower=None, upper=None),
    "rank_is_whole": change_observation("rank", value=Decimal("7.5"), lower=None, upper=None),
    "contribution_rate_range": change_observation(
        "contribution_rate", value=Decimal(5510), value_base=Decimal(5510), upper=None
    ),
    "growth_not_implausibly_high": change_observation(
        "growth_yoy", value=Decimal(99999), value_base=Decimal(99999), upper=None, indicator_code="gdp"
    ),
    "count_not_negative": change_observation("count", value=Decimal(-5), lower=None, upper=None),
    "period_form": change_observation("share", period="2023年"),
    "period_last_exists": change_observation("share", period="2023-02-30"),
    "period_in_order": change_observation("share", period="2023/2021"),
    "bounds_in_order": change_observation("share", lower=Decimal(60), upper=Decimal(40)),
    "quote_in_sentence": change_observation("share", quote="占比99.9%"),
    "measure_known": change_observation("share", measure="fraction"),
}


@pytest.mark.parametrize("rule", POISONS)
def test_a_poisoned_document_is_quarantined(
    database: Database, settings: Settings, auditor: Auditor, run: Run, rule: str
) -> None:
    good, bad = land_article(database, f"good-{rule}.md"), land_article(database, f"bad-{rule}.md", POISONS[rule])
    quarantined = audit_staging(database, settings, run.run_id, auditor)
    assert rule in {one.rule for one in quarantined}
    assert {one.load_id for one in quarantined} == {bad}
    assert current(database, f"good-{rule}.md") == [good]
    assert current(database, f"bad-{rule}.md") == []
    ((reason, evidence),) = read(
        database, f"SELECT reason, evidence_text FROM rejected_document WHERE load_id = {bad} AND rule = '{rule}'"
    )
    assert evidence
    assert any("\u4e00" <= character <= "\u9fff" for character in reason)


def drop_an_observation(extraction: Extraction) -> Extraction:
    """Lose one silently: its mention still says that it is there."""
    mentions = [
        mention._replace(observation_indexes=(0, 1)) if index == 0 else mention
        for index, mention in enumerate(extraction.mentions)
    ]
    return replace(extraction, mentions=tuple(mentions))


def test_a_lost_figure_is_found(database: Database, settings: Settings, auditor: Auditor, run: Run) -> None:
    bad = land_article(database, "lost.md", drop_an_observation)
    quarantined = audit_staging(database, settings, run.run_id, auditor)
    assert {one.load_id for one in quarantined} == {bad}
    assert "mention_observations_counted" in {one.rule for one in quarantined}


def test_the_version_before_a_poisoned_one_stays(
    database: Database, settings: Settings, auditor: Auditor, run: Run
) -> None:
    first = land_article(database, "versions.md")
    assert audit_staging(database, settings, run.run_id, auditor) == []
    second = land_article(database, "versions.md", POISONS["share_range"])
    assert current(database, "versions.md") == [second]
    assert {one.load_id for one in audit_staging(database, settings, run.run_id, auditor)} == {second}
    assert current(database, "versions.md") == [first]
    third = land_article(database, "versions.md")
    assert audit_staging(database, settings, run.run_id, auditor) == []
    assert current(database, "versions.md") == [third]


def test_other_rules_judge_again(
    database: Database, settings: Settings, auditor: Auditor, run: Run, tmp_path: object
) -> None:
    bad = land_article(database, "rules.md", POISONS["share_range"])
    assert {one.load_id for one in audit_staging(database, settings, run.run_id, auditor)} == {bad}
    with database.connect(LOADER) as connection:  # as if other rules had held it back
        connection.execute("UPDATE staging.load SET audited_with = 'others' WHERE load_id = %s", (bad,))
        connection.execute(
            "UPDATE staging.observation SET value_base = 50 WHERE load_id = %s AND value_base > 100"
            " AND measure = 'share'",
            (bad,),
        )
    assert audit_staging(database, settings, run.run_id, auditor) == []
    assert current(database, "rules.md") == [bad]
    assert read(database, f"SELECT count(*) FROM rejected_document WHERE load_id = {bad}") == [(0,)]
