"""Every encoding that Chinese articles come in, decoded without loss or refused."""

from __future__ import annotations

import codecs

import pytest

from etl.documents.encodings import UndecodableError, decode

SIMPLIFIED = "全年服务业增加值为4061.70亿元，比上年增长6.7%，占比约“六成”。\r\n其中信息服务业更快。"
TRADITIONAL = "全年服務業產值達4061.70億元，較上年成長6.7%，占比約「六成」。\r\n其中資訊服務業更快。"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "增长6.7%的服务业", "香港失業率3.0%"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_text_without_a_mark_comes_back_whole(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("text", [TRADITIONAL, "製造業占比62%", "香港失業率3.0%", "主計總處：經濟成長率1.36%"])
def test_big5(text: str) -> None:
    assert decode(text.encode("big5")) == (text, "big5hkscs")


@pytest.mark.parametrize("length", [14, 25, 60])
def test_every_passage_of_an_article_in_gbk_is_told_from_big5(length: int) -> None:
    passages = [SIMPLIFIED[start : start + length] for start in range(len(SIMPLIFIED) - length)]
    assert [decode(passage.encode("gbk"))[0] for passage in passages] == passages


@pytest.mark.parametrize("length", [14, 25, 60])
def test_every_passage_of_an_article_in_big5_is_told_from_gbk(length: int) -> None:
    passages = [TRADITIONAL[start : start + length] for start in range(len(TRADITIONAL) - length)]
    assert [decode(passage.encode("big5"))[0] for passage in passages] == passages


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(encoding)) == (SIMPLIFIED, encoding)


def test_a_four_byte_character_of_gb18030() -> None:
    assert decode("𠮷林省工业增长5%，全年平稳".encode("gb18030")) == ("𠮷林省工业增长5%，全年平稳", "gb18030")


def test_what_a_page_declares_is_believed_where_bytes_allow_two_readings() -> None:
    content = "學園".encode("big5")
    assert decode(content)[0] != "學園"
    assert decode(content, declared="Big5") == ("學園", "big5hkscs")


@pytest.mark.parametrize("declared", ["iso-8859-1", "no-such-encoding", "gb2312"])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert decode(SIMPLIFIED.encode("utf-8"), declared) == (SIMPLIFIED, "utf-8")
    assert decode(SIMPLIFIED.encode("gbk"), declared)[0] == SIMPLIFIED


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x7fELF\x02\x01\x01\x00\x00\x00" + bytes(range(256)) * 4, "binary"),
        (b"text with a bell \x07 and more", "binary"),
        (codecs.BOM_UTF8 + b"\xff\xff", "damaged UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "damaged UTF-16-LE"),
        ("增加值".encode() + b"\xff" + "亿元，同比增长".encode(), "cannot be told"),
        (bytes(range(128, 256)), "cannot be told"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UndecodableError, match=message):
        decode(content)
