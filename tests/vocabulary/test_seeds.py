"""The vocabulary keeps its own promises: codes, names, wholes and parts, units, ranges."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest
import yaml

from tests.vocabulary.seeds import KEYS, SEEDS, by_key, names, owners, plain, read, repeated, rows, shared

MEASURES = [
    "level",
    "count",
    "share",
    "growth_yoy",
    "growth_qoq",
    "growth_avg",
    "growth",
    "change_pp",
    "contribution_rate",
    "contribution_pp",
    "rank",
    "ratio",
    "other",
]
# words of every article: as an alias they would bind figures that are about something else
COMMON_WORDS = (
    "收入 支出 投资 消费 人口 企业 项目 产值 产量 利润 销售 价格 指数 总量 规模 数量 经济 工业 农业 服务业 制造业 "
    "贸易 外贸 财政 金融 存款 贷款 税费 就业 失业 旅游 交通 运输 教育 医院 学校 公园 科技 专利 平台 园区 城市 农村 "
    "面积 里程 增速 比重 占比 产业 开发区 高新区 员工 工厂 中心 集群 试点 示范 用户 资金 资产 债务 能耗 用电 发电 "
    "港口 机场 房地产 商品房 新能源汽车 民营企业"
)


def parts_of(code: str) -> list[str]:
    return [row["indicator_code"] for row in rows("indicators") if row["parent_code"] == code]


@pytest.mark.parametrize("seed", KEYS)
def test_keys_are_unique_and_cells_are_clean(seed: str) -> None:
    assert repeated(row[KEYS[seed]] for row in rows(seed)) == []
    for row in rows(seed):
        assert row[KEYS[seed]], row
        assert None not in row and None not in row.values(), f"{row}: not as many cells as the header"
        assert all(cell == cell.strip() and "\n" not in cell for cell in row.values()), row


@pytest.mark.parametrize("seed", [seed for seed in KEYS if seed not in ("areas", "units", "publishers")])
def test_codes_are_lower_snake_case(seed: str) -> None:
    assert [code for code in by_key(seed) if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", code)] == []


@pytest.mark.parametrize("seed", [seed for seed in KEYS if "aliases_zh" in rows(seed)[0]])
def test_aliases_repeat_no_name_of_their_row(seed: str) -> None:
    for row in rows(seed):
        assert "" not in row["aliases_zh"].split("|") or row["aliases_zh"] == "", row
        assert repeated(names(row, "publisher_name_zh" if seed == "publishers" else KEYS[seed])) == [], row


@pytest.mark.parametrize("seed", ["indicators", "pilot_programmes"])
def test_a_name_belongs_to_one_row(seed: str) -> None:
    assert shared(owners(seed, "name_zh")) == {}


def test_a_publisher_is_known_by_its_names_alone() -> None:
    assert shared(owners("publishers", "publisher_name_zh")) == {}


def test_no_alias_is_a_word_of_every_article() -> None:
    assert sorted(set(COMMON_WORDS.split()) & set(owners("indicators", "name_zh"))) == []
    assert [name for name in owners("indicators", "name_zh") if len(name) < 2] == []


def test_measures_are_those_of_the_design() -> None:
    assert list(by_key("measures")) == MEASURES


def test_there_are_enough_indicators_in_every_topic() -> None:
    topics = Counter(row["topic_code"] for row in rows("indicators"))
    assert len(rows("indicators")) >= 250
    assert set(topics) == set(by_key("indicator_topics"))
    assert min(topics.values()) >= 5


def test_indicators_refer_to_what_exists() -> None:
    indicators = by_key("indicators")
    for row in rows("indicators"):
        assert row["unit_code"] in by_key("units"), row
        assert row["default_measure"] in by_key("measures"), row
        assert row["direction"] in {"up", "down", "neutral"}, row
        assert row["sum_of_parts"] in {"yes", "no"}, row
        assert row["parent_code"] in {"", *indicators} and row["share_of_code"] in {"", *indicators}, row


@pytest.mark.parametrize(
    ("seed", "column"), [("indicators", "parent_code"), ("areas", "parent_code"), ("indicators", "share_of_code")]
)
def test_nothing_is_its_own_ancestor(seed: str, column: str) -> None:
    for code in by_key(seed):
        seen: list[str] = []
        above = code
        while above:
            assert above not in seen, f"{seed}: {' → '.join([*seen, above])}"
            seen.append(above)
            above = by_key(seed)[above][column]


def test_a_sum_has_parts_that_can_be_added() -> None:
    units = by_key("units")
    for whole in rows("indicators"):
        if whole["sum_of_parts"] == "no":
            continue
        parts = [by_key("indicators")[code] for code in parts_of(whole["indicator_code"])]
        assert len(parts) >= 2, whole
        assert whole["default_measure"] in {"level", "count"}, whole
        for part in parts:
            assert units[part["unit_code"]]["base_unit"] == units[whole["unit_code"]]["base_unit"], part
            assert part["share_of_code"], (
                f"{part['indicator_code']} is a part of {whole['indicator_code']}: of what is it a share?"
            )


def test_a_share_is_of_something_in_the_same_unit() -> None:
    units = by_key("units")
    for part in rows("indicators"):
        whole = by_key("indicators").get(part["share_of_code"])
        if whole and part["default_measure"] in {"level", "count"}:
            assert units[part["unit_code"]]["dimension"] == units[whole["unit_code"]]["dimension"], part


@pytest.mark.parametrize(("lower", "upper"), [("level_min", "level_max"), ("growth_min_pct", "growth_max_pct")])
def test_ranges_are_ordered(lower: str, upper: str) -> None:
    for row in rows("indicators"):
        bounds = [Decimal(row[column]) for column in (lower, upper) if row[column]]
        assert all(low < high for low, high in pairwise(bounds)), row


def test_what_cannot_be_negative_cannot_fall_by_more_than_all_of_it() -> None:
    for row in rows("indicators"):
        if row["growth_min_pct"]:
            assert Decimal(row["growth_min_pct"]) >= -100, row
        if row["level_min"].startswith("-") and row["default_measure"] == "level" and row["unit_code"].endswith("元"):
            assert (row["growth_min_pct"], row["growth_max_pct"]) == ("", ""), (
                f"{row}: growth of a figure that changes sign"
            )


def test_shares_lie_between_nothing_and_all() -> None:
    for row in rows("indicators"):
        if row["default_measure"] == "share":
            assert row["unit_code"] == "%", row
            assert 0 <= Decimal(row["level_min"]) < Decimal(row["level_max"]) <= 100, row


# published by the statistical offices; the ranges must hold the extremes that really happened
@pytest.mark.parametrize(
    ("code", "level", "growth"),
    [
        ("gdp", "1260582", "5.2"),  # 全国 2023
        ("gdp", "3678.7", "11.7"),  # 全国 1978
        ("gdp", "6379.35", "-39.2"),  # 湖北 2020 Q1
        ("gdp", "9872.67", "58.3"),  # 湖北 2021 Q1
        ("gdp_per_capita", "200278", ""),  # 北京 2023
        ("services_value_added", "688238", "5.8"),  # 全国 2023
        ("above_scale_industrial_value_added", "", "-46.2"),  # 湖北 January and February 2020
        ("new_energy_vehicle_output", "367.7", "145.6"),  # 全国 2021
        ("retail_sales", "471495", "7.2"),  # 全国 2023
        ("consumer_price_index", "124.1", "24.1"),  # 全国 1994
        ("consumer_price_index", "98.6", "-1.4"),  # 全国 1999
        ("producer_price_index", "113.5", "13.5"),  # 全国 October 2021
        ("pork_price", "", "110.2"),  # 全国 November 2019
        ("goods_trade", "417568", "0.2"),  # 全国 2023
        ("tourism_revenue", "22286", "-61.1"),  # 全国 2020
        ("domestic_tourists", "489100", "93.3"),  # 全国 2023
        ("disposable_income", "84834", "6.6"),  # 上海 2023
        ("rural_net_income", "133.6", ""),  # 全国 1978
        ("urban_surveyed_unemployment_rate", "6.2", ""),  # 全国 February 2020
        ("natural_growth_rate", "-1.48", ""),  # 全国 2023
        ("manufacturing_pmi", "35.7", ""),  # 全国 February 2020
        ("non_manufacturing_pmi", "29.6", ""),  # 全国 February 2020
        ("resident_population", "140967", "-0.15"),  # 全国 2023
        ("money_supply_m2", "2922700", "9.7"),  # 全国 2023
        ("express_volume", "1320.7", "19.4"),  # 全国 2023
        ("gini_coefficient", "0.491", ""),  # 全国 2008
        ("forest_coverage", "66.8", ""),  # 福建
        ("power_generation", "94564.4", "6.9"),  # 全国 2023
        ("exchange_rate_usd", "1.4984", ""),  # 1980, before the first devaluations
        ("industrial_profit", "76858.3", "-2.3"),  # 全国 2023
    ],
)  # fmt: skip
def test_ranges_hold_what_really_happened(code: str, level: str, growth: str) -> None:
    row = by_key("indicators")[code]
    for value, lower, upper in ((level, "level_min", "level_max"), (growth, "growth_min_pct", "growth_max_pct")):
        if value:
            assert row[lower] == "" or Decimal(row[lower]) <= Decimal(value), row
            assert row[upper] == "" or Decimal(value) <= Decimal(row[upper]), row


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("GDP", "gdp"), ("地区生产总值", "gdp"), ("第三产业增加值", "services_value_added"),
        ("服务业增加值", "services_value_added"), ("规上工业增加值", "above_scale_industrial_value_added"),
        ("社零总额", "retail_sales"), ("进出口总值", "goods_trade"), ("R&D经费支出", "rd_expenditure"),
        ("城镇化率", "urbanisation_rate"), ("“两业融合”试点", "two_industries_pilots"),
        ("国家级两业融合试点", "national_two_industries_pilots"), ("灯塔工厂", "lighthouse_factories"),
    ],
)  # fmt: skip
def test_the_words_of_articles_find_their_indicator(name: str, code: str) -> None:
    assert owners("indicators", "name_zh")[plain(name)] == {code}


def test_publishers_are_ranked_by_kind() -> None:
    order = ["official_communique", "government", "news_agency", "newspaper", "other"]
    for row in rows("publishers"):
        assert int(row["preference_rank"]) == order.index(row["publisher_kind"]) + 1, row
    assert {row["publisher_kind"] for row in rows("publishers")} == set(order)


def test_pilot_levels_and_kinds_are_those_of_the_observations() -> None:
    assert {"国家", "省", "市", "全球"} <= {row["name_zh"] for row in rows("pilot_levels")}
    assert {row["name_zh"] for row in rows("pilot_kinds")} == {"区域", "企业", "单位"}


def test_a_share_is_a_measure_and_no_indicator() -> None:
    # 研发经费支出占地区生产总值比重 is a share of rd_expenditure in gdp, not another indicator
    share = re.compile(r"占.+(比重|比例|份额)|占比$|比重$")
    assert [name for name in owners("indicators", "name_zh") if share.search(name)] == []


@pytest.mark.parametrize("seed", KEYS)
def test_every_column_is_described_and_typed(seed: str) -> None:
    described = {entry["name"]: entry for entry in yaml.safe_load((SEEDS / "_seeds.yml").read_text())["seeds"]}[seed]
    header = list(rows(seed)[0])
    assert [column["name"] for column in described["columns"]] == header
    assert list(described["config"]["column_types"]) == header
    assert all(column["description"].strip() for column in described["columns"])


def test_generated_seeds_hold_what_is_kept_by_hand() -> None:
    scripts = SEEDS.parents[1] / "scripts"
    by_hand = read(scripts / "areas" / "by_hand.csv")
    assert [row for row in by_hand if by_key("areas")[row["area_code"]] != row] == []
    assert [row for row in read(scripts / "publishers" / "by_hand.csv") if row not in rows("publishers")] == []
    for row in read(scripts / "areas" / "aliases.csv"):
        assert by_key("areas")[row["area_code"]]["aliases_zh"] == row["aliases_zh"], row
