"""Places have the codes of GB/T 2260, names that mean one place, and parents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from tests.vocabulary.seeds import by_key, names, rows

PROVINCES = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 "
    "湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门"
)
OWN_CODES = "9"  # GB/T 2260 ends at 82: what it does not know has a code of ours that begins with 9


def codes_of(level: str) -> list[str]:
    return [row["area_code"] for row in rows("areas") if row["area_level"] == level]


def test_all_provinces_and_prefectures_are_there() -> None:
    assert sorted(by_key("areas")[code]["short_name_zh"] for code in codes_of("province")) == sorted(PROVINCES.split())
    # 333 prefecture-level units, and by hand 雄安新区 and 莱芜市, a prefecture until 2019
    assert len(codes_of("prefecture")) == 333 + 2
    assert len(codes_of("county")) >= 2843
    per_province = Counter(code[:2] for code in codes_of("prefecture"))
    assert (per_province["44"], per_province["51"], per_province["37"]) == (21, 21, 16 + 1)


def test_levels_are_known_and_parents_are_above() -> None:
    order = ["world", "country", "province", "prefecture", "county"]
    for row in rows("areas"):
        assert row["area_level"] in {*order, "region", "foreign"}, row
        parent = by_key("areas").get(row["parent_code"])
        if row["area_level"] == "world":
            assert parent is None
            continue
        assert parent is not None, f"{row}: no such parent"
        if row["area_level"] in order:
            assert order.index(parent["area_level"]) < order.index(row["area_level"]), row


def test_a_code_begins_with_that_of_its_parent() -> None:
    for row in rows("areas"):
        assert len(row["area_code"]) == 6 and row["area_code"].isdigit(), row
        if row["area_level"] in {"prefecture", "county"}:
            prefix = row["parent_code"][:2] if row["parent_code"].endswith("0000") else row["parent_code"][:4]
            assert row["area_code"].startswith(prefix), row
        assert (row["area_code"][0] == OWN_CODES) == (row["area_level"] in {"world", "region", "foreign"}), row


def test_a_name_above_the_county_is_one_place() -> None:
    owned: dict[str, set[str]] = defaultdict(set)
    for row in rows("areas"):
        if row["area_level"] != "county":
            for name in names(row, "name_zh", "short_name_zh"):
                owned[name].add(row["area_code"])
    assert {name: codes for name, codes in owned.items() if len(codes) > 1} == {}


def test_a_short_name_of_a_county_is_one_place() -> None:
    above = {
        name
        for row in rows("areas")
        if row["area_level"] != "county"
        for name in names(row, "name_zh", "short_name_zh")
    }
    without_kind = Counter(re.sub("[市区县旗]$", "", row["name_zh"]) for row in rows("areas"))
    for row in rows("areas"):
        short = row["short_name_zh"]
        if row["area_level"] == "county" and short != row["name_zh"]:
            assert row["name_zh"].startswith(short) and len(short) > 1, row
            assert without_kind[short] <= 1 and short not in above, row


@pytest.mark.parametrize(
    ("code", "name", "english"),
    [
        ("100000", "全国", "China"),
        ("370200", "青岛市", "Qingdao"),
        ("610100", "西安市", "Xi'an"),
        ("150000", "内蒙古自治区", "Inner Mongolia"),
        ("610000", "陕西省", "Shaanxi"),
        ("140000", "山西省", "Shanxi"),
        ("810000", "香港特别行政区", "Hong Kong"),
        ("500000", "重庆市", "Chongqing"),
        ("140400", "长治市", "Changzhi"),
        ("222400", "延边朝鲜族自治州", "Yanbian Korean Autonomous Prefecture"),
        ("370211", "黄岛区", "Huangdao District"),
        ("310115", "浦东新区", "Pudong New Area"),
        ("419001", "济源市", "Jiyuan City"),
        ("230100", "哈尔滨市", "Harbin"),
    ],
)
def test_places_are_named_as_maps_name_them(code: str, name: str, english: str) -> None:
    assert (by_key("areas")[code]["name_zh"], by_key("areas")[code]["name_en"]) == (name, english)


def test_every_area_has_an_english_name_in_latin_letters() -> None:
    assert [
        row["name_zh"] for row in rows("areas") if not row["name_en"] or any(c >= "\u4e00" for c in row["name_en"])
    ] == []
