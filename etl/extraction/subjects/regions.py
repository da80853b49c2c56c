"""What may be the name of a village, a zone, a town or a sight, and what only ends as one; parts of a country."""

from __future__ import annotations

import re

from etl.extraction.language import lexicon
from etl.extraction.language.forms import Form
from etl.extraction.subjects.forms import (
    TOWN,
    VISITED,
)

_AND = "(?:、|和|与|及|以及)"
_PART = "(?:东北|中西|[东中西])部?(?:地区)?"
PART_BEGINS = frozenset("东中西新一二三四五0123456789")
_TIER = "(?:\\d+个)?新?[一二三四五]线(?:城市)?"
_PARTS = Form(  # 东部地区; 东、中、西部和东北地区; 31个二线城市; 一线、二线和三线城市
    "[部北线]",
    f"(?P<parts>{_PART}(?:{_AND}{_PART})*(?<=地区)(?!生产|差异|间)|{_PART}(?:{_AND}{_PART})+(?<=部)|{_TIER}(?:{_AND}{_TIER})*(?<=城市)(?!圈|群))",
)


def may_be_region(region: re.Match[str]) -> bool:
    """Whether what stands before 开发区, 村 or 社区 is a name: not 深化开发区, not 示范村."""
    stem, kind = region["stem"], region["kind"]
    if lexicon.tells_action(stem):
        return False
    return kind != "村" or lexicon.has_name(stem)


def town_at(text: str) -> str | None:
    """The name of a town that a text opens with: 松柏镇, but not 特色小镇."""
    town = TOWN.match(text)
    return town[1] if town and lexicon.is_proper(town[1][:-1]) and lexicon.has_name(town[1]) else None


def spot_at(text: str) -> str | None:
    """The name of the sight that a text opens with and tells the visitors of: 绿湖古城, but not 旅游景区."""
    spot = VISITED.match(text)
    return spot["name"] if spot and (lexicon.has_name(spot["name"]) or lexicon.holds_proper(spot["name"])) else None


def parts_at(text: str) -> tuple[list[str], int]:
    """The parts of a country that a text opens with, each by its full name, and how many characters name them."""
    found = _PARTS.match(text) if text[:1] in PART_BEGINS else None
    if found is None:
        return [], 0
    members = re.split(_AND, found["parts"])
    if members[-1].endswith("线城市"):
        return [re.sub("^\\d+个", "", member.removesuffix("城市")) + "城市" for member in members], found.end()
    kind = "地区" if members[-1].endswith("地区") else ""
    stems = [member.removesuffix("地区").removesuffix("部") for member in members]
    return [stem + ("" if stem == "东北" else "部") + kind for stem in stems], found.end()
