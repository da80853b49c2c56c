"""What other extractors take for figures: each mistake of theirs is a test of ours."""

from __future__ import annotations

import pytest

from etl.documents import Document, Metadata
from etl.extraction import Extraction, Observation, extract

KNOWN = Metadata(published="2023-07-18", area="青岛市")


def read(text: str) -> Extraction:
    return extract(Document("lookalike.txt", "", text, metadata=KNOWN))


def only(text: str) -> Observation:
    """The one observation of a text."""
    (seen,) = read(text).observations
    return seen


@pytest.mark.parametrize(
    "text",
    [
        "全市零部件供应稳定，零售市场陆续恢复，统一大市场建设加快。",
        "党的二十大报告提出的三位一体布局，一方面要抓产业，另一方面要抓民生。",
        "C2M模式与5G网络、4K直播、B2B平台一起推广。",
        "C919大飞机、CR400动车组和“33618”集群亮相，“416”布局成型。",
        "1类创新药研究取得进展，TOP10榜单待发布。",
        pytest.param("2型糖尿病药物获批，H1N1疫苗上市。", marks=pytest.mark.xfail(reason="2型", strict=True)),
        "第一产业与第三产业融合，第一书记带头，一批新项目上马。",
        "十四五规划开局良好，九江、四平与三亚签约，万达和百度参会。",
        "陆地交通与千家万户相连，四面八方的客商五湖四海而来。",
        "会议于7月18日14时30分召开，12345热线开通。",
        pytest.param("服务热线12345开通。", marks=pytest.mark.xfail(reason="a number after 热线", strict=True)),
        "企业一直坚持一体化经营，统筹推进，十分重视质量。",
    ],
)
def test_claims_nothing(text: str) -> None:
    extraction = read(text)
    assert not extraction.observations, [seen.quote for seen in extraction.observations]
    assert {mention.disposition for mention in extraction.mentions} <= {"name", "ordinal", "idiom", "date"}


@pytest.mark.parametrize(
    ("text", "value", "unit", "wrong"),
    [
        ("上半年，服务业增加值增速提高1.6个百分点。", "1.6", "个百分点", "a percentage"),
        ("2022年，外贸总额居全省第7位。", "7", "位", "seven bits"),
        ("2022年，数字经济增加值1800亿元。", "1800", "亿元", "the year 1800"),
        ("一季度，互联网服务营业收入增长106.8%。", "106.8", "%", "August 0106"),
        ("2022年，全省发电量600亿千瓦时。", "600", "亿千瓦时", "lost, or wrong by 1000"),
        ("2022年，全市生产总值12,345.6亿元。", "12345.6", "亿元", "lost"),
        ("2022年，万元GDP能耗下降3.2%。", "-3.2", "%", "ten thousand yuan"),
        ("1-6月，全市用电量增长4.5%。", "4.5", "%", "6 January"),
        ("2022年，灯塔工厂数量约占全国的1/10。", "0.1", "比例", "10 January"),
        ("2022年，服务业占比６２．３％。", "62.3", "%", "62.3 without its percent"),
        ("2022年，全市生产总值149\n20.75亿元。", "14920.75", "亿元", "lost by the line wrap"),
        ("2022年，常住人口达到1034.2万人。", "10342000", "人", "1034.2"),
        ("2022年，机器人产量增长2.9倍。", "2.9", "倍", "2.9 without its unit"),
    ],
)
def test_reads_what_others_misread(text: str, value: str, unit: str, wrong: str) -> None:
    seen = only(text)
    assert (str(seen.value.normalize()), seen.unit) == (str(type(seen.value)(value).normalize()), unit), wrong


def test_a_lighthouse_factory_is_no_city() -> None:
    seen = only("目前，全市灯塔工厂达到6家。")
    assert (seen.subject, seen.indicator_code or seen.indicator) == ("青岛市", seen.indicator_code or "灯塔工厂")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023年1-6月，全市用电量增长4.5%。", "2023-01/2023-06"),
        ("1—6月份，全市用电量增长4.5%。", "2023-01/2023-06"),
        ("“十四五”期间，全市用电量年均增长4.5%。", "2021/2025"),
        ("上年末，全市用电户数为4.5万户。", "2022-12-31"),
        ("党的十八大以来，全市用电量年均增长4.5%。", "2012/2023"),
        ("2022年上半年增长3%，比一季度，全市用电量回升4.5个百分点。", "2022-S1"),
    ],
)
def test_periods_that_others_miss(text: str, period: str) -> None:
    *_, seen = read(text).observations
    assert seen.period == period


def test_recall_does_not_fall_with_the_length_of_the_text() -> None:
    sentence = "2022年，全市货运量3.21亿吨，同比增长4.5%，居全省第2位。"
    assert len(read(sentence * 400).observations) == 400 * len(read(sentence).observations)
