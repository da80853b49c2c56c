"""The sentence around a figure."""

from __future__ import annotations

import pytest

from etl.documents import Document
from etl.extraction.text.evidence import Sentences

CASES = [
    ("前一句。海港货运量5亿吨，增长3%。后一句。", "5亿吨", "海港货运量5亿吨，增长3%。"),
    ("去年全市海港的货\n运量达到5亿吨，\n增长3%。", "3%", "去年全市海港的货运量达到5亿吨，增长3%。"),
    ("# 标题写在这里\n\n货运量5亿吨。", "5亿吨", "货运量5亿吨。"),
    ("【标题说5%】货运量5亿吨。", "5亿吨", "货运量5亿吨。"),
    ("他说：“增长5％！”随后下降3%。", "5％", "他说：“增长5％！”"),
    ("他说：“增长5％！”随后下降3%。", "3%", "随后下降3%。"),
    ("货运量5亿吨", "5亿吨", "货运量5亿吨"),
]


@pytest.mark.parametrize(("text", "quote", "sentence"), CASES)
def test_sentence(text: str, quote: str, sentence: str) -> None:
    start = text.index(quote)
    sentences = Sentences(Document(source_uri="a.txt", sha256="", text=text))
    assert sentences.around(start, start + len(quote)) == sentence


def test_front_matter_is_no_sentence() -> None:
    text = "---\narea: 某市\n---\n货运量5亿吨。"
    document = Document(source_uri="a.md", sha256="", text=text, body_start=text.index("货"))
    assert Sentences(document).around(text.index("5"), text.index("5") + 3) == "货运量5亿吨。"
