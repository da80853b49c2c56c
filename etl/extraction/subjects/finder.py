"""Whom a claim is about: the document's area, a place or an organisation named in the clause."""

from __future__ import annotations

import re

from etl.extraction.language.forms import any_sign, without_opening
from etl.extraction.names import indicators
from etl.extraction.subjects.companies import Companies
from etl.extraction.subjects.company_forms import (
    MENTIONED,
    ORGANISATION,
    PRONOUN,
    SHORT_BEFORE_VERB,
    SUBSIDIARY,
    THROUGH,
)
from etl.extraction.subjects.forms import (
    ABROAD,
    APPOSED,
    AROUND,
    ARRIVES,
    COMMON_REGION,
    HAS,
    LEAD_BEGINS,
    LEADING,
    LEADING_ON,
    NATION,
    OUR_VILLAGE,
    REGION,
    SCOPE,
    SEVERAL,
    SUPERLATIVE,
    TOWN,
    VISITED,
    WIDEST,
)
from etl.extraction.subjects.organisations import (
    analyses,
    named_in,
    workshop_of,
)
from etl.extraction.subjects.places import LEVELS, Places
from etl.extraction.subjects.regions import PART_BEGINS, may_be_region, parts_at, spot_at, town_at
from etl.extraction.subjects.subject import Subject
from etl.extraction.subjects.things import NAMED, POINTING, PREMISES, Things, apposed, is_all_of_a_place
from etl.vocabulary import Area, Vocabulary

_ELSEWHERE = re.compile("在(?![内线建册校岗职编])")  # 海州在绿湖办展: where, not who
_DASH = "——"
_OPENS_SCOPE = frozenset("全我本世中")
_WIDER = ("全国", "我国", "全球", "世界")
_POINTS_BACK = frozenset("这该本公集")  # what PRONOUN begins with
# What a name that no list holds is known by. Most phrases hold none of it: then none of these forms is tried.
_OF_A_NAME = any_sign(APPOSED, PREMISES, THROUGH, REGION, VISITED, TOWN, ORGANISATION, SHORT_BEFORE_VERB, SUBSIDIARY)
_OPENS = frozenset(LEAD_BEGINS) | _OPENS_SCOPE | _POINTS_BACK | PART_BEGINS | frozenset("首村镇")
_MENTIONS = any_sign(NAMED, MENTIONED)


class SubjectFinder:
    """Finds subjects for one document."""

    def __init__(self, vocabulary: Vocabulary, area: str | None) -> None:
        self.vocabulary = vocabulary
        self.places = Places(vocabulary, area)
        self.place_at = self.places.at
        self.area = self.places.area
        self.default = Subject(self.area.name if self.area else area, "area") if area else None
        self.regional = self.default is not None and self.default.name not in WIDEST  # about a province, city or county
        self.surveys = self.regional  # about a place or a market, and others are mentioned in passing
        self.companies = Companies(self.places)
        self.things = Things()
        self.current: Subject | None = None
        self.mentioned: Subject | None = None
        self.village: Subject | None = None  # the village or town named last
        self.market: Subject | None = None  # that the text reports on
        self.scope_word = False
        self.taken: tuple[str, tuple[Subject | None, str]] | None = None  # the phrase of this clause read last
        self.formless = ""  # the last phrase that holds no sign of the form of a name
        self.county: Subject | None = None  # the last county named, for 全县 in a text about a wider place

    def enter(self, subject: Subject | None, paragraph: int) -> None:
        """Step into a clause of a paragraph, with whom the one before it was about."""
        self.current = subject
        self.things.enter(paragraph)
        self.taken = None

    def report_on(self, market: Subject) -> None:
        """Take the document for a report on a market."""
        self.market = self.default = market
        self.surveys = True

    @property
    def of_company(self) -> bool:
        """Whether the document is about no place: most likely about a company."""
        return self.market is None and (self.default is None or self.default.kind == "organisation")

    def place(self, name: str, area: Area | None) -> Subject:
        """A place named in the text as a subject, under the full name of its area."""
        if area is not None and area.name.endswith("县"):
            self.county = Subject(area.name, "area")
        elif area is not None and area.level == "prefecture":
            self.county = None  # the one named last is another place's
        if area is None and name in self.places.local and self.default:
            return self.default
        return Subject(area.name if area else name, "area")

    def scope(self, word: str) -> Subject | None:
        """What 全国, 全省 or 我市 stands for in this document."""
        if word in ("全国", "我国"):
            return Subject(NATION, "area")
        if word in ("全球", "世界", "全世界"):
            return Subject("全球", "area")
        level = LEVELS.get(word[-1])
        current = self.current if self.current and self.current.kind == "area" else None
        wide = self.area is None or self.area.level in ("country", "province")
        if current and wide and level and current.name.endswith(word[-1]):
            return current
        if word[-1] == "县" and self.county and (self.area is None or self.area.level != "county"):
            return self.county
        if above := self.places.above(level):
            return Subject(above.name, "area")
        if self.default:
            return self.default
        return Subject(word, "area") if level else None

    def take(self, text: str) -> tuple[Subject | None, str]:
        """The subject that a phrase opens with, and the rest of the phrase."""
        if not text:
            return None, ""
        if self.taken is None or self.taken[0] != text:
            self.taken = text, self._take(text)
        return self.taken[1]

    def _take(self, text: str) -> tuple[Subject | None, str]:
        formed = self._may_be_formed(text)
        self.places.within = None
        if not formed and self.surveys and not self._may_open(text):
            self.scope_word = False
            return None, text
        apposed = APPOSED.match(text) if formed else None
        if apposed and self.place_at(text, apposed.end()):
            text = text[apposed.end() :]
        lead = LEADING.match(text)
        rest, text_before = text[lead.end() :] if lead else text, ""
        found: Subject | None = None
        for _ in range(4):
            step = self._take_one(rest, formed=formed)
            if step is None or (found and rest == text_before and rest.startswith(_WIDER)):
                break  # 某省全国示范站: a place says whose, the wider word is part of a name
            subject, rest = step
            if found is None or subject is None or subject.kind != "area" or not self.scope_word:
                found = subject or found
            if found and (found.kind == "organisation" or _ELSEWHERE.match(rest)):
                break
            text_before, rest = rest, without_opening(LEADING_ON, rest)
        return found, rest if found or not lead or not text.startswith("\ue000") else text[lead.end() :]

    def _may_open(self, text: str) -> bool:
        """Whether a text without the form of a name may open with a subject, or with a word before one."""
        first = text[0]
        if first in _OPENS or self.places.may_open(text) or self.things.fair:
            return True
        return (first in POINTING and bool(self.things.by_kind)) or self.companies.known(text) is not None

    def _may_be_formed(self, text: str) -> bool:
        """Whether the form of a name may be found in a text: in no part of a clause that holds no sign of one."""
        if text in self.formless:
            return False
        formed = _OF_A_NAME.search(text) is not None
        if not formed:
            self.formless = text
        return formed

    def take_told(self, phrase: str) -> tuple[Subject | None, str]:
        """The subject of a phrase, or of what follows its dash: …最大油气田——绿湖油气田累计生产天然气."""
        if _DASH not in phrase:
            return self.take(phrase)
        told = phrase.partition(_DASH)[2]
        name = "" if self.surveys else apposed(told)
        return (Subject(name, "organisation"), told[len(name) :]) if name else self.take(told or phrase)

    def _take_one(self, text: str, *, formed: bool) -> tuple[Subject | None, str] | None:
        """One subject that a text opens with; `formed` where the form of a name may be found in it."""
        surveys = self.surveys
        if not surveys and (operating := self._operating(text)):
            return operating
        if premises := self.things.premises_again(text) or (self.things.premises(text) if formed else None):
            return Subject(premises[0], "organisation"), text[premises[1] :]
        text = text.removeprefix("首届")
        self.scope_word = False
        if text[:1] in _OPENS_SCOPE:
            if SUPERLATIVE.match(text):
                return None
            if scope := SCOPE.match(text):
                return self._take_scope(text, scope)
        if formed and (through := THROUGH.match(text)):
            return Subject(through["name"].replace("”", ""), "organisation"), text[through.end() :]
        if self.village and (village := OUR_VILLAGE.match(text)):
            return self.village, text[village.end() :]
        if not surveys and (several := SEVERAL.match(text)):
            return Subject(several[0], "area"), text[several.end() :]
        parts, end = parts_at(text)
        if parts and (len(parts) == 1 or text[:end].endswith(("地区", "城市"))):
            return Subject(parts[0] if len(parts) == 1 else text[:end], "area"), text[end:]
        region = REGION.match(text) if formed else None
        if region and not COMMON_REGION.search(region[1]) and may_be_region(region):
            return Subject(region[1], "area"), text[region.end() :]
        place = self.place_at(text) or self.places.county_at(text)
        if place and not self._names_company(text, place[0]):
            name, area = place
            self.places.within = area
            return self.place(name, area), without_opening(AROUND, text[len(name) :])
        if not surveys and (abroad := ABROAD.match(text)):
            return Subject(abroad["name"], "area"), text[abroad.end() :]
        if formed and (spot := spot_at(text)):
            return Subject(spot, "organisation"), text[len(spot) :]
        if formed and (town := town_at(text)):
            return Subject(town, "area"), text[len(town) :]
        return self._take_organisation(text, formed=formed)

    def _take_scope(self, text: str, scope: re.Match[str]) -> tuple[Subject | None, str] | None:
        """What 全省 or 我国 stands for; it is part of a name in a text about a region: 全国文明城市, 全球第三大."""
        wider = text.startswith(_WIDER)
        self.scope_word = not wider
        told = indicators.opens_with_metric(text[scope.end() :]) or HAS.match(text, scope.end())
        if wider and self.regional and not told:
            return None
        return self.scope(scope[1]), text[scope.end() :]

    def _take_organisation(self, text: str, *, formed: bool) -> tuple[Subject | None, str] | None:
        """The project, fair or organisation that a phrase opens with, or points back at."""
        if thing := self.things.at(text):
            return Subject(thing[0], "organisation"), text[thing[1] :]
        if text[:1] in _POINTS_BACK and (pronoun := PRONOUN.match(text)):
            of_listed = self.companies.only_listed and pronoun[0].removeprefix("本") in ("公司", "集团")
            mentioned = (None if of_listed else self.mentioned) or self._company_in_force()
            if mentioned:
                return mentioned, text[pronoun.end() :]
        if formed and (subsidiary := SUBSIDIARY.match(text)):
            self.companies.introduce(subsidiary["name"])
            return Subject(subsidiary["name"], "organisation"), text[subsidiary.end() :]
        organisation = self._organisation(text, formed=formed)
        if organisation and not analyses(organisation, text[len(organisation) :]):
            return self.companies.called(organisation), text[len(organisation) :]
        return None

    def _names_company(self, text: str, place: str) -> bool:
        """Whether a company's name opens with the place that a text does: 海州时代去年营收…."""
        if any(text.startswith(name) and len(name) > len(place) for name in self.companies.titled):
            return True
        return self.of_company and len(self._organisation(text, formed=True) or "") > len(place) + 1

    def is_placed(self, name: str) -> bool:
        """Whether a name is a place's, as far as what the text is about tells."""
        return self.companies.is_placed(name, of_company=self.of_company)

    def _operating(self, text: str) -> tuple[Subject, str] | None:
        """The facility or fair that a text without a place of its own opens with: 绿湖船闸累计过闸…."""
        thing = self.things.operating(text)
        if thing is None:
            return None
        place = self.place_at(thing[0])
        if place and is_all_of_a_place(thing[0], place[0]):
            return None
        return Subject(thing[0], "organisation"), text[thing[1] :]

    def _company_in_force(self) -> Subject | None:
        listed = self.companies.only_listed
        if listed is None and self.current and self.current.kind == "organisation":
            return self.current
        first = listed or next(iter(self.companies.introduced.values()), None)
        return Subject(first, "organisation") if first else None

    def _organisation(self, text: str, *, formed: bool) -> str | None:
        """The organisation that a phrase opens with; how it may be named is for what the text is about to say."""
        return self.companies.at(text, formed=formed, surveys=self.surveys, of_company=self.of_company)

    def notice(self, text: str) -> None:
        """Remember the organisation that a clause names, for 该公司 and the like after it."""
        for name in self.companies.titled:
            if name in text:
                self.mentioned = Subject(name, "organisation")
        if self.current and self.current.kind == "area" and self.current.name.endswith(("村", "镇", "乡")):
            self.village = self.current
        if not _MENTIONS.search(text):
            return
        self.things.notice(text)
        if named := named_in(text):
            self.mentioned = Subject(named[-1], "organisation")

    def scene(self, text: str) -> Subject | None:
        """Where a clause without figures takes the reader: 走进星澜公司, 往北是海州的果园."""
        arrived = ARRIVES.match(text)
        if not arrived:
            return None
        named = [name for name in named_in(text) if text.endswith(name)] or workshop_of(text)
        return Subject(named[-1], "organisation") if named else self.take(text[arrived.end() :])[0]
