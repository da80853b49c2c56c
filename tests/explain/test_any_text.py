"""Whatever an article says: every number is marked once, every figure has a name of its own, and the page stands."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from etl.documents import Document, Metadata
from etl.explain import render_article
from etl.explain.facts import facts_of
from etl.explain.marks import Mark, paragraphs_of
from etl.extraction import extract
from etl.extraction.identity import mention_ids, observation_ids

PHRASES = (
    "服务业增加值", "比上年增长", "下降", "占地区生产总值的", "超过", "近", "2023年", "去年", "上半年", "6.7%",
    "3603.45亿元", "1.6个百分点", "第7位", "“十四五”", "5G", "三成", "两", "分别", "均", "、", "，", "。", "；",
    "\n", "\n\n", "　　", "甲、乙", "# ", "## ", "<b>", "&amp;", "％", "全市", "某集团", "（", "）", "-", "—", "万",
    "亿", "家", "5", "0", ".", " ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, published=st.sampled_from([None, "2023", "2024-02"]), area=st.sampled_from([None, "青岛市"]))
def test_every_article_can_be_explained(text: str, published: str | None, area: str | None) -> None:
    found = extract(Document("a.md", "0" * 64, text, 0, Metadata(published=published, area=area)))
    paragraphs = list(paragraphs_of(found, facts_of(found)))
    marks = [piece for paragraph in paragraphs for piece in paragraph.pieces if isinstance(piece, Mark)]
    assert Counter(mention for mark in marks for mention in mark.mentions) == Counter(found.mentions)
    assert len(set(observation_ids(found))) == len(found.observations)
    assert len(set(mention_ids(found))) == len(found.mentions)
    page = html.fromstring(render_article(found))
    assert len(page.xpath("//tr[starts-with(@id, 'f-')]")) == len(found.observations)
    assert not page.xpath("//b[not(ancestor::ul)]")
