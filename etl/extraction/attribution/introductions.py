"""Organisations that a text names somewhere, found before it is read: by their people, their endings, their shares."""

from __future__ import annotations

import re

from etl.extraction import quotes
from etl.extraction.language import lexicon
from etl.extraction.language.forms import any_sign
from etl.extraction.subjects.company_forms import (
    ANNOUNCING,
    CLAUSE_WORDS,
    COMMON,
    HEADED,
    INTRODUCED,
    LISTED,
    LISTED_BEHIND,
    MAKER,
    NOT_A_NAME,
    PLAIN_WORDS,
    SUFFIXED,
    TITLED,
)
from etl.extraction.subjects.finder import SubjectFinder
from etl.extraction.subjects.organisations import may_be_long, may_be_short, may_make, without_verb
from etl.extraction.subjects.subject import Subject
from etl.extraction.subjects.things import fair_in

_APPOSED = re.compile(".*(?:公司|企业|集团|股东)(?=..)")  # 光电企业星澜光电
_NEVER = re.compile(  # who writes, or what about
    "证券|快讯|播报|讯$|早报|独家|原标题|来源|关注|提示|要闻|概念|板块|机构|网$"
)
_LISTED_MAKERS = re.compile("(?:^|[^\u4e00-\u9fffA-Za-z、])(?P<names>[\u4e00-\u9fffA-Za-z、]{2,40})[、和]$")
_INTRODUCES = any_sign(TITLED, SUFFIXED, LISTED, LISTED_BEHIND, HEADED, ANNOUNCING, INTRODUCED)
_OPENING = 200  # characters in which a text names the company that it is about


def introduce(finder: SubjectFinder, text: str) -> None:
    """Make the organisations of a text known to the finder."""
    if _INTRODUCES.search(text):
        _titled(finder, text)
        _named(finder, text)
        _listed(finder, text)
        _headed(finder, text)
        _announcing(finder, text)
        _incorporated(finder, text)
    _makers(finder, text)
    _fair(finder, text)
    if finder.default is None and (market := quotes.market(text)):
        finder.report_on(Subject(market, "organisation"))


def _titled(finder: SubjectFinder, text: str) -> None:
    """Companies that the text names with one of their people: 星澜光电总经理…说."""
    for found in TITLED.finditer(text):
        name = _APPOSED.sub("", CLAUSE_WORDS.sub("", found["name"]))
        if (
            3 <= len(name) <= 12
            and not COMMON.search(name)
            and not NOT_A_NAME.search(name)
            and not finder.place_at(name)
        ):
            finder.companies.introduce(name + "集团" if text.startswith("集团", found.end("name")) else name)
            finder.companies.titled.append(name)


def _named(finder: SubjectFinder, text: str) -> None:
    """Companies whose names end as companies' names do: 星澜光电, 润禾智装."""
    for found in SUFFIXED.finditer(text):
        name = found["name"]
        named = lexicon.has_name(name) or lexicon.holds_proper(name)
        if named and name[:2] not in PLAIN_WORDS and finder.place_at(name) is None and not NOT_A_NAME.search(name[:2]):
            finder.companies.introduce(name)
            finder.companies.titled.append(name)


def _listed(finder: SubjectFinder, text: str) -> None:
    """Companies that the text names with the code or the price of their share."""
    names = [without_verb(found["name"]) for found in LISTED.finditer(text)]
    names += [name for found in LISTED_BEHIND.finditer(text) if (name := _recurring(text, found))]
    for name in names:
        finder.companies.introduce(name)
        finder.companies.listed |= {name}
        finder.mentioned = finder.mentioned or Subject(name, "organisation")
        if finder.default is None:
            finder.default = Subject(name, "organisation")


def _recurring(text: str, found: re.Match[str]) -> str:
    """The words right before a bracket that the text says again: 星澜光电 in 受天气影响星澜光电（12.3，…."""
    before = found["before"]
    for length in range(min(8, len(before) - 1), 2, -1):
        name = before[-length:]
        if text.find(name, found.end()) >= 0 and not COMMON.search(name):
            return name
    return ""


def _headed(finder: SubjectFinder, text: str) -> None:
    """Companies that a headline names before its colon: 星澜光电：获3亿元订单; the text is about the first."""
    for found in HEADED.finditer(text) if finder.of_company else ():
        name = found["name"]
        if COMMON.search(name) or NOT_A_NAME.search(name) or finder.is_placed(name) or _NEVER.search(name):
            continue
        finder.companies.introduce(name)
        finder.companies.titled.append(name)
        finder.default = finder.default or Subject(name, "organisation")


def _announcing(finder: SubjectFinder, text: str) -> None:
    """Companies that say how they did: 星澜光电公告，…; the text is about the first that its opening names."""
    for found in ANNOUNCING.finditer(text):
        name = found["name"] or found["latin"]
        doubtful = found["name"] and (not may_be_short(name) or finder.is_placed(name) or NOT_A_NAME.search(name))
        if doubtful and f"【{name}：" not in text:
            continue
        finder.companies.introduce(name)
        finder.companies.titled.append(name)
        if finder.default is None and found.start() < _OPENING:
            finder.default = Subject(name, "organisation")


def _incorporated(finder: SubjectFinder, text: str) -> None:
    """Companies named in full, with the short name that the text gives them; the first sentence may be about one."""
    first_sentence = text.find("。")
    for found in INTRODUCED.finditer(text):
        stem = _APPOSED.sub("", CLAUSE_WORDS.sub("", found["name"]))
        if len(stem) < 2 or not may_be_long(stem + "有限公司"):
            continue
        finder.companies.introduce(stem + found["ending"])
        shorts = [found["short"]] if found["short"] else []
        if (place := finder.place_at(stem)) and len(stem) - len(place[0]) > 3:
            shorts.append(stem[len(place[0]) :])  # 苏州星澜科技有限公司 is 星澜科技 later on
        for short in shorts:
            finder.companies.introduced[short] = short
            finder.companies.titled.append(short)
        if finder.default is None and found.start() < first_sentence:
            finder.default = Subject(found["short"] or stem, "organisation")


def _makers(finder: SubjectFinder, text: str) -> None:
    """Makers that the text tells the sales or the worth of, one after the other; those listed before one are others."""
    for found in MAKER.finditer(text):
        listed = _LISTED_MAKERS.search(text, max(0, found.start("name") - 40), found.start("name"))
        for name in (found["name"], *re.split("[、和]", listed["names"] if listed else "")):
            if may_make(name) and not finder.is_placed(name):
                finder.companies.introduce(name)
                finder.companies.titled.append(name)
                finder.companies.makers.add(name)


def _fair(finder: SubjectFinder, text: str) -> None:
    """A fair in the headline is what the text tells of."""
    headline = text.partition("\n")[0]
    if "。" not in headline and (name := fair_in(headline)):
        finder.things.fair = name
        finder.default = Subject(name, "organisation")
