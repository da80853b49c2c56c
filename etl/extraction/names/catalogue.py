"""Names of counts and amounts as a catalogue has them: with 数, 人数, 面积, 里程 at the end."""

from __future__ import annotations

from etl.extraction.language import lexicon
from etl.extraction.names import capacities
from etl.extraction.names.counts import (
    AMOUNTS,
    GROUPS,
    NAMES_AMOUNT,
    PLAIN_CLASSIFIERS,
)
from etl.extraction.names.forms import AREA_UNIT
from etl.extraction.numbers import units

_SHORT = 2  # characters
_KINDS = ("类", "大类", "门类", "级")  # 三类资源: not the things are counted


def catalogue_name(name: str, measure: str, unit: str | None) -> str:
    """The name of what is counted as a catalogue has it: 示范村 → 示范村数, 累计转移 in persons → 累计转移人数."""
    base = units.base_of(unit)
    if measure == "level" and unit:
        name = capacities.with_length(name, unit)
    if measure not in ("count", "level") or not base or len(name) < 2 or name.endswith(NAMES_AMOUNT):
        return name
    if measure == "count" and (base in GROUPS or lexicon.ends_in_action(name)):
        return name + AMOUNTS.get(base, f"{base}数")
    if lexicon.ends_in_action(name) and unit not in units.TIME_UNITS:
        return name + ("金额" if base in units.MONEY_UNITS else "面积" if AREA_UNIT.search(base) else "量")
    short = len(name) == _SHORT and measure == "count" and base not in _KINDS  # 措施 of 15条, 工人 of 3名
    return name + "数" if short or (measure == "count" and base in PLAIN_CLASSIFIERS) else name
