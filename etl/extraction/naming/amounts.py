"""Names of amounts by the noun behind them: 3亿元专项资金, 60万亩小麦, 390万公里的地下管网."""

from __future__ import annotations

import re
from collections.abc import Container

from etl.extraction.language import lexicon
from etl.extraction.language.words import words
from etl.extraction.lexer import Number
from etl.extraction.names import capacities, cleaning, indicators, nouns
from etl.extraction.names.counts import FUNDS, FUNDS_FOR, LANDMARK, PURPOSE, SPENT
from etl.extraction.names.forms import AREA_UNIT
from etl.extraction.naming import deeds

_FLOWS = frozenset(  # 输出清洁电能7400万度: how much of it flows
    words("输送 输出 外送 供应 处理 消纳 替代 运输 接卸 发运")
)
_WHO_PASSED = re.compile("(?:人民币)?的?(?:省份|省|城市|市|县|国家|乡镇|镇)(?=$|[，。；、])")
_RESULTS = frozenset(words("成绩 佳绩 业绩 优势 价格 高价 低价 水平"))
_PAYERS = re.compile(".*(?:厅|局|委|部门|政府|供销社|当地|国家)")  # whoever pays, the funds are told


def paid_for(after: str, phrase: str, known: Container[str]) -> str:
    """3亿元专项资金: the noun after an amount of money, where nothing before names it."""
    if _WHO_PASSED.match(after):
        return ""  # 首个GDP突破14万亿元的省份
    if funds := FUNDS_FOR.match(after):
        return funds["what"].removeprefix("用于") + funds["funds"]  # 2亿元资金支持企业转型
    noun, _ = deeds.noun_and_action(after, "")
    if noun in _RESULTS:
        return ""  # 以8亿元的成绩领跑
    cleaned = cleaning.clean(phrase)
    spent = SPENT.search(phrase)
    owner = cleaned.removesuffix(spent["verb"]) if spent else cleaned  # 中央财政投入 has a name
    owner = "" if _PAYERS.fullmatch(owner) else owner
    if spent and not lexicon.names_something(owner) and (told := _funds(spent["verb"], noun, after)):
        return told
    if phrase.endswith("的") and FUNDS.search(noun):
        return noun  # 支持更新的5亿元国债资金
    if indicators.head_of(cleaned) or cleaned in known or LANDMARK.match(after.lstrip("的")):
        return ""
    if after.startswith("的"):
        return noun if len(noun) > 1 else ""
    return noun if 2 <= len(noun) <= 24 else ""


def quantity(number: Number, after: str, phrase: str) -> str:
    """60万亩小麦, 7400万度清洁电能: the thing after a physical quantity, where nothing before names it."""
    cleaned = cleaning.clean(phrase)
    if not indicators.head_of(cleaned) and (told := capacities.of_facility(number.unit or "", after)):
        return told
    area = AREA_UNIT.search(number.unit or "")
    if area and not after.startswith("的") and any(word.tag.startswith("n") for word in lexicon.words(cleaned)):
        return ""  # 完成造林5745万亩
    noun = nouns.noun_after(after)
    if after.startswith("的") and not area:
        noun = capacities.with_length(noun, number.unit or "") if not indicators.head_of(cleaned) else ""
        return noun if noun.endswith(("里程", "长度")) else ""  # 390万公里的地下管网
    noun = nouns.thing_of(noun)
    if not 2 <= len(noun) <= 10 or indicators.head_of(cleaned):
        return ""
    if area:
        return noun + "面积" if not noun.endswith("面积") else noun
    verb = deeds.acting_verb(phrase)
    return verb + noun if verb in _FLOWS else deeds.with_deed(verb, noun)


def timed(after: str, phrase: str) -> str:
    """5个工作日办结: what a stretch of work is of, where nothing before names it."""
    noun = nouns.noun_after(after)
    cleaned = cleaning.clean(phrase)
    if len(noun) < 2 or indicators.head_of(cleaned):
        return ""
    return "" if not lexicon.names_something(noun) and lexicon.names_something(cleaned) else noun


def _funds(verb: str, noun: str, after: str) -> str:
    """投入2000万元专项资金, 统筹40亿元支持乡村振兴: the funds, or what they are for."""
    if FUNDS.search(noun):
        return verb + noun
    purpose = PURPOSE.match(after)
    if purpose is None:
        return ""
    what = purpose["what"] if purpose["how"] in ("用于", "实施") else purpose[0]
    return what + ("投入" if verb == "投入" else "资金")
