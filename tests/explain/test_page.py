"""The page of an article: complete, self-contained, safe, and legible in both colour schemes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

import etl.explain
from etl.documents import Document, Metadata, read_document
from etl.explain import render_article
from etl.explain.labels import DISPOSITIONS
from etl.extraction import Extraction, PilotDesignation, extract

DIGEST = Path(__file__).parents[2] / "articles" / "qingdao-two-industries.md"
TEMPLATE = Path(etl.explain.__file__).with_name("article.html.j2").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def digest() -> Extraction:
    return extract(read_document(DIGEST))


@pytest.fixture(scope="module")
def page(digest: Extraction) -> html.HtmlElement:
    return html.fromstring(render_article(digest))


def test_a_mark_for_each_figure_with_its_card(page: html.HtmlElement, digest: Extraction) -> None:
    marks = page.xpath("//*[@tabindex and starts-with(@class, 'm observation')]")
    assert len(marks) == len({(each.start, each.end) for each in digest.observations})
    assert all(mark.xpath(".//*[@role='tooltip']//*[@class='v']") for mark in marks)


def test_counts_in_the_legend(page: html.HtmlElement, digest: Extraction) -> None:
    counts = Counter(mention.disposition for mention in digest.mentions)
    shown = {box.get("id"): int(box.xpath("string(../b)")) for box in page.xpath("//ul//input")}
    assert shown == {f"show-{code}": counts[code] for code in DISPOSITIONS}


def test_a_row_for_each_figure_linked_with_its_mark(page: html.HtmlElement, digest: Extraction) -> None:
    rows = page.xpath("//tr[starts-with(@id, 'f-')]")
    assert len(rows) == len(digest.observations)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(link[1:] in ids for link in page.xpath("//td/a/@href"))
    text = " ".join(page.text_content().split())
    assert "服务业增加值" in text
    assert "3,603.45 亿元" in text


def test_the_title_is_said_once(page: html.HtmlElement) -> None:
    title = "车间与柜台之间：青岛的两业融合"
    headings = [re.sub(r"\s", "", heading.xpath("string()")) for heading in page.xpath("//h1|//h2")]
    assert sum(heading.startswith(title[:10]) for heading in headings) == 1


def test_nothing_is_loaded_from_elsewhere(page: html.HtmlElement) -> None:
    assert not page.xpath("//@src") and not page.xpath("//link") and not page.xpath("//iframe|//img")
    style = page.xpath("string(//style)")
    assert "url(" not in style and "@import" not in style


def test_figures_are_numbered_as_they_stand_in_the_text(digest: Extraction) -> None:
    """Also those that a person added, which come last among the observations."""
    turned = replace(
        digest,
        observations=digest.observations[::-1],
        mentions=tuple(
            mention._replace(
                observation_indexes=tuple(len(digest.observations) - 1 - each for each in mention.observation_indexes)
            )
            for mention in digest.mentions
        ),
    )
    page = html.fromstring(render_article(turned))
    numbers = [int(each) for mark in page.xpath("//sup") for each in mark.text.split(",")]
    assert numbers == sorted(numbers)
    assert [int(each) for each in page.xpath("//td[@class='n']/a/text()")] == sorted(numbers)


def test_hostile_text_stays_text() -> None:
    attack = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    metadata = Metadata(title=attack, publisher=attack, source="javascript:alert(3)")
    source = html.fromstring(render_article(extract(Document(attack, "0" * 64, f"{attack}增长5%。", 0, metadata))))
    assert len(source.xpath("//script")) == 1
    assert not source.xpath("//img") and not source.xpath("//@onerror")
    assert not [link for link in source.xpath("//a/@href") if not link.startswith("#")]


def test_an_article_without_figures_and_one_with_designations() -> None:
    document = Document("a.txt", "0" * 64, "没有数字。")
    assert "<table" not in render_article(Extraction(document, (), (), ()))
    member = PilotDesignation("灯塔工厂", "lighthouse", "全球", "企业", "某集团", 2, "某市", "2023", "某集团", 0, 2)
    assert "某集团" in render_article(Extraction(document, (), (), (member,)))


def luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rgb(code: str) -> tuple[float, float, float]:
    code = code if len(code) == 6 else "".join(digit * 2 for digit in code)
    return int(code[:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:], 16) / 255


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("code", [*DISPOSITIONS, "soft", "ink"])
def test_every_colour_is_legible_on_paper_and_on_its_own_tint(scheme: int, code: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", TEMPLATE, re.DOTALL)
    colours = {name: rgb(value) for name, value in re.findall(r"--(\w+): #(\w+);", blocks[scheme])}
    for ground in ("paper", "panel"):
        assert contrast(colours[code], colours[ground]) >= 4.5
    strongest = tuple(0.28 * c + 0.72 * p for c, p in zip(colours[code], colours["paper"], strict=True))
    assert contrast(colours["ink"], (strongest[0], strongest[1], strongest[2])) >= 4.5 or code == "ink"
