"""Landing on a real PostgreSQL: every field arrives, reloads change nothing, new versions supersede."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

from etl.database import Database
from etl.database.roles import LOADER
from etl.documents import Document, Metadata, Unreadable
from etl.errors import DocumentError
from etl.extraction import extract
from etl.extraction.model import Extraction, Mention, Observation
from etl.landing import land as land_module
from etl.landing.land import Article, LandingOutcome, land_sources, withdraw_missing
from etl.settings import Settings

TEXT = "2022年，海州市服务业增加值达到512.30亿元，占生产总值比重为48.5%，比上年提高1.2个百分点。"


def article(text: str = TEXT, source_uri: str = "in/a.txt", **known: str) -> Document:
    metadata = Metadata(title="一篇", published="2023-02", published_basis="stated")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(source_uri=source_uri, sha256=digest, text=text, metadata=replace(metadata, **known))


@pytest.fixture
def connection(database: Database) -> Iterator[psycopg.Connection]:
    with database.connect("warehouse_owner", autocommit=True) as owner:
        owner.execute("TRUNCATE staging.load, quality.run CASCADE")
    with database.connect(LOADER, autocommit=True) as opened:
        yield opened


@pytest.fixture
def run_id(connection: psycopg.Connection) -> int:
    query = "INSERT INTO quality.run (kind, status) VALUES ('refresh', 'running') RETURNING run_id"
    row = connection.execute(query).fetchone()
    assert row is not None
    return int(row[0])


def rows(connection: psycopg.Connection, query: str) -> list[dict[str, Any]]:
    return connection.cursor(row_factory=dict_row).execute(query.encode()).fetchall()


def load(
    connection: psycopg.Connection,
    run_id: int,
    settings: Settings,
    *sources: Document | Unreadable,
    review: Path | None = None,
) -> LandingOutcome:
    articles = [Article(source, review) if isinstance(source, Document) else source for source in sources]
    return land_sources(connection, run_id, articles, settings.seeds_dir)


def test_every_field_of_every_observation_and_mention_arrives(
    connection: psycopg.Connection, run_id: int, settings: Settings
) -> None:
    document = article()
    expected = extract(document)
    assert len(expected.observations) >= 3
    load(connection, run_id, settings, document)
    observations = rows(connection, "SELECT * FROM staging.observation ORDER BY observation_index")
    names = list(Observation._fields)
    assert [{name: row[name] for name in names} for row in observations] == [
        {name: getattr(observation, name) for name in names} for observation in expected.observations
    ]
    assert {row["evidence_text"] for row in observations} == {TEXT}
    assert len({row["observation_id"] for row in observations}) == len(observations)
    mentions = rows(connection, "SELECT * FROM staging.mention ORDER BY mention_index")
    names = [name for name in Mention._fields if name != "observation_indexes"]
    assert [{name: row[name] for name in names} for row in mentions] == [
        {name: getattr(mention, name) for name in names} for mention in expected.mentions
    ]
    for row in observations:
        mention = mentions[row["mention_index"]]
        assert (mention["disposition"], mention["start"] <= row["start"]) == ("observation", True)


def test_the_same_bytes_land_once(connection: psycopg.Connection, run_id: int, settings: Settings) -> None:
    first = load(connection, run_id, settings, article())
    again = load(connection, run_id, settings, article())
    assert (len(first.landed), first.unchanged) == (1, 0)
    assert (len(again.landed), again.unchanged) == (0, 1)
    assert len(rows(connection, "SELECT * FROM staging.load")) == 1


@pytest.mark.parametrize(
    "changed",
    [article(TEXT.replace("512.30", "512.40")), article(published="2023-03"), article(area="海州市")],
    ids=["bytes", "published", "area"],
)
def test_a_change_supersedes_and_keeps_what_was_landed(
    connection: psycopg.Connection, run_id: int, settings: Settings, changed: Document
) -> None:
    (first,) = load(connection, run_id, settings, article()).landed
    (second,) = load(connection, run_id, settings, changed).landed
    documents = rows(connection, "SELECT load_id, is_current FROM staging.document ORDER BY load_id")
    assert [(row["load_id"], row["is_current"]) for row in documents] == [(first, False), (second, True)]
    landed = rows(connection, "SELECT DISTINCT load_id FROM staging.observation ORDER BY load_id")
    assert [row["load_id"] for row in landed] == [first, second]


def test_a_changed_vocabulary_extracts_again(
    connection: psycopg.Connection, run_id: int, settings: Settings, tmp_path: Path
) -> None:
    for seed in settings.seeds_dir.glob("*.csv"):
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    load(connection, run_id, settings, article())
    with (tmp_path / "indicators.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    outcome = land_sources(connection, run_id, [Article(article())], tmp_path)
    assert len(outcome.landed) == 1


def test_a_correction_lands_with_who_made_it(
    connection: psycopg.Connection, run_id: int, settings: Settings, tmp_path: Path
) -> None:
    load(connection, run_id, settings, article())
    (row,) = rows(connection, "SELECT observation_id FROM staging.observation WHERE quote = '48.5%'")
    review = tmp_path / "a.review.csv"
    head, line = "id,verdict,expect,value,note,reviewer", f"{row['observation_id']},correct,value=48.5,48.6,misprint,王"
    review.write_text(f"{head}\n{line}\n", encoding="utf-8")
    outcome = load(connection, run_id, settings, article(), review=review)
    assert (len(outcome.landed), outcome.stale) == (1, [])
    query = "SELECT value, review_verdict, reviewed_by, review_note FROM staging.observation WHERE load_id = {}"
    (corrected,) = rows(connection, query.format(outcome.landed[0]) + " AND quote = '48.5%'")
    assert list(corrected.values()) == [Decimal("48.6"), "correct", "王", "misprint"]
    assert load(connection, run_id, settings, article(), review=review).unchanged == 1


def test_a_correction_that_no_longer_fits_is_reported_and_not_applied(
    connection: psycopg.Connection, run_id: int, settings: Settings, tmp_path: Path
) -> None:
    review = tmp_path / "a.review.csv"
    review.write_text("id,verdict,reviewer\n000000000000,reject,王\n", encoding="utf-8")
    outcome = load(connection, run_id, settings, article(), review=review)
    assert len(outcome.stale) == 1
    (landed,) = rows(connection, "SELECT reason FROM staging.load")
    assert "line 2 of the review" in landed["reason"]


def test_a_review_that_does_not_parse_keeps_the_article_out(
    connection: psycopg.Connection, run_id: int, settings: Settings, tmp_path: Path
) -> None:
    review = tmp_path / "a.review.csv"
    review.write_text("id,verdict\n000000000000,maybe\n", encoding="utf-8")
    (rejected,) = load(connection, run_id, settings, article(), review=review).rejected
    assert "a.review.csv:2" in str(rejected.error)


def test_an_unreadable_article_is_recorded_once_and_the_others_land(
    connection: psycopg.Connection, run_id: int, settings: Settings
) -> None:
    broken = Unreadable("in/b.txt", DocumentError("in/b.txt: empty", "give an article with text"))
    outcome = load(connection, run_id, settings, broken, article())
    assert (outcome.rejected, len(outcome.landed)) == ([broken], 1)
    load(connection, run_id, settings, broken)
    rejected = rows(connection, "SELECT source_uri, reason, run_id FROM quality.rejected_document")
    assert rejected == [
        {"source_uri": "in/b.txt", "reason": "in/b.txt: empty; give an article with text", "run_id": run_id}
    ]


def test_an_article_that_became_unreadable_stays_as_it_was_landed(
    connection: psycopg.Connection, run_id: int, settings: Settings
) -> None:
    load(connection, run_id, settings, article())
    load(connection, run_id, settings, Unreadable("in/a.txt", DocumentError("in/a.txt: empty")))
    assert rows(connection, "SELECT is_current FROM staging.document") == [{"is_current": True}]
    assert load(connection, run_id, settings, article()).unchanged == 1


def test_an_article_that_the_audit_rejected_is_not_landed_again(
    connection: psycopg.Connection, run_id: int, settings: Settings
) -> None:
    good, bad = article(), article(TEXT.replace("48.5%", "148.5%"))
    load(connection, run_id, settings, good)
    (load_id,) = load(connection, run_id, settings, bad).landed
    connection.execute("UPDATE staging.load SET status = 'rejected', reason = 'share' WHERE load_id = %s", (load_id,))
    assert load(connection, run_id, settings, bad).unchanged == 1
    assert load(connection, run_id, settings, good).unchanged == 1


def test_an_article_that_left_its_folder_is_withdrawn(
    connection: psycopg.Connection, run_id: int, settings: Settings
) -> None:
    other = article(source_uri="elsewhere/a.txt")
    load(connection, run_id, settings, article(), article(source_uri="in/b.txt"), other)
    assert withdraw_missing(connection, run_id, ["in"], {"in/b.txt"}) == ["in/a.txt"]
    current = rows(connection, "SELECT source_uri FROM staging.document WHERE is_current ORDER BY source_uri")
    assert [row["source_uri"] for row in current] == ["elsewhere/a.txt", "in/b.txt"]
    assert withdraw_missing(connection, run_id, ["in"], {"in/b.txt"}) == []
    assert len(load(connection, run_id, settings, article()).landed) == 1


def test_a_failure_in_mid_document_leaves_nothing_of_it(
    connection: psycopg.Connection, run_id: int, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_space(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr("etl.landing.load.designation_rows", out_of_space)
    with pytest.raises(OSError, match="no space"):
        load(connection, run_id, settings, article())
    for table in ("load", "document", "mention", "observation"):
        assert rows(connection, f"SELECT * FROM staging.{table}") == []


def test_a_defect_of_the_extractor_costs_one_article(
    connection: psycopg.Connection, run_id: int, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: Document) -> Extraction:
        if document.source_uri == "in/b.txt":
            raise KeyError("unit")
        return extract(document)

    monkeypatch.setattr("etl.extraction.extract", failing)
    outcome = load(connection, run_id, settings, article(), article(source_uri="in/b.txt"))
    assert (len(outcome.landed), len(outcome.rejected)) == (1, 1)
    assert "the extractor failed (KeyError" in str(outcome.rejected[0].error)


def test_many_articles_are_extracted_by_several_processes(
    connection: psycopg.Connection, run_id: int, settings: Settings
) -> None:
    many = [article(source_uri=f"in/{number}.txt") for number in range(land_module.WORTH_A_POOL + 1)]
    outcome = load(connection, run_id, settings, *many)
    assert len(outcome.landed) == len(many)
    counts = rows(connection, "SELECT DISTINCT observation_count FROM staging.load")
    assert [row["observation_count"] for row in counts] == [len(extract(article()).observations)]
