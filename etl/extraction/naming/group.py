"""Each number of a group with the name of what it measures."""

from __future__ import annotations

import re

from etl.extraction import holdings, quotes
from etl.extraction.context import Context
from etl.extraction.language import phrases
from etl.extraction.lexer import Number
from etl.extraction.names import cleaning, indicators, nouns
from etl.extraction.names.counts import CHANGED
from etl.extraction.naming import agents, carried, elision, topics
from etl.extraction.naming.counting import Counting
from etl.extraction.naming.membership import Membership
from etl.extraction.naming.namer import Namer
from etl.extraction.numbers import lists, units
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.reading import Reading
from etl.extraction.subjects.finder import SubjectFinder

_COUNTED_AREAS = re.compile("(?:省份|省|市|县|区县|国家和地区|国家|地区|城市)(?![级区])(?=[\u4e00-\u9fff]{4,})")
_AND = re.compile("[和、与]")
_EACH_OF = re.compile("，?(?:同比|环比)?(?:增幅|增速|涨幅|降幅)?(?:分别|各)")
_SUMMED = re.compile("(?:等)?[一二三四五六七八九十\\d]*大?(?:重点|主要)?(?:行业|产业|领域|板块)$")
_WORD = 2  # characters
_IN_ALL = re.compile("，?(?:累计|总数|总量|总计)(?:已|共|达到?|突破|超过?)*$")


class GroupNamer:
    """Names the numbers of a group together: by the noun behind them, the phrase before them, or a list."""

    def __init__(self, context: Context, finder: SubjectFinder) -> None:
        known = finder.vocabulary.indicator_names
        self.context = context
        self.finder = finder
        self.namer = Namer(context, known)
        self.counting = Counting(context, known)
        self.membership = Membership(context)
        self.noun_named = False  # the noun behind the numbers names them

    def names(
        self, reading: Reading, phrase: str, predicate: Predicate, subject: str | None
    ) -> list[tuple[Number, str]]:
        """Each number with the name of what it measures; a number said of several things comes several times."""
        group, number = reading.group, reading.number
        counting, membership = self.counting, self.membership
        noun = holdings.name(reading, phrase) or counting.name(reading, phrase, predicate)
        self.noun_named = bool(noun)
        if noun:
            noun = agents.of_trade(agents.with_agent(noun, reading, self.context), reading, self.context)
            membership.note(number, reading.ahead + reading.gap)
            return [(each, noun) for each in group]
        if reading.group[0] is not reading.clause.numbers[0] and (areas := _COUNTED_AREAS.match(reading.gap)):
            phrase = phrase.removeprefix(areas[0])  # 12个省进出口4万亿元: the areas were counted before
        if reading.kind == "level" and number.unit in units.CLASSIFIERS:
            phrase = nouns.without_long_attribute(phrase)
        unnamed = predicate.rule.endswith("_from") or predicate.measure in ("contribution_rate", "share")
        cleaned = topics.with_theme(cleaning.clean(phrase), self.context, self.finder, unnamed=unnamed)
        cleaned = carried.brought(cleaned, phrase, reading)
        cleaned = carried.of_the_counted(cleaned, phrase, self.context)
        cleaned = carried.of_what_follows(cleaned, reading, subject)
        cleaned = carried.achieved(cleaned, phrase, reading, self.context)
        cleaned = carried.completed(cleaned, reading, self.context)
        cleaned = holdings.spent(
            indicators.canonical(
                cleaned, subject, pieces=number.unit in units.CLASSIFIERS or units.is_physical(number.unit)
            ),
            self.context.indicator,
        )
        cleaned = quotes.name(cleaned, reading, subject, self.finder.companies.listed)
        if reading.kind == "rank" and (told := self.namer.ranked_list(cleaned, reading)):
            return list(zip(group, told, strict=True)) if len(group) > 1 else [(number, name) for name in told]
        if reading.kind == "rank":
            return [(each, self.namer.ranked(cleaned, phrase, predicate, reading)) for each in group]
        cleaned = counting.with_verb(cleaned, reading, phrase)
        cleaned = counting.of_grade(counting.with_owner(cleaned, reading))
        several_bases = bool(predicate.base and _AND.search(predicate.base))
        if len(group) > 1 and not reading.bounded and not several_bases and (cleaned or not reading.owned):
            members = (
                self._listed_before(cleaned, reading)
                or elision.both(cleaned, len(group))
                or membership.named(cleaned, len(group), reading.ahead)
            )
            if members:
                return list(zip(group, self.namer.complete(members, reading.kind, predicate, number), strict=True))
        each = membership.spread(cleaned, reading)
        if each:
            return [(number, name) for name in each]
        of_each = cleaned or (self.context.indicator if predicate.distributed == "均" else "")
        told = lists.any_members(of_each) if len(group) == 1 else []
        if (predicate.distributed == "均" and len(group) == 1 and not reading.owned) or elision.each_of(told):
            members = membership.of_each(cleaned) or elision.both(cleaned, 2) or told
            return [(number, name) for name in self.namer.complete(members, reading.kind, predicate, number)]
        name = self.namer.complete_one(cleaned, reading.kind, predicate, number)
        name = membership.summed_up(name, reading)
        if not cleaned and _IN_ALL.match(reading.gap):
            name = CHANGED.sub("", name)  # 新增企业21家，累计达到97家
        name = agents.with_agent(agents.of_measure(name, phrase, self.context), reading, self.context)
        return [(each, self.namer.daily(name, reading)) for each in group]

    def _listed_before(self, name: str, reading: Reading) -> list[str] | None:
        """饮料类、烟酒类消费受节日影响，分别增长3%、4%: the members of the list that the clause before tells of."""
        if name or not _EACH_OF.match(reading.gap) or reading.ahead[-1:].isdigit():
            return None
        listed, _, last = self.finder.take(self.context.told)[1].rpartition("、")
        theme = _SUMMED.sub("", phrases.theme(last)) or phrases.theme(last)
        told = cleaning.clean(f"{listed}、{theme}")
        return lists.split_members(told, len(reading.group)) if listed and len(theme) > _WORD else None
