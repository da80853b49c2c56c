"""What may be the name of a village, a zone, a town or a sight, and what only ends as one: 示范村, 特色小镇."""

from __future__ import annotations

import re

from etl.extraction.language import lexicon
from etl.extraction.subjects.forms import TOWN, VISITED


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
