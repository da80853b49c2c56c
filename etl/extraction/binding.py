"""Binds the numbers of a clause to what they measure: groups them, reads the predicate, names the indicator."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.extraction import indicators, lists, predicates, units
from etl.extraction.clauses import PERIOD_MARK, Clause, read
from etl.extraction.context import Context, InForce, ReadPeriod, read_periods
from etl.extraction.draft import Draft
from etl.extraction.lexer import Number, read_number
from etl.extraction.modality import modality
from etl.extraction.predicates import Predicate
from etl.extraction.subjects import Subject, SubjectFinder

_STOPS_PERIOD = re.compile("^(?:连续|近|过去)")
_INERT_UNITS = units.TIME_UNITS - {"个工作日", "工作日", "小时", "分钟", "秒", "个小时", "毫秒"}
_MEASURES_TIME = re.compile("(?:寿命|年限|时长|时间|周期|年龄|用时|龄|缩短|压缩|提前|延长|工期|期限)(?:[^，]{0,8})?$")
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_THRESHOLD = re.compile("^(?:的|级|规模)?(?:企业|项目|产业|单位|园区|集群|城市|县|区|镇|村|有|行业|品牌|单品|工程|的)")
_STRUCTURE = re.compile("三次产业|一二三产|产业结构")
_INDUSTRIES = ("第一产业增加值", "第二产业增加值", "第三产业增加值")


def kind_of(unit: str | None, number: Number) -> str:
    """Which way of predication a unit calls for."""
    if number.kind == "rank":
        return "rank"
    if unit in ("%", "‰", "成", units.RATIO):
        return "percent"
    if unit in (units.POINT, "个基点"):
        return "points"
    if unit in ("倍", "番"):
        return "times"
    return "level"


class Binder:
    """Reads clauses one after the other and yields drafts; rejected numbers carry the reason."""

    def __init__(self, masked: str, text: str, finder: SubjectFinder, context: Context) -> None:
        self.masked = masked
        self.text = text
        self.finder = finder
        self.context = context
        self.rejected: dict[int, tuple[str, str]] = {}  # start of a number → disposition, reason

    def bind(self, clause: Clause) -> list[Draft]:
        """The claims of one clause."""
        context = self.context
        context.enter(clause)
        words = read(self.masked, clause.start, clause.end)
        periods = read_periods(clause, self.masked, self.text, context)
        if "环比看" in words:
            context.chained = True
        numbers = self._live(clause)
        subject, _ = self.finder.take(words)
        if subject is not None:
            context.subject = subject
        context.modality = modality(words, "s", context.modality)
        if not numbers:
            self._remember_topic(words, subject)
            return []
        drafts: list[Draft] = []
        position = clause.start
        groups = self._groups(numbers)
        for index, group in enumerate(groups):
            gap = read(self.masked, position, group[0].start)
            stop = groups[index + 1][0].start if index + 1 < len(groups) else clause.end
            after = read(self.masked, group[-1].end, stop)
            made = self._bind_group(group, gap, after, clause, periods, groups[index + 1] if index + 1 < len(groups) else None)
            drafts.extend(made)
            position = group[-1].end
        return drafts

    def _remember_topic(self, words: str, subject: Subject | None) -> None:
        """A clause without figures may name the members or the whole that later ones are about."""
        whole = re.fullmatch("(?:\ue000)?(?P<whole>[^，]{2,12})中", words)
        if whole and not words.endswith("其中"):
            self.context.whole = whole["whole"].strip(PERIOD_MARK)
        members = re.match("(?P<list>[^。]+?)(?:等)?[两二三四五六七八九十\\d]+(?:个|大|类|家|项)", words)
        if "、" in words and members is None:
            candidate = lists.any_members(indicators.clean(words))
            if len(candidate) > 1:
                self.context.members = candidate

    def _live(self, clause: Clause) -> list[Number]:
        live: list[Number] = []
        for number in clause.numbers:
            before = read(self.masked, clause.start, number.start)
            after = read(self.masked, number.end, clause.end)
            reason = self._inert(number, before, after)
            if reason:
                self.rejected[number.start] = reason
            else:
                live.append(number)
        return live

    def _inert(self, number: Number, before: str, after: str) -> tuple[str, str] | None:
        if number.bare_scale:
            return "idiom", "a size class, not a figure"
        if number.unit in ("岁", "周岁") and not _MEASURES_TIME.search(before):
            return "review", "an age"
        if number.unit in _INERT_UNITS and not _MEASURES_TIME.search(before):
            return "date", "a stretch of time"
        if number.kind == "lexical" and number.text.endswith("位数"):
            return "idiom", "an order of magnitude"
        if number.kind == "lexical" and number.text == "零":
            return "idiom", "零 as none"
        money = number.unit and number.unit.removeprefix("万").removeprefix("亿").removeprefix("万亿") in units.MONEY_UNITS
        if money and (number.text.startswith(("超", "过")) or number.text.endswith(("以上", "以下"))) and _THRESHOLD.match(after):
            return "idiom", "a threshold that defines a count"
        return None

    def _groups(self, numbers: list[Number]) -> list[list[Number]]:
        groups: list[list[Number]] = [[numbers[0]]]
        for left, right in zip(numbers, numbers[1:], strict=False):
            gap = read(self.masked, left.end, right.start)
            together = (lists.joins(gap) or lists.is_range(gap)) and (
                left.unit is None or _same_kind(left, right)
            )
            if together:
                groups[-1].append(right)
            else:
                groups.append([right])
        return [self._share_unit(group) for group in groups]

    def _share_unit(self, group: list[Number]) -> list[Number]:
        """A unit written once at the end of a list belongs to all of it, and so does the evidence."""
        shared = list(group)
        for index in range(len(shared) - 2, -1, -1):
            number, following = shared[index], shared[index + 1]
            if number.unit is None and following.unit is not None:
                tail = _DIGITS.sub("", following.text[following.core_start - following.start :].lstrip("-"), count=1)
                again = read_number(number.text + tail)
                shared[index] = replace(
                    number, value=again.value, unit=again.unit, step=again.step, quote_end=following.quote_end, elided_unit=True
                )
        return shared

    def _bind_group(
        self, group: list[Number], gap: str, after: str, clause: Clause, periods: list[ReadPeriod], following: list[Number] | None
    ) -> list[Draft]:
        number = group[-1]
        kind = kind_of(number.unit, number)
        predicate = self._predicate(kind, gap, after, number)
        subject, phrase = self.finder.take(predicate.phrase)
        subject = subject or self.context.subject
        if len(group) == 3 and ":" in self.text[group[0].end : group[1].start]:
            return self._structure(group, predicate, subject, periods, clause)
        names = self._names(group, gap, after, phrase, predicate, kind, following)
        bounded = len(group) == 2 and lists.is_range(read(self.masked, group[0].end, group[1].start))
        drafts: list[Draft] = []
        for index, (each, name) in enumerate(names):
            draft = self._draft(each, name, predicate, kind, subject, clause, periods)
            if bounded:
                low = each is (group[0] if group[0].value <= group[1].value else group[1])
                draft.qualifier = "at_least" if low else "at_most"
            drafts.append(draft)
            del index
        self._remember(drafts, kind, predicate)
        return drafts

    def _predicate(self, kind: str, gap: str, after: str, number: Number) -> Predicate:
        if kind == "rank":
            return predicates.read_rank(gap)
        if kind == "points":
            return predicates.read_points(gap)
        if kind == "times":
            return predicates.read_times(gap)
        if kind == "percent":
            predicate = predicates.read_percent(gap, after)
            if predicate.rule == "bare_percent" and self.context.measure and not indicators.clean(predicate.phrase):
                return replace(predicate, measure=self.context.measure if self.context.measure not in ("level", "rank", "count") else "growth")
            return predicate
        return predicates.read_level(gap)

    def _names(
        self, group: list[Number], gap: str, after: str, phrase: str, predicate: Predicate, kind: str, following: list[Number] | None
    ) -> list[tuple[Number, str]]:
        """Each number with the name of what it measures; a number said of several things comes several times."""
        context = self.context
        number = group[-1]
        count = len(group)
        bounded = count == 2 and lists.is_range(read(self.masked, group[0].end, group[1].start))
        if kind == "level":
            noun = self._attributive(number, gap, after, phrase, following)
            if noun:
                return [(each, noun) for each in group]
        cleaned = indicators.clean(phrase)
        if count > 1 and not bounded:
            members = lists.split_members(cleaned, count)
            if members is None and (indicators.is_pronoun(cleaned) or indicators.is_dependent(cleaned)) and len(context.members) == count:
                members = [member if indicators.is_pronoun(cleaned) else indicators.modifier_of(member) + cleaned for member in context.members]
            if members:
                return list(zip(group, self._complete(members, kind, predicate, number), strict=True))
        if predicate.distributed == "均" and count == 1:
            members = lists.any_members(cleaned)
            return [(number, name) for name in self._complete(members, kind, predicate, number)]
        name = self._complete([cleaned], kind, predicate, number)[0]
        return [(each, name) for each in group]

    def _attributive(
        self, number: Number, gap: str, after: str, phrase: str, following: list[Number] | None
    ) -> str:
        """The noun after a count, where the number stands before what it counts."""
        counted = number.unit in units.CLASSIFIERS
        if not counted and not after.startswith("的"):
            return ""
        if after in ("", "共", "的") and following and counted:
            rest = read(self.masked, following[-1].end, following[-1].end + 40)
            return indicators.noun_after(re.split("[，。；、]", rest)[0])
        noun = indicators.noun_after(after)
        if len(noun) < 2 or indicators.HEAD.search(indicators.clean(phrase)) and not counted:
            return ""
        return noun

    def _complete(self, members: list[str], kind: str, predicate: Predicate, number: Number) -> list[str]:
        """Names with the parts restored that the list or the clause leaves out."""
        names = [member.strip("，、的") for member in members]
        last = names[-1]
        head = indicators.head_of(last) if len(names) > 1 else ""
        if head and last != head:
            names = [name if not indicators.is_bare(name) else name + head for name in names]
        first = names[0]
        if len(names) > 1 and indicators.head_of(first) and indicators.modifier_of(first):
            names = [indicators.modifier_of(first) + name if indicators.is_dependent(name) else name for name in names]
        return [self._restore(name, kind, predicate, number) for name in names]

    def _restore(self, name: str, kind: str, predicate: Predicate, number: Number) -> str:
        context = self.context
        base = units.to_base(number.value, number.unit)[1] or ""
        if indicators.is_pronoun(name):
            if kind == "level" and base in context.unit_indicators:
                return context.unit_indicators[base]
            return context.indicator
        if indicators.is_dependent(name):
            modifier = indicators.modifier_of(context.indicator)
            if modifier and not modifier.startswith(("人均", "居民")):
                return modifier + name
            return name
        if indicators.is_bare(name):
            if predicate.measure in ("share", "contribution_rate", "contribution_pp") and indicators.is_industry(name):
                if indicators.is_gdp(predicate.of) or predicate.of is None or predicate.of.endswith("增长"):
                    return name + "增加值"
            if predicate.measure in ("growth", "change_pp", "contribution_pp", "contribution_rate"):
                if context.head:
                    return name + context.head
                if indicators.is_industry(name) and predicate.measure == "growth":
                    return name + "增加值"
            if kind == "level" and base in context.unit_indicators and number.unit not in units.CLASSIFIERS:
                head = indicators.head_of(context.unit_indicators[base])
                return name + head
        return name

    def _structure(
        self, group: list[Number], predicate: Predicate, subject: Subject | None, periods: list[ReadPeriod], clause: Clause
    ) -> list[Draft]:
        share = replace(predicate, measure="share", rule="structure", of="地区生产总值")
        drafts = [
            self._draft(number, name, share, "percent", subject, clause, periods)
            for number, name in zip(group, _INDUSTRIES, strict=True)
        ]
        for draft in drafts:
            draft.unit = "%"
        return drafts

    def _draft(
        self, number: Number, name: str, predicate: Predicate, kind: str, subject: Subject | None, clause: Clause, periods: list[ReadPeriod]
    ) -> Draft:
        context = self.context
        draft = Draft(
            number, name, predicate.measure, predicate.rule, subject=subject, falls=predicate.falls,
            qualifier=number.qualifier, modality=context.modality, unit=number.unit,
        )  # fmt: skip
        force = self._force(number, periods)
        if force:
            draft.period = force.period
            if force.start is not None and force.end is not None:
                draft.period_source = (force.start, force.end)
                inside = clause.start <= force.start < clause.end
                draft.period_basis = force.period.basis if force.period.basis == "relative" else "stated" if inside else "carried"
        elif context.published:
            draft.period = None
            draft.period_basis = "published"
        draft.measure = _measure(predicate, number, draft, context)
        draft.of = predicate.of
        if draft.measure == "share" and draft.of is None:
            draft.of = context.whole
        if draft.measure == "change_pp":
            draft.indicator = _difference_name(name, predicate)
        return draft

    def _force(self, number: Number, periods: list[ReadPeriod]) -> InForce | None:
        """The period in force at a number: the last one before it in its clause, else what is carried."""
        best: InForce | None = None
        for found in periods:
            if found.period and not found.compared and found.token.start < number.start:
                best = InForce(found.period, found.token.start, found.token.end)
        return best or self.context.in_force

    def _remember(self, drafts: list[Draft], kind: str, predicate: Predicate) -> None:
        context = self.context
        if not drafts or kind == "rank":
            return
        last = drafts[-1]
        context.facts += len(drafts)
        name = last.indicator if predicate.measure != "change_pp" else context.indicator or last.indicator
        context.indicator = name
        context.measure = last.measure
        if predicate.measure in ("level", "growth", "other") and indicators.head_of(name):
            context.head = indicators.head_of(name)
        if kind == "level":
            context.unit_indicators[units.to_base(last.number.value, last.unit)[1] or ""] = name
        if len(drafts) > 1:
            context.members = [draft.indicator for draft in drafts]


def _same_kind(left: Number, right: Number) -> bool:
    if left.kind != right.kind:
        return False
    first, second = (units.to_base(number.value, number.unit)[1] for number in (left, right))
    return first == second or (left.unit == right.unit)


def _difference_name(name: str, predicate: Predicate) -> str:
    change, _, of = predicate.change_of.partition("\t")
    if change == "growth":
        return name if name.endswith("增速") else name + "增速"
    if change == "share":
        return f"{name}占{of}比重" if of else f"{name}比重"
    if change == "contribution":
        return f"{name}对{of}的贡献率" if of else f"{name}贡献率"
    return name


def _measure(predicate: Predicate, number: Number, draft: Draft, context: Context) -> str:
    if predicate.measure == "level":
        return "count" if draft.unit in units.CLASSIFIERS else "level"
    if predicate.measure != "growth":
        return predicate.measure
    if predicate.average:
        return "growth_avg"
    if predicate.chained or context.chained:
        return "growth_qoq"
    if predicate.yearly:
        return "growth_yoy"
    if draft.period and draft.period.kind == "span":
        return "other"
    return "growth_yoy"
