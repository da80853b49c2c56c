"""Subjects of a feature: who speaks, where the reader is taken, and which part of a document a heading dates."""

import pytest

from etl.documents import read_document
from etl.extraction import Observation, extract


def observed(tmp_path_factory: pytest.TempPathFactory, text: str, area: str, published: str) -> list[Observation]:
    path = tmp_path_factory.mktemp("scenes") / "article.txt"
    path.write_text(text, encoding="utf-8")
    return list(extract(read_document(path, published=published, area=area)).observations)


def test_a_quotation_is_about_its_speakers_company(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "园区里机器轰鸣。\n“去年销售收入3.6亿元，同比增长两成。”海岳乳业集团董事长周明说。"
    found = observed(tmp_path_factory, text, "青岛市", "2024-05-06")
    assert {each.subject for each in found} == {"海岳乳业集团"}


def test_a_quotation_behind_a_colon_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "海岳乳业集团董事长周明告诉记者：“我们投入4000万元引进了三条生产线。”"
    found = observed(tmp_path_factory, text, "青岛市", "2024-05-06")
    assert {each.subject for each in found} == {"海岳乳业集团"}


def test_a_town_is_a_subject_but_a_kind_of_town_is_not(tmp_path_factory: pytest.TempPathFactory) -> None:
    town = observed(tmp_path_factory, "松柏镇种植樱桃2600亩。", "日照市", "2024-05-06")
    kind = observed(tmp_path_factory, "特色小镇达到12个。", "日照市", "2024-05-06")
    assert [each.subject for each in town] == ["松柏镇"]
    assert [each.subject for each in kind] == ["日照市"]


def test_a_heading_dates_the_paragraphs_after_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "二、2024年主要工作安排\n抓好耕地保护，管好每一块良田，建成高标准农田5万亩。\n"
        "种业振兴不停步，粮食播种面积稳定在7万亩以上。"
    )
    found = observed(tmp_path_factory, text, "青岛市", "2024-01-18")
    assert {each.period for each in found} == {"2024"}


def test_a_look_back_dates_what_follows(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "过去五年\n工业增加值年均增长6.2%。\n城镇新增就业年均12万人。"
    found = observed(tmp_path_factory, text, "青岛市", "2023-02-06")
    assert {each.period for each in found} == {"2018/2022"}
