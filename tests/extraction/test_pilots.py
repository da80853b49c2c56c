"""Named members of pilot programmes."""

from __future__ import annotations

import pytest

from etl.documents import Document, Metadata
from etl.extraction import PilotDesignation, extract


def members(text: str) -> list[PilotDesignation]:
    """The designations of a text about 海州市."""
    metadata = Metadata(published="2023-05", area="海州市")
    return list(extract(Document("spec", "", text, metadata=metadata)).pilot_designations)


def test_a_list_before_a_count_names_the_members() -> None:
    found = members("全市已培育云帆集团、恒泰股份等2家“灯塔工厂”。")
    assert [designation.member for designation in found] == ["云帆集团", "恒泰股份"]
    assert {designation.programme_code for designation in found} == {"lighthouse_factory"}
    assert {designation.level for designation in found} == {"全球"}


def test_a_city_is_a_member_of_a_first_batch() -> None:
    (found,) = members("作为国家首批“两业融合”试点城市，海州积极推进服务型制造。")
    assert (found.member, found.level, found.batch, found.kind) == ("海州", "国家", 1, "区域")


@pytest.mark.parametrize(
    "text", ["全市有7家企业获批省级绿色工厂。", "开展2批20个市级“两业融合”试点遴选。", "加快建设智能工厂。"]
)
def test_counts_alone_name_nobody(text: str) -> None:
    assert members(text) == []


def test_evidence_is_where_it_says() -> None:
    text = "全市已培育云帆集\n团、恒泰股份等2家“灯塔工厂”。"
    for designation in members(text):
        assert "".join(text[designation.start : designation.end].split()) == designation.quote
