"""Where words begin and end: a general lexicon, which the vocabulary's own terms are added to."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from etl.vocabulary import default_vocabulary

if TYPE_CHECKING:
    from rjieba import Jieba


_NOUNS = ("n", "vn", "an", "j", "l", "i", "eng", "g", "z", "x")
_PROPER = ("nr", "ns", "nt", "nz", "s", "eng")
_BRANDS = ("nr", "nrt", "nz", "nt", "eng")
_FUNCTION = "pcurdm"  # prepositions, conjunctions, particles, pronouns, adverbs, numerals
_GRAMMAR = ("p", "c", "f", "uj", "ul", "r")  # those of them that count when they are one character long too
QUANTITIES = tuple("度率量数额值费价")  # what ends so names a quantity, whatever the lexicon holds it for
_TAGGED = {
    "举措": "n",
    **dict.fromkeys(("展商", "桑园", "周期", "工期", "时长", "时限"), "n"),
    "集采": "vn",
    **dict.fromkeys(
        (
            "获批",
            "获评",
            "惠及",
            "上榜",
            "预披露",
            "预增",
            "预减",
            "扭亏",
            "组团",
            "抢通",
            "成型",
            "起势",
            "开局",
            "提质",
            "上线",
        ),
        "v",
    ),
}
_CONTENT = "vabq"


class Word(NamedTuple):
    """A word of a phrase, its part of speech, and where it ends."""

    text: str
    tag: str
    end: int


@cache
def _segmenter() -> Jieba:
    """The lexicon, read when the first phrase is cut: reading it takes a moment."""
    from rjieba import Jieba

    segmenter = Jieba()
    for name in default_vocabulary().indicator_names:
        if 2 < len(name) < 7:
            segmenter.add_word(name, None, "n")
    for name, tag in _TAGGED.items():
        segmenter.add_word(name, None, tag)  # where the lexicon holds a word already its tag stays
    return segmenter


@lru_cache(maxsize=8192)
def words(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase. Nothing is guessed: what is in no lexicon stays single characters."""
    found: list[Word] = []
    end = 0
    for text, tag in _segmenter().tag(phrase, False):
        end += len(text)
        found.append(Word(text, _TAGGED.get(text, tag), end))
    return tuple(found)


@cache
def _measured() -> frozenset[str]:
    """Verbs that name what is measured, 投资 or 出口: those that the vocabulary's indicators end with."""
    return frozenset(words(name)[-1].text for name in default_vocabulary().indicator_names)


@lru_cache(maxsize=16384)
def names_something(phrase: str) -> bool:
    """Whether a phrase names a thing: by a noun, a verb that indicators are named after, or two words at least."""
    if phrase.endswith(QUANTITIES):
        return True
    if any(word.tag.startswith(_NOUNS) or word.text in _measured() for word in words(phrase)):
        return True
    return sum(1 for word in words(phrase) if word.tag[0] in _CONTENT) > 1


@lru_cache(maxsize=8192)
def is_attribute(phrase: str) -> bool:
    """Whether a phrase before 的 says which things are meant: 阻断, 各具特色, 针对企业; not 投资, which is measured."""
    found = words(phrase)
    told = all(word.tag[0] in "vdila" and word.text not in _measured() for word in found)
    if not found:
        return False
    has = len(found) == 2 and found[0].tag == "v" and found[1].tag == "n" and len(phrase) == 4  # 符合条件
    return told or has or found[0].tag == "p"


@lru_cache(maxsize=8192)
def ends_in_action(phrase: str) -> bool:
    """Whether the last word of a phrase is a verb that nothing is measured by: 为患者减负, 累计转移."""
    found = words(phrase)
    return bool(found) and found[-1].tag in ("v", "vn") and found[-1].text not in _measured()


def tells_action(phrase: str) -> bool:
    """Whether a verb, an adverb or a number of more than one character is in a phrase."""
    return any(len(word.text) > 1 and word.tag[0] in "vdm" for word in words(phrase))


def is_term(phrase: str) -> bool:
    """Whether the vocabulary holds the phrase as it is."""
    return phrase in default_vocabulary().indicator_names


@lru_cache(maxsize=8192)
def has_name(phrase: str) -> bool:
    """Whether a name is in a phrase: a proper noun, or characters that make no word of the lexicon."""
    found = words(phrase)
    if any(word.tag[0] in _FUNCTION for word in found if len(word.text) > 1 or word.tag in _GRAMMAR):
        return False
    return any(word.tag.startswith(_PROPER) or len(word.text) == 1 for word in found[:-1] or found)


def holds_proper(phrase: str) -> bool:
    """Whether a proper noun of the lexicon is in a phrase."""
    return any(word.tag.startswith(_PROPER) for word in words(phrase))


def is_brand(name: str) -> bool:
    """Whether a name is in the lexicon as one of a person or of a thing, as most makers' names are."""
    return all(word.tag in _BRANDS and len(word.text) > 1 for word in words(name))


def is_proper(name: str) -> bool:
    """Whether no common word is in a name: 吴庄 may be a village's, 示范 or 建成 may not."""
    return all(len(word.text) == 1 or word.tag.startswith(_PROPER) for word in words(name))
