"""Patterns at the end of a text find nothing where their last characters say so."""

from __future__ import annotations

import pytest

from etl.extraction.language.endings import Ending
from etl.extraction.predicates.forms import COPULA, RATE_AT_END, RATE_TAIL, TAIL, VERB

STEMS = ("", "同比", "增长", "涨幅", "合", "按可比价", "扣除价格因素", "三年", "总", "占", "变", "下降比", "提")


@pytest.mark.parametrize("ending", [COPULA, TAIL, VERB, RATE_TAIL, RATE_AT_END])
def test_nothing_ends_with_a_character_that_is_passed_over(ending: Ending) -> None:
    characters = {chr(code) for code in range(0x4E00, 0x9FA6)} | set("0123456789%:：“”，。、的\ue000")
    for character in sorted(characters - ending.last):
        for stem in STEMS:
            assert not ending.pattern.search(stem + character), stem + character
