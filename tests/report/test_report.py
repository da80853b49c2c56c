"""The report: complete, in two languages, one page that needs no network."""

from __future__ import annotations

import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from etl.explain import render_article
from etl.report.articles import staged_article
from etl.report.build import build_report, marked, number
from tests.report.conftest import DISAGREES, POISON, Refreshed


class Links(HTMLParser):
    """What a page loads or leads to, and whether its tags are closed."""

    VOID = ("meta", "link", "br", "img", "input")

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.loads += [value for name in ("src",) if (value := named.get(name))]
        self.loads += [value for value in [named.get("href")] if value and tag == "link"]
        self.leads += [value for value in [named.get("href")] if value and tag == "a"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page(refreshed: Refreshed) -> str:
    path = refreshed.outcomes[-1].report
    assert path is not None
    return path.read_text(encoding="utf-8")


def parsed(text: str) -> Links:
    links = Links()
    links.feed(text)
    assert links.open == []
    return links


def test_it_needs_nothing_else(page: str) -> None:
    assert parsed(page).loads == []
    assert not re.search(r"url\(|@import|fetch\(", page)
    assert len(page.encode()) < 300_000


def test_it_leads_to_pages_that_are_there(refreshed: Refreshed, page: str) -> None:
    leads = parsed(page).leads
    articles = {link for link in leads if link.startswith("articles/")}
    assert len(articles) == 3
    for link in leads:
        if link.startswith("#"):
            assert f'id="{link[1:]}"' in page
        else:
            assert (refreshed.settings.reports_dir / link).is_file()


def test_it_says_what_is_published_and_what_was_set_aside(page: str) -> None:
    assert "已发布 2 篇文章" in page and "of 2 articles" in page
    assert "1 篇文章被隔离" in page and "1 article set aside" in page
    assert POISON in page and "share_range" in page


def test_it_shows_the_contradiction_with_both_sentences(page: str) -> None:
    section = page[page.index('id="contradictions"') : page.index('id="coverage"')]
    assert DISAGREES in section
    assert "服务业增加值占地区生产总值的62%" in section


def test_it_shows_coverage_and_the_plots(page: str) -> None:
    coverage = page[page.index('id="coverage"') : page.index('id="services"')]
    assert coverage.count('class="bar"') == 2
    assert page.count("<svg") == 2
    services = page[page.index('id="services"') : page.index('id="trends"')]
    for value in ("3603.45", "4061.70", "48.5", "64.2", "73.8"):
        assert value in services


def test_every_rule_is_there_in_both_languages(page: str) -> None:
    assert "Dispositions add up to the mentions of a document" in page
    assert "各类归宿之和等于文章数字总数" in page


def test_an_article_reads_the_same_from_staging(refreshed: Refreshed) -> None:
    with refreshed.database.connect("warehouse_transformer") as connection:
        row = connection.execute("SELECT min(load_id) FROM staging.document").fetchone()
        assert row is not None
        staged = staged_article(connection, row[0])
    assert staged is not None and len(staged.extraction.mentions) > 100
    made = (refreshed.settings.reports_dir / "articles" / f"{row[0]}.html").read_text(encoding="utf-8")
    assert made == render_article(staged.extraction, staged.notes)


def test_a_report_can_be_written_again(refreshed: Refreshed, page: str) -> None:
    path = build_report(refreshed.database, refreshed.settings, refreshed.outcomes[0].run_id)
    first = path.read_text(encoding="utf-8")
    assert f"运行 run {refreshed.outcomes[0].run_id} " in first and first != page


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "–"), (1234567, "1,234,567"), (Decimal("4061.70"), "4,061.7"), (Decimal("1E+3"), "1,000"), (0.25, "0.25")],
)
def test_numbers(value: object, shown: str) -> None:
    assert number(value) == shown


def test_a_marked_sentence_is_escaped() -> None:
    assert marked("a <b> 5% & more", "5%") == "a &lt;b&gt; <mark>5%</mark> &amp; more"
    assert marked("no quote", "7") == "no quote"
