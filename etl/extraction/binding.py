"""Binds the numbers of a clause to what they measure: subjects, predicates, names, drafts, and what to remember."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from etl.extraction import quotes, structure, timing
from etl.extraction.attribution.speakers import Speakers
from etl.extraction.attribution.whom import Whom
from etl.extraction.claims import ClaimMaker
from etl.extraction.clauses import PERIOD_MARK, Clause, read
from etl.extraction.context import Context
from etl.extraction.dating import ReadPeriod, read_periods
from etl.extraction.draft import Draft
from etl.extraction.grouping import OWN_VERB, group_numbers
from etl.extraction.lexer import Number
from etl.extraction.modality import ends_with_clause, modality
from etl.extraction.names import indicators, nouns
from etl.extraction.names.counts import PREPOSITION
from etl.extraction.naming import topics
from etl.extraction.naming.group import GroupNamer
from etl.extraction.naming.memory import remember
from etl.extraction.numbers import units
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.predication import TO, Predication
from etl.extraction.reading import STATES, Reading, base_as_level, between, kind_of
from etl.extraction.screening import rejection
from etl.extraction.spreading import each_period, mark_ends
from etl.extraction.subjects.finder import SubjectFinder
from etl.extraction.subjects.subject import Subject

_PAST = ("去年", "上年", "前年")
_FALLING = ("下降", "下跌", "减少", "回落")
_ADVERBIAL = re.compile(  # what a sentence may begin with before its subject: 记者从海关获悉，截至今天，
    f"(?:[^，]{{0,5}}|截至[^，]*|[^，]{{2,30}}(?:获悉|了解到|得知|显示|介绍|消息|统计|发布|公布|宣布|表示|透露)){PERIOD_MARK}?"
)
_LISTED = re.compile("[、，]")
_CLAUSE_END = re.compile("[，。；！？\n]")
_PARTED = re.compile("[、，；。：（）\n]|分别是|分别为|和|与")
_TURNS = re.compile("(?:转为|转|变为)(?:下降|上涨|增长|上升)")
_NAME_BEFORE = re.compile("[\u4e00-\u9fffA-Za-z]{2,10}")
_AGAINST = re.compile("^.*(?:[高低快慢优好]于|高出|领先)(?:同期)?")
_RATE = re.compile("(?:增速|增幅|涨幅|降幅)$")
_JOINED = ("和", "及", "与")
_CALLED = re.compile("（(?P<rate>[\u4e00-\u9fff]{2,14}率)）(?:已|约|达到?|为|是)*$")  # 占总人口比重（城镇化率）为50%
_BOTH_DID = re.compile("[\u4e00-\u9fff]{2,6}(?:共|累计|合计|已)*实现")  # 32家商场、超市实现销售额…


class Binder:
    """Reads clauses one after the other and yields drafts; rejected numbers carry the reason."""

    def __init__(self, masked: str, hidden: str, text: str, finder: SubjectFinder, context: Context) -> None:
        self.raw = masked
        self.hidden = hidden
        self.masked = hidden
        self.text = text
        self.finder = finder
        self.context = context
        self.whom = Whom(finder, context)
        self.speakers = Speakers(text, finder)
        self.predication = Predication(context, finder)
        self.naming = GroupNamer(context, finder)
        self.claims = ClaimMaker(context, finder.vocabulary)
        self.rejected: dict[int, tuple[str, str]] = {}  # start of a number → disposition, reason
        self.last: Draft | None = None
        self.left: list[Draft] = []  # the claims of the group before this one
        self.listed: list[ReadPeriod] = []  # the periods that the sentence opens with: 2020年、2021年，…分别…
        self.opened = 0  # where the sentence begins
        self.begin = 0  # where the sentence, or what follows its last figure, begins

    def bind(self, clause: Clause) -> list[Draft]:
        """The claims of one clause."""
        context = self.context
        if clause.sentence != context.sentence:
            self.begin = self.opened = clause.start
            self.listed = []
        self.masked = self.raw if clause.bracketed else self.hidden
        words = read(self.masked, clause.start, clause.end)
        context.enter(clause, words)
        speaker = self.speakers.at(clause.numbers[0].start if clause.numbers else clause.start)
        if speaker is not None:
            context.subject = self.finder.mentioned = speaker
        self.finder.enter(context.subject, clause.paragraph)
        periods = read_periods(clause, self.masked, self.text, context)
        if "环比看" in words or "同比看" in words:
            context.chained = "环比看" in words
        elif context.chained and "同比" in words:
            context.chained = False
        numbers = self._live(clause)
        before = read(self.masked, clause.start, numbers[0].start) if numbers else ""
        self.whom.enter(clause, words, numbers, before, opens=partial(self._opens, clause.start))
        self._set_modality(clause, words)
        if not numbers:
            self.listed = periods or self.listed
            topics.note(words, self.whom.rest, context, self.finder)
            return []
        if numbers[0].kind == "rank" and all(number.kind == "rank" for number in numbers):
            context.told = words  # 民营企业保持第一大外贸主体地位，进出口…
        if clause.bracketed and (repeated := self._repeated(clause, words, numbers)):
            return [repeated]
        drafts = self._bind_groups(clause, words, numbers, before, periods)
        context.expire()
        return drafts

    def _opens(self, start: int) -> bool:
        """Whether all that the sentence says before a clause is such as its subject may follow."""
        return self.opened == start or all(map(_ADVERBIAL.fullmatch, read(self.masked, self.opened, start).split("，")))

    def _live(self, clause: Clause) -> list[Number]:
        live: list[Number] = []
        for number in clause.numbers:
            before = read(self.masked, clause.start, number.start)
            reason = rejection(number, before, read(self.masked, number.end, clause.end))
            if reason:
                self.rejected[number.start] = reason
            else:
                live.append(number)
        return live

    def _set_modality(self, clause: Clause, words: str) -> None:
        told = modality(words, "s", self.context.modality)
        if topics.announces(words):
            self.context.intent = told = "target"
        if told == "target" and ends_with_clause(words):
            pass
        elif told == self.context.modality and clause.periods and clause.periods[0].text.startswith(_PAST):
            told = "fact"  # what was done last year in a sentence about plans
        else:
            self.context.modality = told
        self.claims.modality = told

    def _bind_groups(
        self, clause: Clause, words: str, numbers: list[Number], ahead_of_all: str, periods: list[ReadPeriod]
    ) -> list[Draft]:
        groups = group_numbers(self.masked, numbers, clause.start)
        drafts: list[Draft] = []
        position = before = clause.start  # of this gap and of the one before it
        for index, group in enumerate(groups):
            following = groups[index + 1] if index + 1 < len(groups) else None
            gap = read(self.masked, position, group[0].start) if index else ahead_of_all
            after = read(self.masked, group[-1].end, following[0].start if following else clause.end)
            if index and gap.startswith("的"):
                gap = _LISTED.split(gap)[-1]
            elif index and len(group) == 1 and self._told_where(before, groups[index - 1]):
                gap = gap[len(nouns.before_deed(gap)) :]
            elif index and self.naming.noun_named and len(group) == 1 and gap[:1] not in "、，":
                if gap.endswith(_JOINED):
                    gap = gap[-1]  # 30个机场和60个起降点
                _, listed, rest = gap.partition("、")  # 3所学校、新增学位…: the noun belongs to the figure before
                gap = listed + rest if listed and not _BOTH_DID.match(rest) else gap
            said = self._said(clause, read(self.masked, group[-1].end, clause.end) if following else after)
            gap, after = base_as_level(gap, after)
            beyond = read(self.masked, following[-1].end, following[-1].end + 40) if following else ""
            ahead = read(self.masked, self.begin, group[0].start - len(gap))
            parts = between(self.masked, group) if len(group) > 1 else []
            reading = Reading(clause, words, periods, group, gap, after, beyond, ahead, parts, said=said)
            made = self._bind_group(reading)
            drafts.extend(made)
            if made:
                self.last, self.left = made[-1], made
                self.context.last_name = made[-1].indicator
            self.context.before_last = drafts[-2].indicator if len(drafts) > 1 else self.context.previous
            before, position = position, group[-1].end
            self.begin = position
        return drafts

    def _told_where(self, start: int, group: list[Number]) -> bool:
        """Whether the figure before counts where or for whom something was done: 在8个县建设基地6万亩."""
        counted = group[-1].unit in units.CLASSIFIERS
        return counted and bool(PREPOSITION.search(read(self.masked, start, group[0].start)))

    def _said(self, clause: Clause, said: str) -> str:
        """What a clause says after a figure; what somebody states may stand in the clause behind it."""
        if not said.endswith(STATES):
            return said
        return said + _CLAUSE_END.split(read(self.masked, clause.end + 1, clause.end + 40))[0]

    def _bind_group(self, reading: Reading) -> list[Draft]:
        predicate = self.predication.choose(reading)
        if predicate.rule == "level_increase" and self._arrives_after(reading):
            predicate = predicate._replace(measure="other", rule="level_change")
        if self._continues(reading):
            pairs = zip(reading.group, self.left[-len(reading.group) :], strict=True)
            return [self._arrival(reading, number, predicate, last) for number, last in pairs]
        located = self.finder.place_at(reading.after, 2) if reading.after.startswith("位于") else None
        if located and located[1]:
            self.context.subject = Subject(located[1].name, "area")
        subjects, phrase = self.whom.of(predicate.phrase, reading)
        if len(subjects) == 1 and ("分别" in reading.gap or not phrase) and self._goes_on_for_each(reading):
            subjects = [draft.subject for draft in self.left]
        if predicate.measure == "share" and predicate.phrase and not phrase and predicate.of and "占" in reading.gap:
            phrase = self.finder.take(predicate.of)[1].removeprefix("的")  # 海州占全省出口的20%: what it has a share of
        if reading.proportion:
            return self._parts(reading, predicate, subjects[0])
        if self.finder.market and (shares := quotes.shares(reading)):
            told = [Subject(share, "organisation") for share in shares]
            subjects, names = [*told], [(reading.number, "股价") for _ in shares]
            self.context.tell_of(told[-1], lasting=False)
        else:
            if len(subjects) > 1:
                reading = replace(reading, ahead="", owned=True)  # places are no members of what is measured
            names = self.naming.names(reading, phrase, predicate, subjects[0].name if subjects[0] else None)
            names *= len(subjects) if len(names) == 1 else 1
        if predicate.measure == "share" and (
            called := _CALLED.search(self.text[reading.clause.start : reading.group[0].start])
        ):
            predicate = predicate._replace(measure="ratio", of=None)
            names = [(number, called["rate"]) for number, _ in names]
        drafts: list[Draft] = []
        for index, (number, name) in enumerate(names):
            subject = self.whom.about(subjects[index] if len(subjects) == len(names) else subjects[0], name)
            draft = self.claims.make(reading, number, name, predicate, subject)
            draft.indicator = nouns.with_kinds(draft.indicator, self.text[reading.clause.start : reading.clause.end])
            own = OWN_VERB.match(reading.between[index - 1]) if 0 < index < len(reading.group) else None
            if own and len(names) == len(reading.group):
                draft.falls = own["verb"] in _FALLING
            drafts.append(draft)
        if reading.bounded:
            mark_ends(drafts)
        listed = reading.periods or self.listed
        each_period(drafts, listed, reading.clause.start, gap_says_each="分别" in reading.words)
        remember(self.context, drafts, reading.kind, predicate)
        return drafts

    def _continues(self, reading: Reading) -> bool:
        """Whether the number is where something went that came from the number before it."""
        last = self.left[-1] if len(self.left) >= len(reading.group) else None
        if last is None or not last.rule.endswith("from") or not TO.match(reading.gap):
            return False
        return not reading.proportion and kind_of(last.number) == reading.kind

    def _goes_on_for_each(self, reading: Reading) -> bool:
        """Whether numbers are of the subjects that the numbers before are of, one each: 同比分别增长5%、6%."""
        told = {draft.subject for draft in self.left}
        return len(self.left) == len(reading.group) == len(told) > 1 and self.left[0].number.start > self.opened

    def _arrives_after(self, reading: Reading) -> bool:
        """增加2万吨，至30万吨: a change, for the level that it led to follows."""
        end = reading.number.end
        return read(self.masked, end, end + 4).lstrip("，").startswith("至")

    def _arrival(self, reading: Reading, number: Number, predicate: Predicate, last: Draft) -> Draft:
        change = bool(_TURNS.search(reading.gap))
        reached = predicate._replace(
            phrase="", measure="growth" if change else last.measure, rule="arrival", of=last.of, base=None
        )
        draft = self.claims.make(reading, number, last.indicator, reached, last.subject)
        draft.measure = last.measure
        draft.falls = predicate.falls if change else last.falls
        timing.came_from(last, draft)
        first, second = last.period, draft.period
        if first and second and first.kind == second.kind == "year" and first.year < second.year - 1:
            self.context.stretch = (first.year, second.year)
        self.context.measure = last.measure
        return draft

    def _parts(self, reading: Reading, predicate: Predicate, subject: Subject | None) -> list[Draft]:
        """三次产业结构为6:38:56: what of the three industries, or else a proportion that claims nothing alone."""
        told = structure.of_industries(reading, predicate)
        if told is None:
            self.rejected.update({number.start: ("review", "a proportion of parts") for number in reading.group})
            return []
        self.context.members = list(structure.INDUSTRIES)
        pairs = zip(reading.group, structure.INDUSTRIES, strict=True)
        drafts = [self.claims.make(reading, number, name, told, subject) for number, name in pairs]
        for draft in drafts:
            draft.unit = structure.unit_of(told)
        return drafts

    def _repeated(self, clause: Clause, words: str, numbers: list[Number]) -> Draft | None:
        """A bracket with only a number: the same claim in another unit, or the figure of the name before it."""
        if len(numbers) != 1 or self.text[clause.start : clause.end] != numbers[0].text:
            return None
        number, last = numbers[0], self.last
        if last and last.number.end >= clause.start - 2 and kind_of(last.number) == kind_of(number):
            return replace(last, number=number, unit=number.unit, qualifier=number.qualifier, rule="restated")
        said = read(self.raw, max(0, clause.start - 24), clause.start - 1)
        prefix = _PARTED.split(said)[-1].strip("是为")
        prefix = _AGAINST.sub("", prefix)  # 高于全国（5%）1个百分点
        place = self.finder.place_at(prefix)
        indicator = self.context.indicator
        if place and (place[0] == prefix or indicators.head_of(named := _RATE.sub("", prefix[len(place[0]) :]))):
            subject = Subject(place[1].name if place[1] else place[0], "area")
            indicator = indicators.canonical(named, subject.name) if place[0] != prefix else indicator
        elif _NAME_BEFORE.fullmatch(prefix) and not indicators.head_of(prefix) and self.context.indicator:
            subject = Subject(prefix, "organisation")
        else:
            return None
        rate = indicators.head_of(self.context.indicator).endswith("率")
        measure = "level" if kind_of(number) == "level" else "ratio" if rate else self.context.measure or "ratio"
        measure = "growth_yoy" if measure == "change_pp" else measure  # the difference is told of what the place has
        reading = Reading(clause, words, [], [number], "", "", "", "", [])
        return self.claims.make(reading, number, indicator, Predicate("", measure, "bracket"), subject)
