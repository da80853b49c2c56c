"""Web pages: the article without what surrounds it, and what the page states about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from etl.documents import Document, read_document

PAGE = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="{charset}"><title>上半年服务业增长6.7% - 某某网</title>
<meta name="PubDate" content="2023-07-18 09:00"><meta name="ContentSource" content="某某日报">
<meta name="description" content="摘要：增长99%"></head>
<body><nav><a href="/">首页</a> <a href="/x">2022年100强</a></nav>
<div class="hot"><h3>热门</h3><ul><li><a href="a">股市大跌5%</a></li><li><a href="b">某地增长9%</a></li></ul></div>
<article><h1>上半年服务业增长6.7%</h1>
<p>2023年上半年，全市服务业增加值同比增长<b>6.7%</b>，占地区生产总值的
   64.2%。</p><p>其中，生产性服务业增加值近<span>5500</span>亿元。</p>
<table><tr><th>指标</th><th>数值</th></tr><tr><td>服务业增加值</td><td>4061.70亿元</td></tr></table>
<ul><li>一类机构5家</li><li>二类机构7家</li></ul></article>
<div class="comments"><p>网友：我看只有3%</p></div>
<footer>版权所有 2023 京ICP备12345号</footer><script>var x = 77;</script></body></html>"""


def read(folder: Path, page: str, encoding: str = "utf-8", name: str = "page.html") -> Document:
    path = folder / name
    path.write_bytes(page.encode(encoding))
    return read_document(path)


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("GBK", "gb18030"), ("", "gb18030")]
)
def test_the_main_text_only_in_paragraphs(tmp_path: Path, charset: str, encoding: str) -> None:
    document = read(tmp_path, PAGE.replace("{charset}", charset), encoding)
    assert document.text.split("\n\n") == [
        "上半年服务业增长6.7%",
        "2023年上半年，全市服务业增加值同比增长6.7%，占地区生产总值的 64.2%。",
        "其中，生产性服务业增加值近5500亿元。",
        "指标 | 数值",
        "服务业增加值 | 4061.70亿元",
        "一类机构5家",
        "二类机构7家",
    ]
    assert (document.format, document.encoding) == ("html", encoding)


def test_what_the_page_states(tmp_path: Path) -> None:
    metadata = read(tmp_path, PAGE).metadata
    assert metadata.title == "上半年服务业增长6.7%"
    assert metadata.publisher == "某某日报"
    assert (metadata.published, metadata.published_basis) == ("2023-07-18", "stated")


def test_a_date_in_the_prose_is_no_statement(tmp_path: Path) -> None:
    metadata = read(tmp_path, "<html><body><p>2021-01-04更新：增长5%。</p></body></html>").metadata
    assert (metadata.published, metadata.published_basis) == (None, None)


def test_a_template_that_was_never_filled_in(tmp_path: Path) -> None:
    page = '<html><head><meta name="PubDate" content="2023-00-00"></head><body><p>增长5%。</p></body></html>'
    assert read(tmp_path, page).metadata.published is None


@pytest.mark.parametrize("body", ["增长6%。", "<p>增长6%。</p>", "<div>增长6%。<br></div>", "<td>增长6%。</td>"])
def test_one_sentence_is_an_article_too(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, f"<html><body>{body}</body></html>").text.strip() == "增长6%。"


def test_references_to_footnotes_are_no_text_but_powers_are(tmp_path: Path) -> None:
    page = "<html><body><p>增长6%<sup>[2]</sup>，面积5万m<sup>2</sup>。</p></body></html>"
    assert read(tmp_path, page).text == "增长6%，面积5万m2。"


def test_items_inside_items_begin_a_line(tmp_path: Path) -> None:
    page = "<html><body><ul><li>消费增长4%<ul><li>汽车增长2%</li></ul></li><li>投资增长3%</li></ul></body></html>"
    assert read(tmp_path, page).text.split() == ["消费增长4%", "汽车增长2%", "投资增长3%"]
    page = page.replace("<ul><li>消", "<p>全年经济平稳运行，各项指标都有增长，其中：</p><ul><li>消", 1)
    assert read(tmp_path, page).text.split()[1:] == ["消费增长4%", "汽车增长2%", "投资增长3%"]


def test_cells_of_a_page_too_small_to_have_a_main_text_stay_apart(tmp_path: Path) -> None:
    page = "<html><body><script>7</script><table><tr><td>6318.9</td><td>7.3</td></tr></table></body></html>"
    assert re.split(r"[\s|]+", read(tmp_path, page).text) == ["6318.9", "7.3"]


def test_a_page_is_known_by_its_opening_whatever_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, PAGE, name="page.txt").format == "html"
    assert read(tmp_path, "增长5%<br>，下降3%", name="page.txt").format == "text"


def test_a_page_is_read_the_same_again_and_again(tmp_path: Path) -> None:
    assert read(tmp_path, PAGE) == read(tmp_path, PAGE) == read(tmp_path, PAGE)
