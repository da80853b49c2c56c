"""The organisations of one document: those that it introduced, and those that a phrase names by its form."""

from __future__ import annotations

from etl.extraction.language import lexicon
from etl.extraction.subjects.company_forms import (
    ACTING,
    BRAND,
    ENDS_NAME,
    OF_COMPANY,
    ORGANISATION,
    PLATFORM,
    SHORT_BEFORE_VERB,
    WORK,
)
from etl.extraction.subjects.organisations import may_act, may_be_long, may_be_short, may_make
from etl.extraction.subjects.places import Places
from etl.extraction.subjects.subject import Subject

_BEFORE_NAME = ("的", "“", "，", "\ue000", "龙头", "巨头", "企业", "公司", "商")


class Companies:
    """Remembers the organisations that one document names, and tells which one a phrase opens with."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.introduced: dict[str, str] = {}  # the full name of each name
        self.titled: list[str] = []
        self.makers: set[str] = set()  # told of by what they sold only, one after the other
        self.listed: frozenset[str] = frozenset()  # named with the code or the price of their share

    @property
    def only_listed(self) -> str | None:
        """The company whose share the text names, where it names one alone."""
        return next(iter(self.listed)) if len(self.listed) == 1 else None

    def introduce(self, name: str) -> None:
        """Remember an organisation, by the short form of its name too."""
        self.introduced.setdefault(name, name)
        for ending in ENDS_NAME:
            short = name.removesuffix(ending)
            if short != name and len(short) >= 2:
                self.introduced.setdefault(short, name)
                break

    def called(self, name: str) -> Subject:
        """The organisation of a name, under its full name where it was introduced."""
        return Subject(self.introduced.get(name, name), "organisation")

    def known(self, text: str) -> str | None:
        """The longest name of an organisation introduced before that a phrase opens with."""
        if not self.introduced:
            return None
        return max((name for name in self.introduced if text.startswith(name)), key=len, default=None)

    def leading(self, words: str) -> Subject | None:
        """An organisation introduced elsewhere that a clause is about: 科创园里的星澜光电走的是…."""
        for name in self.titled:
            at = words.find(name)
            if at == 0 or (at > 0 and words[:at].endswith(_BEFORE_NAME)):
                return self.called(name)
        return None

    def is_placed(self, name: str, *, of_company: bool) -> bool:
        """Whether a name is a place's, or of too few characters more: not 海州时代 in a text about a company."""
        place = self.places.at(name)
        if place is None or not of_company or len(name) < len(place[0]) + 2:
            return place is not None
        return self.places.at(name, len(place[0])) is not None

    def at(self, text: str, *, formed: bool, surveys: bool, of_company: bool) -> str | None:
        """The organisation a phrase opens with: introduced before, or `formed` as the names of organisations are.

        Fewer forms are read as a name in a text that `surveys` a place or market, more in one `of_company`.
        """
        if known := self.known(text):
            return known
        named = ORGANISATION.match(text) if formed else None
        if named and may_be_long(named[1]):
            self.introduce(named[1])
            return named[1]
        name = self._short(text, formed=formed, surveys=surveys, of_company=of_company)
        free = name and may_be_short(name) and not self.places.known(name)
        if free and not self.is_placed(name, of_company=of_company):
            self.introduce(name)
            return name
        return None if surveys else self._made_by(text)

    def _short(self, text: str, *, formed: bool, surveys: bool, of_company: bool) -> str:
        """What may be a short name, by what is told of it: 星澜去年营收…."""
        named = SHORT_BEFORE_VERB.match(text) if formed else None
        if named is None and not surveys:
            named = OF_COMPANY.match(text)
        if named is None and of_company and (acting := ACTING.match(text)) and may_act(acting["name"]):
            named = acting
        return named[1] if named else ""

    def _made_by(self, text: str) -> str | None:
        """The brand, film, book or platform that a phrase opens with."""
        brand = BRAND.match(text)
        if brand and lexicon.is_brand(brand["name"]) and may_make(brand["name"]):
            self.makers.add(brand["name"])
            return brand["name"]
        if work := WORK.match(text):
            self.makers.add(work["name"])
            return work["name"]
        platform = PLATFORM.match(text)
        if platform and may_make(platform["name"]) and lexicon.has_name(platform["name"]):
            self.introduce(platform["name"])
            self.introduced[platform["name"] + "平台"] = platform["name"]
            return platform[0]
        return None
