"""Binds the numbers of a clause to what they measure: groups them, reads the predicate, makes the drafts."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.extraction import indicators, lists, predicates, timing, units
from etl.extraction.calendar import Period
from etl.extraction.clauses import PERIOD_MARK, Clause, read
from etl.extraction.context import Context, InForce, ReadPeriod, read_periods
from etl.extraction.draft import Draft
from etl.extraction.grouping import OWN_VERB, group_numbers
from etl.extraction.lexer import Number
from etl.extraction.modality import modality
from etl.extraction.naming import Namer
from etl.extraction.predicates import Predicate
from etl.extraction.screening import rejection
from etl.extraction.subjects import FACILITY, Subject, SubjectFinder

_INDUSTRIES = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
_FROM = re.compile(f"(?:由|从|自)(?P<rest>(?:{PERIOD_MARK}|的|下降|上涨|增长|上升|约|同比|环比|年初|原来|最初|当时|末|近|每小时|每天|每年|每吨|平均|最初的|过去的|原先的|原来的)*)$")
_TO = re.compile(
    f"^(?:，|的)?(?:大幅|快速|稳步|逐步|分别|又|再)?(?:提升|提高|增长|增加|上升|下降|降低|减少|压缩|压减|缩短|扩大|回落|发展|攀升|跃升|转为|升|降|增|变为|转|下调|上调|缩减|增至|升至|降至)(?:至|到|为)?(?:{PERIOD_MARK}|的|近|约|超|下降|上涨|增长|上升)*$"
)
_QUALIFIED_AFAR = re.compile(r"(?P<word>约|近|超过?|逾|不足|大约)(?:合|占|为)[^，\d]{0,14}$")
_AFAR = {"约": "approx", "近": "approx", "大约": "approx", "不足": "less_than"}
_PART_WORDS = {"超过": "more_than", "约占": "approx", "约为": "approx", "约": "approx", "近": "approx", "接近": "approx", "不足": "less_than"}
_COMPLETED = re.compile("完成(?:了)?(?:\ue000|年度|全年|年初|预算)*(?:预算|任务|目标|计划|目标任务)(?:数)?的$")
_TOPIC = re.compile("(?P<topic>[^，]{2,24}?)(?P<share>占比|比重|份额|占有率)?(?:较|比[^例重]|持续|不断|稳步|明显|大幅|最|保持|平稳|稳中|继续|快速|延续|总体|规模不断|实现较快|增长|一路|增势|显著|逐步|遍布|由(?:降|负|亏|升|正|跌)转)")
_MACRO = re.compile("增加值|生产总值|社会消费品|进出口|固定资产投资|财政|居民|常住人口|城镇|产业")
_OF_WHOLE = re.compile("(?:，|约|达到?|相当于)*(?P<of>(?:全国|全省|全市|全球|世界|国内|总|当地)[^，]{0,8}?(?:总量|总数|总额|产量|市场))(?:的)?")
_PARTITIVE = re.compile("(?:来自|是|为|由|用于|集中)(?=[^，])")
_CLIMBS = re.compile("(?:连升|上升|前移|提升|跃升|前进|下降|后退|下滑|提高|攀升)(?:了)?$")
_NATIONAL_SOURCE = re.compile(
    "(?:据|从|根据)(?:中汽协|乘联会|工信部|公安部|商务部|国家[^，]{2,6}局|海关总署|央行|中国[^，]{2,10}协会)[^，]{0,6}(?:数据|统计|监测|消息)"
)
_MONEY_NAME = re.compile("(?:收入|支出|投资|生产总值|增加值|产值|利润|亏损|盈利|预算|经费|金额|总额|市值|消费|资金|财政|营收|成交额|销售额|融资|贷款|存款|余额|税收|债|资产|大关|GDP|净利|费用|红利)")


def kind_of(number: Number) -> str:
    """Which way of predication the unit of a number calls for."""
    if number.kind == "rank":
        return "rank"
    if number.unit in ("%", "‰", "成", units.RATIO):
        return "percent"
    if number.unit in (units.POINT, "个基点"):
        return "points"
    if number.unit in ("倍", "番"):
        return "times"
    return "level"


class Binder:
    """Reads clauses one after the other and yields drafts; rejected numbers carry the reason."""

    def __init__(self, masked: str, hidden: str, text: str, finder: SubjectFinder, context: Context) -> None:
        self.raw = masked
        self.hidden = hidden
        self.masked = hidden
        self.text = text
        self.finder = finder
        self.context = context
        self.namer = Namer(context, finder.vocabulary.indicator_names)
        self.rejected: dict[int, tuple[str, str]] = {}  # start of a number → disposition, reason
        self.modality = "fact"
        self.last: Draft | None = None
        self.before: str | None = None  # what was measured before that
        self.begin = 0  # where the sentence, or what follows its last figure, begins

    def bind(self, clause: Clause) -> list[Draft]:
        """The claims of one clause."""
        context = self.context
        if clause.sentence != context.sentence:
            self.begin = clause.start
        self.masked = self.raw if clause.bracketed else self.hidden
        words = read(self.masked, clause.start, clause.end)
        context.enter(clause, words)
        self.finder.current = context.subject
        periods = read_periods(clause, self.masked, self.text, context)
        if "环比看" in words:
            context.chained = True
        elif "同比看" in words:
            context.chained = False
        numbers = self._live(clause)
        subject, _ = self.finder.take(words)
        subject = subject or self.finder.leading_organisation(words)
        if numbers and all(number.kind == "rank" for number in numbers) and words.startswith(("在全", "在世", "全国", "全省", "世界", "全球")):
            subject = None  # where something ranks, not what ranks
        self.finder.notice(words)
        opening = clause.cut in "\n】" and clause.start == self.begin
        if subject is not None and (numbers or opening or not FACILITY.search(subject.name)) and not clause.bracketed:
            context.subject = subject
            context.subject_sentence = context.sentence
        elif subject is None and _NATIONAL_SOURCE.search(words):
            context.subject = Subject("全国", "area")
        told = modality(words, "s", context.modality)
        if told == context.modality and any(token.text.startswith(("去年", "上年", "前年")) for token in clause.periods[:1]):
            told = "fact"  # what was done last year in a sentence about plans
        else:
            context.modality = told
        self.modality = told
        if re.search("^(?:与|同|和|较)[^，]{1,8}相比$", words):
            context.compared = True
        if not numbers:
            self._remember_topic(words)
            return []
        repeated = self._repeated(clause, numbers)
        if repeated is not None:
            return repeated
        drafts = self._bind_groups(clause, numbers, periods)
        if context.expires is not None:
            context.expires = None
            context.sentence_period = None
            context.last_period = None
        return drafts

    def _bind_groups(self, clause: Clause, numbers: list[Number], periods: list[ReadPeriod]) -> list[Draft]:
        groups = group_numbers(self.masked, numbers, clause.start)
        drafts: list[Draft] = []
        position = clause.start
        for index, group in enumerate(groups):
            following = groups[index + 1] if index + 1 < len(groups) else None
            gap = read(self.masked, position, group[0].start)
            after = read(self.masked, group[-1].end, following[0].start if following else clause.end)
            if index and gap.startswith("的"):
                gap = re.split("[、，]", gap)[-1] if "、" in gap else gap
            beyond = read(self.masked, following[-1].end, following[-1].end + 40) if following else ""
            made = self._bind_group(group, gap, after, beyond, clause, periods)
            drafts.extend(made)
            if made:
                self.last = made[-1]
            self.before = drafts[-2].indicator if len(drafts) > 1 else self.context.previous
            position = group[-1].end
            self.begin = position
        return drafts

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

    def _remember_topic(self, words: str) -> None:
        """A clause without figures may name the whole or the topic that later ones are about."""
        context = self.context
        topic = _TOPIC.match(words)
        ranking = re.search("(?P<list>[^，]{4,}(?:榜单?|百强市?|名单|排名|排行榜|评价|考核|评比))(?:上|中|里)?$", words)
        if ranking:
            context.ranking = re.sub("^在(?:全国|全省|全球)?", "", ranking["list"])
        discussed = re.match("(?:论|就)(?P<topic>[^，]{4,24}?)(?:来看|来说|而言|看|计)?$", words)
        if discussed:
            context.indicator = indicators.clean(discussed["topic"])
        if topic:
            name = indicators.clean(self.finder.take(topic["topic"])[1])
            if indicators.is_population(name):
                context.topic = name.rpartition("的")[2]
            elif 2 < len(name) <= 20 and (indicators.HEAD.search(name) or name in self.finder.vocabulary.indicator_names or topic["share"]):
                context.indicator = name + (topic["share"] if topic["share"] in ("份额", "占有率") else "")
                context.measure = "share" if topic["share"] else "level"
        whole = re.fullmatch(f"{PERIOD_MARK}?(?P<whole>[^，]{{2,12}})中", words)
        if whole and not words.endswith("其中"):
            self.context.whole = whole["whole"].strip(PERIOD_MARK)
        ranked = re.search("(?P<topic>[^，]{2,14}?)(?:指标|方面|排名)", words)
        if ranked:
            topic = indicators.clean(ranked["topic"].removeprefix("在"))
            if topic in self.finder.vocabulary.indicator_names or indicators.HEAD.search(topic):
                self.context.indicator = topic
                self.context.unit_indicators.clear()

    def _repeated(self, clause: Clause, numbers: list[Number]) -> list[Draft] | None:
        """A bracket with only a number: the same claim in another unit, or the figure of the name before it."""
        if not clause.bracketed or len(numbers) != 1 or self.text[clause.start : clause.end] != numbers[0].text:
            return None
        number = numbers[0]
        prefix = re.split("[、，；。：（）\n]|分别是|分别为|和|与", read(self.raw, max(0, clause.start - 24), clause.start - 1))[-1]
        prefix = prefix.strip("是为")
        touching = self.last is not None and self.last.number.end >= clause.start - 2
        if touching and self.last is not None and kind_of(self.last.number) == kind_of(number):
            draft = replace(self.last, number=number, unit=number.unit, qualifier=number.qualifier, rule="restated")
            return [draft]
        place = self.finder.place_at(prefix)
        subject = None
        if place and place[0] == prefix:
            subject = Subject(place[1].name if place[1] else prefix, "area")
        elif re.fullmatch("[\u4e00-\u9fffA-Za-z]{2,10}", prefix) and not indicators.HEAD.search(prefix) and self.context.indicator:
            subject = Subject(prefix, "organisation")
        if subject is None:
            return None
        kind = kind_of(number)
        measure = "level" if kind == "level" else "ratio" if indicators.head_of(self.context.indicator).endswith("率") else self.context.measure or "ratio"
        predicate = Predicate("", measure, "bracket")
        draft = self._draft(number, self.context.indicator, predicate, subject, clause, [], "")
        return [draft]

    def _bind_group(
        self, group: list[Number], gap: str, after: str, beyond: str, clause: Clause, periods: list[ReadPeriod]
    ) -> list[Draft]:
        number = group[-1]
        kind = kind_of(number)
        predicate = self._predicate(kind, gap, after, number)
        if self._continues(gap, kind) and self.last is not None:
            return [self._arrival(number, predicate, gap, clause, periods)]
        located = self.finder.place_at(after, 2) if after.startswith("位于") else None
        if located and located[1]:
            self.context.subject = Subject(located[1].name, "area")
        subjects, phrase = self._subjects(predicate.phrase, len(group), kind)
        if ":" in self.text[group[0].end : group[-1].start] and ":" in read(self.masked, group[0].end, group[-1].start):
            if len(group) != 3 or not 99 <= sum(number.value for number in group) <= 101:
                self.rejected.update({number.start: ("review", "a proportion of parts") for number in group})
                return []
            return self._structure(group, predicate, subjects[0], periods, clause)
        names = self._names(group, gap, after, phrase, predicate, kind, beyond, subjects[0].name if subjects[0] else None)
        bounded = len(group) == 2 and lists.is_range(read(self.masked, group[0].end, group[1].start))
        drafts: list[Draft] = []
        for index, (each, name) in enumerate(names):
            subject = self._about(subjects[index] if len(subjects) == len(names) else subjects[0], name)
            draft = self._draft(each, name, predicate, subject, clause, periods, gap)
            own = OWN_VERB.match(read(self.masked, group[index - 1].end, each.start)) if 0 < index < len(group) and len(names) == len(group) else None
            if own:
                draft.falls = own["verb"] in ("下降", "下跌", "减少", "回落")
            if bounded:
                low = each is (group[0] if group[0].value <= group[1].value else group[1])
                draft.qualifier = "at_least" if low else "at_most"
            drafts.append(draft)
        self._each_period(drafts, periods, clause)
        self._remember(drafts, kind, predicate)
        return drafts

    def _about(self, subject: Subject | None, name: str) -> Subject | None:
        """A figure of the whole economy is not about the company that the sentence before was about."""
        stale = self.context.subject_sentence < self.context.sentence
        default = self.finder.default
        if subject and subject.kind == "organisation" and stale and default and default.kind == "area" and _MACRO.search(name):
            return default
        return subject

    def _continues(self, gap: str, kind: str) -> bool:
        """Whether the number is where something went that came from the number before it."""
        last = self.last
        return last is not None and last.rule.endswith("from") and bool(_TO.match(gap)) and kind_of(last.number) == kind

    def _arrival(self, number: Number, predicate: Predicate, gap: str, clause: Clause, periods: list[ReadPeriod]) -> Draft:
        assert self.last is not None
        change = bool(re.search("(?:转为|转|变为)(?:下降|上涨|增长|上升)", gap))
        measure = self.last.measure
        reached = replace(predicate, phrase="", measure="growth" if change else measure, rule="arrival", of=self.last.of, base=None)
        draft = self._draft(number, self.last.indicator, reached, self.last.subject, clause, periods, gap)
        draft.measure = measure
        draft.falls = predicate.falls if change else self.last.falls
        first = self.last.period
        if first and draft.period and first.kind == draft.period.kind == "year" and first.year < draft.period.year:
            self.context.stretch = (first.year, draft.period.year)
        self.context.measure = measure
        return draft

    def _predicate(self, kind: str, gap: str, after: str, number: Number) -> Predicate:
        origin = _FROM.search(gap)
        if origin and not re.search("(?:^|\ue000)(?:由|从|自)$", gap[: origin.start() + 1]):
            inner = self._predicate(kind, gap[: origin.start()] + (origin["rest"] if re.search("降|涨|增|升", origin["rest"]) else ""), "", number)
            return replace(inner, rule=inner.rule + "_from")
        if kind == "rank":
            return predicates.read_rank(gap)
        if number.unit in ("位", "个位次") and _CLIMBS.search(gap):
            return Predicate("", "other", "rank_change")
        if kind == "percent" and gap.endswith("的") and _PARTITIVE.match(after):
            return Predicate("", "share", "share_of_noun", of=indicators.clean(self.finder.take(gap[:-1])[1]) or None)
        if kind == "percent" and gap == "的" and self.last is not None and self.before is not None:
            return Predicate(self.before, "share", "share_of_amount", of=self.last.indicator)
        if kind == "points":
            return predicates.read_points(gap)
        if kind == "times":
            return predicates.read_times(gap, number.kind == "lexical")
        if kind == "level":
            return predicates.read_level(gap)
        if _COMPLETED.search(gap):
            return Predicate("", "ratio", "completed")
        predicate = predicates.read_percent(gap, after)
        attributive = after.startswith("的") or number.unit == "成" and len(indicators.noun_after(after)) >= 2
        if predicate.rule in ("bare_percent", "share") and attributive and self._is_empty(predicate.phrase):
            return replace(predicate, measure="share", rule="share_of_noun")
        whole = _OF_WHOLE.fullmatch(predicate.phrase) if predicate.rule == "bare_percent" else None
        if whole:
            return replace(predicate, phrase="", measure="share", rule="share_of", of=whole["of"])
        if predicate.rule == "bare_percent" and not indicators.clean(predicate.phrase):
            measure = self.context.measure
            if measure in ("growth_yoy", "growth_qoq", "growth_avg", "other", "share", "contribution_rate", "ratio"):
                return replace(predicate, measure="growth" if measure.startswith("growth") else measure)
        return predicate

    def _is_empty(self, phrase: str) -> bool:
        """Whether a phrase names nothing but a place or a connective."""
        rest = indicators.clean(self.finder.take(phrase)[1])
        return not rest or not self.finder.take(rest)[1] or indicators.is_pronoun(rest)

    def _subjects(self, phrase: str, count: int, kind: str) -> tuple[list[Subject | None], str]:
        """The subject of a phrase, or one for each number where it opens with a list of places."""
        if count > 1:
            places, rest = self.finder.take_list(phrase)
            if len(places) == count:
                return list(places), rest
        subject, rest = self.finder.take(phrase)
        if kind == "rank" and phrase.startswith(("在", "位")):
            subject = None
        return [subject or self.context.subject], rest

    def _names(
        self, group: list[Number], gap: str, after: str, phrase: str, predicate: Predicate, kind: str, beyond: str, subject_name: str | None
    ) -> list[tuple[Number, str]]:
        """Each number with the name of what it measures; a number said of several things comes several times."""
        number, count = group[-1], len(group)
        bounded = count == 2 and lists.is_range(read(self.masked, group[0].end, group[1].start))
        if kind == "level":
            noun = self.namer.attributive(number, gap, after, phrase, beyond, coming=predicate.rule.endswith("_from") and bool(_TO.match(re.split("[，；]", after)[0]) or not after))
            if noun:
                self._appositive(number, read(self.masked, self.begin, group[0].start))
                said = re.match("[^，]{2,10}?(利润总额|利润|营业收入|产值|增加值|产量|销量|价格)", after)
                if said and noun.endswith(("行业", "企业", "产品")):
                    self.context.head, self.context.head_sentence = said[1], self.context.sentence
                return [(each, noun) for each in group]
        elif predicate.rule == "share_of_noun":
            noun = self.namer.shared(after)
            noun = self.context.indicator if noun.endswith("水平") and self.context.indicator else noun
            return [(each, noun) for each in group]
        if kind == "level" and number.unit in units.CLASSIFIERS and "的" in phrase and len(phrase.rpartition("的")[2]) >= 4:
            phrase = phrase.rpartition("的")[2]
        cleaned = indicators.canonical(indicators.clean(phrase), subject_name)
        if kind == "rank":
            ranking = re.search("(?P<list>[^，]{4,}(?:榜单?|百强市?|名单|排行榜))(?:上|中|里)", phrase)
            if ranking:
                self.context.ranking = re.sub("^在(?:全国|全省|全球)?", "", ranking["list"])
            return [(each, self._ranked(cleaned, predicate)) for each in group]
        if gap[:1] in "、和及" and self.context.verb and kind == "level" and not bounded:
            cleaned = self.context.verb + cleaned
        made = re.match("新增|净增|新建|累计新增", cleaned)
        self.context.verb = made[0] if made else self.context.verb if gap[:1] in "、和及" else ""
        several_bases = bool(predicate.base and re.search("[和、与]", predicate.base))
        if count > 1 and not bounded and not several_bases:
            members = self.namer.members(cleaned, count, read(self.masked, self.begin, group[0].start - len(gap)))
            if members:
                return list(zip(group, self.namer.complete(members, kind, predicate, number), strict=True))
        if predicate.distributed == "均" and count == 1:
            members = lists.any_members(cleaned)
            return [(number, name) for name in self.namer.complete(members, kind, predicate, number)]
        name = self.namer.complete([cleaned], kind, predicate, number)[0]
        daily = re.search("(?:日均|月均|年均)(?=[^增长升降]{0,2}$)", gap)
        if daily and kind == "level" and daily[0] not in name:
            name = daily[0] + name
        return [(each, name) for each in group]

    def _ranked(self, name: str, predicate: Predicate) -> str:
        """What is ranked; where nothing is named, the list it is ranked in."""
        scope = re.sub(f"{PERIOD_MARK}|^(?:全国|全省|全市|世界|全球)(?=.{{6}})", "", predicate.of or "").strip("的")
        name = re.sub("^(?:在)?(?:全国|全省|全市|世界|全球)?[^，]{0,6}?(?:城市|省份|地区|国家)?[中里内]$|^城市$|.*(?:榜单?|名单)[上中里]$", "", name)
        if not indicators.is_pronoun(name):
            return name
        if self.context.ranking:
            return re.sub("(?<=百强[市县区镇])(?:榜单|榜)$", "", self.context.ranking)
        if len(scope) >= 6 and re.search("强|榜|名单|评价|竞争力|指数|排名|考核", scope):
            return scope
        return self.context.indicator

    def _appositive(self, number: Number, phrase: str) -> None:
        """服务产品、服务机构、服务方案3类: a count that sums up a list leaves the list for what follows."""
        if 2 <= number.value <= 12 and number.value == int(number.value):
            told = re.sub("^[^，]{0,10}(?:看|方面)，|“[^”]*”：", "", phrase.removesuffix("等"))
            members = lists.split_members(indicators.clean(told), int(number.value))
            if members and all(1 < len(member) < 25 for member in members):
                self.context.members = [indicators.clean(member) for member in members]

    def _structure(
        self, group: list[Number], predicate: Predicate, subject: Subject | None, periods: list[ReadPeriod], clause: Clause
    ) -> list[Draft]:
        share = replace(predicate, measure="share", rule="structure", of="地区生产总值")
        drafts = [
            self._draft(number, name, share, subject, clause, periods, "")
            for number, name in zip(group, _INDUSTRIES, strict=True)
        ]
        for draft in drafts:
            draft.unit = "%"
        return drafts

    def _draft(
        self, number: Number, name: str, predicate: Predicate, subject: Subject | None, clause: Clause, periods: list[ReadPeriod], gap: str
    ) -> Draft:
        context = self.context
        name = indicators.canonical(name, subject.name if subject else None)
        code = self.finder.vocabulary.indicator_names.get(name) if "规上" in name else None
        if code and self.finder.vocabulary.indicators[code].name == name.replace("规上", "规模以上"):
            name = name.replace("规上", "规模以上")
        number = self._whole_count(number, name, clause)
        draft = Draft(
            number, name, predicate.measure, predicate.rule, subject=subject, falls=predicate.falls,
            qualifier=_qualifier(number, gap, predicate), modality=self.modality, unit=self._unit(number, name, clause),
        )  # fmt: skip
        force = timing.at_number(draft, periods, gap, context)
        inside = force is not None and force.start is not None and clause.start <= force.start < clause.end
        timing.assign(draft, force, inside, predicate, context, read(self.masked, clause.start, clause.end))
        draft.measure = _measure(predicate, draft, context)
        timing.refine(draft, predicate, periods)
        stretch = context.stretch
        if stretch and draft.measure in ("growth_avg", "growth_yoy", "other") and (predicate.average or "累计" in predicate.verb or not predicate.yearly and not predicate.base):
            draft.period = Period(f"{stretch[0] + 1}/{stretch[1]}", stretch[1], "span")
            draft.measure = "growth_avg" if predicate.average else "other"
        if draft.modality == "fact" and draft.period and context.published and draft.period.year > context.published.year:
            draft.modality = "target"
        if draft.measure in ("level", "count") and predicate.rule == "level_increase" and context.compared:
            draft.measure = "other"
        draft.compared_with = timing.compared_with(draft, predicate, periods)
        draft.of = predicate.of
        if draft.measure == "share" and draft.of is None:
            draft.of = context.whole
        if draft.measure == "change_pp":
            draft.indicator = _difference_name(name, self._changing(predicate), subject)
        if draft.period and force is not None:
            context.years[draft.period.year] += 1
        if draft.period and draft.period_source and not draft.rule.endswith("_from"):
            context.last_period = InForce(draft.period, *draft.period_source)
        return draft

    def _whole_count(self, number: Number, name: str, clause: Clause) -> Number:
        """717万 of things that are no money: the count in full, its unit left out."""
        if number.unit in units.LARGE and self._unit(number, name, clause) == number.unit:
            factor = units.LARGE[number.unit]
            return replace(number, value=number.value * factor, step=number.step * factor, unit=None)
        return number

    def _changing(self, predicate: Predicate) -> Predicate:
        """What a bare difference in points is of: a share or a contribution where that was stated just before."""
        context = self.context
        if predicate.change_of or indicators.clean(predicate.phrase):
            return predicate
        if context.measure == "share":
            return replace(predicate, change_of=f"share\t{context.of or ''}")
        if context.measure == "contribution_rate":
            return replace(predicate, change_of=f"contribution\t{context.of or ''}")
        return predicate

    def _unit(self, number: Number, name: str, clause: Clause) -> str | None:
        """The unit as written; 元 where only 亿 is written of money."""
        if number.unit in units.LARGE:
            words = name + read(self.masked, clause.start, clause.end)
            if _MONEY_NAME.search(words) or self.context.indicator_units.get(name) == "元":
                return number.unit + "元"
        if number.unit is None and number.value >= 10**8 and _MONEY_NAME.search(name):
            return "元"
        return number.unit

    def _each_period(self, drafts: list[Draft], periods: list[ReadPeriod], clause: Clause) -> None:
        """2020年、2021年分别增长…: as many periods as numbers of one indicator."""
        told = [found for found in periods if found.period and not found.compared and found.token.end <= drafts[0].number.start] if drafts else []
        if len(drafts) > 1 and len(told) == len(drafts) and len({draft.indicator for draft in drafts}) == 1:
            for draft, found in zip(drafts, told, strict=True):
                draft.period = found.period
                draft.period_source = (found.token.start, found.token.end)
        del clause

    def _remember(self, drafts: list[Draft], kind: str, predicate: Predicate) -> None:
        context = self.context
        if not drafts:
            return
        if kind == "rank":
            context.indicator = context.indicator or drafts[-1].indicator
            return
        last = drafts[-1]
        context.facts += len(drafts)
        name = last.indicator if predicate.measure != "change_pp" else context.indicator or last.indicator
        context.previous = context.indicator
        context.indicator = name
        context.measure = last.measure
        if predicate.measure in ("level", "growth", "other") and indicators.head_of(name):
            context.head = indicators.head_of(name)
            context.head_sentence = context.sentence
        if kind == "level":
            context.unit_indicators[units.to_base(last.number.value, last.unit)[1] or ""] = name
            context.recent.extend(draft.indicator for draft in drafts)
        context.of = last.of
        context.indicator_units[name] = units.to_base(last.number.value, last.unit)[1] or ""
        if len({draft.indicator for draft in drafts}) > 1:
            context.members = [draft.indicator.removesuffix("增速") for draft in drafts]


def _qualifier(number: Number, gap: str, predicate: Predicate) -> str:
    if predicate.rule == "part_of":
        return _PART_WORDS.get(predicate.verb, number.qualifier)
    if number.qualifier == "exact":
        afar = _QUALIFIED_AFAR.search(gap)
        return _AFAR.get(afar["word"], "more_than") if afar else "exact"
    if number.text.startswith(("高于", "低于", "大于", "小于")) and gap.endswith(("远", "仍", "明显", "显著")):
        return "exact"
    return number.qualifier


def _difference_name(name: str, predicate: Predicate, subject: Subject | None) -> str:
    change, _, of = predicate.change_of.partition("\t")
    if change == "growth":
        return name if name.endswith("增速") else name + "增速"
    if change == "share" and of:
        whole = indicators.canonical(of, subject.name if subject else None)
        head = indicators.head_of(name)
        return f"{name}占{whole.removesuffix(head) if head in ('增加值', '营业收入') and whole != head else whole}比重"
    if change == "share":
        return f"{name}比重"
    if change == "contribution":
        return f"{name}对{of}的贡献率" if of else f"{name}贡献率"
    return name


def _measure(predicate: Predicate, draft: Draft, context: Context) -> str:
    if predicate.measure == "level":
        counted = draft.unit in units.CLASSIFIERS or draft.unit is None and draft.number.value >= 1000
        return "count" if counted else "level"
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
