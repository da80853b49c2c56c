"""Whom the figures of a clause are about, and how far what a clause tells of holds."""

from __future__ import annotations

import re
from collections.abc import Callable

from etl.extraction import quotes
from etl.extraction.attribution import place_lists
from etl.extraction.clauses import Clause
from etl.extraction.context import Context
from etl.extraction.lexer import Number
from etl.extraction.predicates.forms import WITH_SHARE
from etl.extraction.predicates.tails import distribution
from etl.extraction.reading import Reading
from etl.extraction.subjects.finder import SubjectFinder
from etl.extraction.subjects.forms import (
    FACILITY,
    NATION,
    SHARED_IN,
    WIDEST,
    WORLD,
)
from etl.extraction.subjects.subject import Subject

_MACRO = re.compile("增加值|生产总值|社会消费品|进出口|固定资产投资|财政|居民|常住人口|城镇|产业")
_WHERE_STANDING = ("在全国的位次", "在全省的位次", "在全国的排名", "在全省的排名", "在全国位次", "在全省位次")
_WHERE_FIRST = re.compile("在全[国省市](?:率先|首|领先|[^，]{0,6}[位名])")
_WHERE_RANKED = ("在全", "在世", "全国", "全省", "世界", "全球")
_OF_SOURCE = (
    "(?:中汽协|乘联会|工信部|公安部|商务部|国家[^，]{2,6}局|海关总署|央行"
    "|中国[^，]{2,10}协会)[^，]{0,6}(?:数据|统计|监测|消息)"
)
_NATIONAL_SOURCE = re.compile(f"据{_OF_SOURCE}|从{_OF_SOURCE}")
_NATION_TELLS = re.compile(
    "(?:\ue000|，)*(?:国家统计局(?![^，]{2,8}队)|海关总署|财政部|工信部|商务部|公安部|交通运输部|国家能源局|中国人民银行)"
    "(?:\ue000)?(?:发布|公布|透露|介绍|数据)"
)
_TELLS = re.compile("数据|统计|监测|消息|发布|公布|透露|介绍")  # one of them is in what these two find
_INSTITUTE = re.compile("(?:大学|学院|医院|研究院|研究所)$")
_COUNTRIES = ("国家", "经济体")
_ATTRIBUTE = re.compile("(?:以上|左右)?的")
_DONE_IN = re.compile(
    "在(?P<where>[\u4e00-\u9fff]{2,12}?)(?:正式|首次|全面|顺利|成功|全部|启动)*"
    "(?:完成|开工|开建|投产|投运|投用|启用|建成|开通|通车|并网|发电|落成|竣工|下线|交付|贯通|落地)$"
)
_INVESTED = re.compile("(?:总投资额?|投资额?|投资总额)$")
_BUILT = re.compile(
    "的(?P<name>[^，。；：的]{4,30}?(?:项目|工程))(?=$|[，。；]|[今昨]|正式|顺利|刚刚|开工|投产|签约|落)"
)


class Whom:
    """Follows the subjects of one document from clause to clause."""

    def __init__(self, finder: SubjectFinder, context: Context) -> None:
        self.finder = finder
        self.context = context
        self.rest = ""  # of the clause, behind the subject that it opens with
        self.listed: tuple[int, list[Subject]] = (-1, [])  # those of whom one figure was told, and in which sentence

    def enter(
        self, clause: Clause, words: str, numbers: list[Number], before: str, *, opens: Callable[[], bool]
    ) -> None:
        """Put into force whom a clause tells of; `before` is read before its first number, it `opens` a sentence."""
        context = self.context
        summed_up = place_lists.whose(self.finder, before, numbers[0]) if numbers else None
        self.rest = words
        headed = clause.cut in "\n】" and clause.after == "："  # 河南省：…
        subject = summed_up or self._named(words, numbers, headed=headed)
        self.finder.notice(words)
        opening = clause.cut in "\n】"
        if subject and not clause.bracketed and self._is_told_of(subject, clause, numbers, opening=opening):
            in_part = summed_up or words.startswith("其中")
            lasting = not in_part and self._lasts(subject, opening=opening) and (self._takes_over(subject) or opens())
            lasting = lasting or (headed and subject.kind == "area" and not self.rest)
            context.tell_of(subject, lasting=lasting, in_passing=subject.kind == "area" and not opens())
        elif (
            subject is None and _TELLS.search(words) and (_NATIONAL_SOURCE.search(words) or _NATION_TELLS.match(words))
        ):
            context.tell_of(Subject(NATION, "area"), lasting=True)

    def of(self, phrase: str, reading: Reading) -> tuple[list[Subject | None], str]:
        """The subject of a phrase, or one for each number where it opens with a list of places, and what is left."""
        several = len(reading.group) > 1
        listed, rest = place_lists.leading(self.finder, phrase) if several or "、" in phrase else ([], phrase)
        if several:
            if len(listed) == len(reading.group):
                return [*listed], rest
            told = place_lists.told_before(self.finder, reading.ahead, len(reading.group)) or self._told_of_all()
            if len(told) == len(reading.group) and "分别" in reading.gap:
                return [*told], phrase
        elif len(listed) > 1:
            self.listed = self.context.sentence, listed
            if distribution(reading.gap) == "均":
                return [*listed], rest
            if all(each.kind == "organisation" for each in listed):
                return [listed[0]], rest
        if summed_up := place_lists.whose(self.finder, reading.gap, reading.number):
            return [summed_up], place_lists.after(phrase)
        if phrase.endswith(("全球", "世界")) and reading.after.startswith(_COUNTRIES):
            phrase = phrase[:-2]  # 全球65个国家: whose things are told, not whose figure it is
        if reading.gap.endswith("以") and (holder := WITH_SHARE.fullmatch(reading.gap)) and holder["name"] == phrase:
            return [self._holder(phrase)], ""
        subject, rest = self.finder.take_told(phrase)
        subject = self._told_behind(reading) or subject
        if subject and _INSTITUTE.search(subject.name) and self._is_of_place(subject):
            return [self.context.subject], phrase  # what a facility of the place has done is a figure of the place
        if subject and ((reading.kind == "rank" and phrase.startswith(("在", "位"))) or SHARED_IN.match(reading.gap)):
            subject = None
        return [subject or self.context.subject], rest

    def about(self, subject: Subject | None, name: str) -> Subject | None:
        """The subject of a figure with a name: an index's own, and not the company's that was told of before."""
        if (subject is None or subject == self.finder.market) and (index := quotes.index(name)):
            return index
        stale = self.context.subject_sentence < self.context.sentence
        if subject and stale and self._is_of_place(subject) and _MACRO.search(name):
            return self.finder.default
        return subject

    def _told_of_all(self) -> list[Subject]:
        """Those of whom this sentence told one figure: 苏州、无锡产值均超过100亿元，分别达到…."""
        sentence, listed = self.listed
        return listed if sentence == self.context.sentence else []

    def _holder(self, name: str) -> Subject:
        """Who ranks with a share: 星澜以12%排名第三; the figures that follow are theirs too."""
        subject = self.finder.take(name)[0] or Subject(name, "organisation")
        self.context.tell_of(subject, lasting=False)
        return subject

    def _told_behind(self, reading: Reading) -> Subject | None:
        """What a figure is an attribute of: 产量占全国20%以上的河北…, 总投资20亿元的…项目."""
        if reading.kind == "level" and not self.finder.regional and _INVESTED.search(reading.gap):
            built = _BUILT.match(reading.after)
            return Subject(built["name"], "organisation") if built else None
        behind = _ATTRIBUTE.match(reading.after) if reading.kind == "percent" and not self.finder.surveys else None
        place = self.finder.place_at(reading.after, behind.end()) if behind else None
        return self.finder.take(reading.after[behind.end() :])[0] if behind and place else None

    def _is_of_place(self, subject: Subject) -> bool:
        """Whether a subject is an organisation in a text about a place."""
        default = self.finder.default
        return default is not None and default.kind == "area" and subject.kind == "organisation"

    def _named(self, words: str, numbers: list[Number], *, headed: bool) -> Subject | None:
        """The subject that a clause names."""
        subject, self.rest = self.finder.take_told(words)
        subject = subject or self.finder.companies.leading(words)
        if subject and (
            self._ranks_in(words, numbers) or (not (numbers or headed) and self._is_listed(subject, words))
        ):
            subject = None
        if not numbers or words.startswith("距"):
            wide = subject is None or subject.name in WIDEST
            return self.finder.scene(words) or (self._site(words) if wide else None) or subject
        return subject or self._site(words)

    def _ranks_in(self, words: str, numbers: list[Number]) -> bool:
        """Whether a clause opens with where something ranks, and not with what ranks."""
        if _WHERE_FIRST.match(words):
            return True
        ranked = words.startswith(_WHERE_RANKED) and all(number.kind == "rank" for number in numbers)
        return bool(numbers) and (ranked or words.startswith(_WHERE_STANDING) or SHARED_IN.match(words) is not None)

    def _is_listed(self, subject: Subject, words: str) -> bool:
        """Whether a clause is no more than a place, one of a list: 清河 of 高铁连接海州、绿湖，清河."""
        return subject.kind == "area" and not (self.rest or self.finder.surveys or words.startswith("在"))

    def _site(self, words: str) -> Subject | None:
        """Where what a clause tells of was built or done: 储能电站在海州正式投运."""
        found = None if self.finder.surveys else _DONE_IN.search(words)
        return self.finder.take(found["where"])[0] if found else None

    def _is_told_of(self, subject: Subject, clause: Clause, numbers: list[Number], *, opening: bool) -> bool:
        """Whether what follows is about a subject: not where the report of a region only mentions it in passing."""
        in_passing = self.finder.surveys and not self.context.genre.reported
        if FACILITY.search(subject.name) and not opening and (in_passing or not numbers):
            return False
        if numbers or not in_passing:
            return True
        return subject.name not in WIDEST and clause.cut in "。；！？\n】"

    def _takes_over(self, subject: Subject) -> bool:
        """Whether a subject inside a sentence holds after it: a place does, unless an organisation reports."""
        told = self.context.paragraph_subject
        return subject.kind == "area" and (told is None or told.kind == "area")

    def _lasts(self, subject: Subject, *, opening: bool) -> bool:
        """Whether a subject holds beyond its sentence: in the report of a region only one that opens a paragraph."""
        default = self.context.default_subject
        if subject == default or default is None:
            return True
        if subject.name == WORLD or (subject.name == NATION and default.kind == "organisation"):
            return False
        if subject.name in self.finder.companies.makers:
            return False
        return opening or not self.finder.surveys or (self.context.genre.reported and subject.name != NATION)
