"""Codes of the vocabulary: a figure belongs to a series whichever way a text names it."""

from __future__ import annotations

from etl.documents import Document, Metadata
from etl.extraction import Observation, extract


def read(text: str) -> tuple[Observation, ...]:
    return extract(Document("a.txt", "", text, metadata=Metadata(published="2016-01-20", area="海州市"))).observations


def test_what_a_trade_contributes_is_of_its_value_added() -> None:
    (contribution,) = read("2015年，服务业对经济增长的贡献率为55.1%。")
    (value_added,) = read("2015年，服务业增加值4500亿元。")
    assert (contribution.measure, contribution.indicator) == ("contribution_rate", "服务业")
    assert contribution.indicator_code == value_added.indicator_code is not None
