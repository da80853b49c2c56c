"""The article cut at its marks: nothing lost, nothing twice, every number with its fate."""

from __future__ import annotations

from collections import Counter

import pytest

from etl.documents import Document, Metadata
from etl.explain.facts import facts_of
from etl.explain.marks import Mark, Paragraph, paragraphs_of
from etl.extraction import Extraction, Mention, extract
from etl.extraction.text.normalise import normalise

TEXT = """---
area: 某市
---
# 一年的账

2023年，全市服务业增加值达到3603.45亿
元，比上年增长6.7%；“十四五”以来，甲、
乙两业均增长5%。

　　第二段没有数字。<b>标签</b>与5G无关。
"""


def extraction(text: str = TEXT) -> Extraction:
    start = text.index("# 一年的账")
    return extract(Document("a.md", "0" * 64, text, start, Metadata(area="某市", published="2024")))


def cut(found: Extraction) -> list[Paragraph]:
    return list(paragraphs_of(found, facts_of(found)))


def marks(found: Extraction) -> list[Mark]:
    return [piece for paragraph in cut(found) for piece in paragraph.pieces if isinstance(piece, Mark)]


def test_wrapped_lines_are_joined_and_headings_known() -> None:
    paragraphs = cut(extraction())
    assert [(paragraph.level, paragraph.text[:7]) for paragraph in paragraphs] == [
        (1, "一年的账"), (0, "2023年，全"), (0, "第二段没有数字"),
    ]  # fmt: skip
    assert "服务业增加值达到3603.45亿元" in paragraphs[1].text


def test_all_that_the_extractor_saw_is_shown() -> None:
    found = extraction()
    seen = normalise(TEXT, found.document.body_start)
    characters = "".join(TEXT[offset] for offset in seen.offsets)
    shown = "#" + "".join(paragraph.text for paragraph in cut(found))
    assert "".join(shown.split()) == "".join(characters.split())


def test_every_mention_is_in_exactly_one_mark() -> None:
    found = extraction()
    marked = Counter(mention for mark in marks(found) for mention in mark.mentions)
    assert marked == Counter(found.mentions)


def test_every_fact_is_at_the_mark_of_its_quote() -> None:
    found = extraction()
    facts = [(mark.text, fact.observation.quote) for mark in marks(found) for fact in mark.facts]
    assert len(facts) == len(found.observations) >= 3
    assert [text for text, _ in facts] == [quote for _, quote in facts]


def test_mentions_that_overlap_share_a_mark_and_the_most_telling_names_it() -> None:
    document = Document("a.txt", "0" * 64, "服务业“十四五”增5%。")
    mentions = (
        Mention(3, 8, "“十四五”", "name", "name", ""),
        Mention(4, 7, "十四五", "number", "review", "unclear"),
        Mention(9, 11, "5%", "percent", "idiom", ""),
    )
    first, second = marks(Extraction(document, mentions, (), ()))
    assert (first.text, first.disposition, len(first.mentions)) == ("“十四五”", "review", 2)
    assert (second.text, second.disposition) == ("5%", "idiom")


@pytest.mark.parametrize("text", ["没有数字。", "5%", "\n\n \n", "#", "# \n"])
def test_short_and_empty_articles(text: str) -> None:
    found = extract(Document("a.txt", "0" * 64, text))
    assert "".join(paragraph.text for paragraph in cut(found)) == text.strip("# \n")
