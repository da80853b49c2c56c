"""The article in the terminal."""

from __future__ import annotations

import io
from pathlib import Path

from click.testing import CliRunner
from lxml import html
from rich.console import Console

from etl.cli.explain import command
from etl.documents import Document, Metadata, read_document
from etl.explain import print_article
from etl.extraction import extract
from etl.extraction.identity import observation_ids

TEXT = "2023年，全市服务业增加值3603.45亿元，比上年增长6.7%。5G开局。\n"


def printed(*, colour: bool) -> str:
    document = Document("a.txt", "0" * 64, TEXT, 0, Metadata(title="一年的账", area="某市"))
    file = io.StringIO()
    console = Console(file=file, width=100, force_terminal=colour, color_system="standard" if colour else None)
    print_article(extract(document), console)
    return file.getvalue()


def test_figures_are_numbered_and_listed() -> None:
    text = printed(colour=False)
    assert "3603.45亿元[1]，比上年增长6.7%[2]" in text
    assert "3,603.45 亿元" in text
    assert "数据 figure 2" in text
    assert "\x1b" not in text


def test_colours_tell_what_became_of_a_number() -> None:
    text = printed(colour=True)
    assert "\x1b[1;32m3603.45亿元" in text
    assert "\x1b[33m5G" in text


def test_the_command_prints_or_writes_a_page(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    run = CliRunner().invoke(command, [str(article), "--area", "某市"], catch_exceptions=False)
    assert "3603.45亿元[1]" in run.output
    page = tmp_path / "a.html"
    run = CliRunner().invoke(command, [str(article), "--html", str(page)], catch_exceptions=False)
    assert run.output == f"{page}: 2 figures marked\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_review_beside_the_article_is_applied(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    first, second = observation_ids(extract(read_document(article)))
    rows = f"id,verdict,value,reviewer,note\n{first},correct,3603.54,张三,笔误\n{second},reject,,李四,\n"
    article.with_name("a.review.csv").write_text(rows, encoding="utf-8")
    page = tmp_path / "a.html"
    CliRunner().invoke(command, [str(article), "--html", str(page)], catch_exceptions=False)
    shown = html.fromstring(page.read_text(encoding="utf-8"))
    assert "已更正 corrected" in shown.xpath(f"string(//*[@id='o-{first}'])")
    assert "张三：笔误" in shown.xpath(f"string(//*[@id='o-{first}'])")
    assert "3,603.54" in shown.xpath(f"string(//*[@id='f-{first}'])")
    assert shown.xpath(f"//tr[@id='f-{second}']/@class") == ["rejected"]
