"""Web pages: the article without what surrounds it, and what the page states about it."""

from __future__ import annotations

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


def test_a_page_is_known_by_its_opening_whatever_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, PAGE, name="page.txt").format == "html"
    assert read(tmp_path, "增长5%<br>，下降3%", name="page.txt").format == "text"


def test_a_page_is_read_the_same_again_and_again(tmp_path: Path) -> None:
    assert read(tmp_path, PAGE) == read(tmp_path, PAGE) == read(tmp_path, PAGE)
