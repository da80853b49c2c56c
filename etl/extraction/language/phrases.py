"""Where a noun phrase begins and ends, by the words that it is made of."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.extraction.language.lexicon import QUANTITIES, Word, is_proper, is_term, words

# Words after which another phrase begins; what stands between them and the next verb says how it was done.
_MEANS = frozenset(["通过", "依托", "利用", "根据", "按照", "围绕", "随着", "借助"])
_SCOPES = frozenset(["全国", "全省", "全市", "全区", "全县", "我国", "我省", "我市", "我区", "我县"])
_PRAISE = re.compile("(?:达到?|为|是|高达|创下)(?P<praise>[^，、]{2,5}?)的$")
_WITHIN = frozenset(["中", "里", "内"])
_POINTS = frozenset(["这个", "这些", "那个", "那些", "我们", "咱们", "的"])
_CAME = frozenset(["出", "起", "成", "了", "着"])
_ENDS_THEME = "vdapzrx"  # verbs, adverbs, adjectives, prepositions, pronouns, signs
_LONG = 4  # a shorter phrase is not taken apart


@lru_cache(maxsize=16384)
def trim(phrase: str) -> str:
    """The phrase without what its words show to stand outside of it."""
    if len(phrase) < _LONG or "“" in phrase or is_term(phrase):
        return phrase
    found = list(words(phrase))
    for cut in (_without_adverbs, _after_pronoun, _after_achievement, _after_scope, _after_means, _after_within):
        found = cut(found)
    return "".join(word.text for word in found)


def theme(clause: str) -> str:
    """The noun phrase that a clause begins with: 新能源汽车 of 新能源汽车表现突出; empty where it begins otherwise."""
    told = ""
    for word in words(clause):
        if word.tag[0] in _ENDS_THEME and word.tag != "vn":
            break
        told = clause[: word.end]
    return told if 1 < len(told) < 16 else ""


def without_praise(gap: str) -> str:
    """达到历史性的, 达创纪录的: the words of praise between the verb and the number go."""
    praise = _PRAISE.search(gap) if gap.endswith("的") else None
    return gap[: praise.start("praise")] if praise and not is_proper(praise["praise"]) else gap


def _without_adverbs(found: list[Word]) -> list[Word]:
    while len(found) > 1 and found[-1].tag == "d":
        found = found[:-1]
    return found


def _after_pronoun(found: list[Word]) -> list[Word]:
    """这个面积, 我们的产量: the thing, without the word that points at it."""
    while len(found) > 1 and found[0].text in _POINTS:
        found = found[1:]
    return found


def _after_achievement(found: list[Word]) -> list[Word]:
    """孵育出电商企业, 建起冷棚: what came out of it."""
    came = len(found) > 2 and found[0].tag.startswith("v") and found[1].text in _CAME
    return found[2:] if came and sum(len(word.text) for word in found[2:]) > 1 else found


def _after_scope(found: list[Word]) -> list[Word]:
    """各地行动全国产量: where the whole area comes up, the phrase begins again; 全国文明城市 is a name."""
    for index in range(len(found) - 2, 0, -1):
        if found[index].text in _SCOPES and any(word.tag.startswith("n") for word in found[:index]):
            return found[index + (1 if found[-1].text.endswith(QUANTITIES) else 0) :]
    return found


def _after_means(found: list[Word]) -> list[Word]:
    """通过改良土壤增产小麦: only what was done, from its verb on."""
    means = [index for index, word in enumerate(found) if word.text in _MEANS]
    if not means:
        return found
    verbs = [index for index, word in enumerate(found) if index > means[-1] + 1 and word.tag == "v"]
    return found[verbs[-1] :] if verbs and verbs[-1] < len(found) - 1 else found


def _after_within(found: list[Word]) -> list[Word]:
    """抽查的门店中网点数: what is inside a whole is told after the whole."""
    for index in range(len(found) - 2, 1, -1):
        if (
            found[index].text in _WITHIN
            and found[index].tag == "f"
            and found[index - 1].text != "的"
            and len(found[index + 1].text) > 1
        ):
            return found[index + 1 :]
    return found
