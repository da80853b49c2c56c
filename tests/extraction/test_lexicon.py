"""Words decide where patterns over characters cannot: what names something, what is a name, where a phrase ends."""

import pytest

from etl.extraction.language.lexicon import has_name, is_proper, names_something
from etl.extraction.language.phrases import trim, without_praise


@pytest.mark.parametrize("phrase", ["粮食产量", "出口", "需求清单", "大类", "进度"])
def test_names_something(phrase: str) -> None:
    assert names_something(phrase)


@pytest.mark.parametrize("phrase", ["相比", "跃升", "双双", "一举", ""])
def test_names_nothing(phrase: str) -> None:
    assert not names_something(phrase)


def test_tells_names_from_kinds() -> None:
    assert has_name("松柏镇") and has_name("岚山精品钢基地")
    assert not has_name("物流基地") and not has_name("绿色食品原料标准化生产基地")
    assert not is_proper("示范") and not is_proper("建成")


@pytest.mark.parametrize(
    ("phrase", "trimmed"),
    [
        ("各地通过网上平台审批工程建设项目", "审批工程建设项目"),
        ("孵育出电商企业", "电商企业"),
        ("这个村庄面积", "村庄面积"),
        ("设备使用成本至少", "设备使用成本"),
        ("规模以上工业增加值", "规模以上工业增加值"),
        ("培育对象", "培育对象"),
    ],
)
def test_trims_what_stands_outside_of_the_noun_phrase(phrase: str, trimmed: str) -> None:
    assert trim(phrase) == trimmed


def test_praise_between_verb_and_number_goes() -> None:
    assert without_praise("汽车销量达到历史性的") == "汽车销量达到"
    assert without_praise("软件企业仅为苏州的") == "软件企业仅为苏州的"
