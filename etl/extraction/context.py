"""What is in force while reading: period, subject and the last things measured."""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, field, fields

from etl.extraction.clauses import Clause
from etl.extraction.periods.calendar import Period, Published
from etl.extraction.subjects.subject import Subject
from etl.extraction.text.genre import Genre

_SO_FAR = re.compile("^在|已|正在|目前|现有|现在|截至|今年|累计")
_PARTS_TOLD = ("half", "cumulated")  # that a report is about: 上半年; one figure of 1—5月 changes nothing
_GOES_ON = ("同时", "并")  # a sentence that plans on where the one before did


@dataclass(slots=True)
class InForce:
    """A period and the characters that say so; None where nothing was said."""

    period: Period
    start: int | None
    end: int | None
    direct: bool = False  # it stands directly before the number: 由2020年的…


@dataclass
class OfSentence:
    """What is forgotten when a sentence begins."""

    whole: str | None = None
    verb: str = ""
    topic: str = ""
    programme: bool = False  # what a programme of the trade that is the topic brought is told
    counted: str = ""  # what was counted last in this sentence
    made: str = ""  # how much was made or set free in this sentence is called so: 产量, 排放量
    agent: str = ""  # those whose deeds the sentence goes on with: 充电桩 of 建成充电桩2万个，覆盖…
    acted: str = ""  # what was measured last of what they did
    told: str = ""  # the last clause of the sentence that holds no figures
    ranking: str = ""  # the list that this sentence ranks in
    compared: bool = False  # the sentence began with 与去年相比
    base_year: int | None = None  # the year that this sentence compares with: 与2010年…相比
    stretch: tuple[int, int] | None = None  # the years between which something went from one value to another
    today: bool = False  # this sentence tells of the day of publication
    last_published: bool = False  # the claim before, in the same sentence, is of the publication date
    stands: bool = False  # the claim before tells of the end of a span
    last_period: InForce | None = None  # of the claim before, in the same sentence
    over: InForce | None = None  # the years that ended with the clause before: 过去十年
    recent: list[str] = field(default_factory=list)  # what was measured in this sentence, in order


@dataclass
class OfParagraph:
    """What is forgotten when a paragraph begins."""

    intent: str = "fact"  # what the paragraph says it is about: facts or targets
    members: list[str] = field(default_factory=list)
    chained: bool = False
    head: str = ""
    indicator: str = ""
    unit_indicators: dict[str, str] = field(default_factory=dict)


@dataclass
class OfItem:
    """What is forgotten when an item of a digest begins, which is a text of its own."""

    lead_period: InForce | None = None  # what the first sentences are about: the year of later parts of a year
    document_period: InForce | None = None
    section_period: InForce | None = None  # set by a heading, or a year-long look back: holds until the next one
    paragraph_period: InForce | None = None  # holds from sentence to sentence
    sentence_period: InForce | None = None  # a cut-off (截至, 年末): holds in its sentence only
    lead_strong: bool = False  # the first sentence states figures of that period
    horizon: InForce | None = None  # the year to come by which the text said last what is to be
    cut_off: InForce | None = None  # the day that the last stock was told of: 3月末余额…
    announced: bool = False  # the document says as of which day it tells: 现将2020年11月1日…公布如下
    years: dict[int, int] = field(default_factory=dict)  # how many claims are dated to which year


_FIRST = {  # per scope: what its fields begin as, and how the lists and counters among them are made
    scope: (
        {each.name: each.default for each in fields(scope) if each.default is not MISSING},
        [(each.name, each.default_factory) for each in fields(scope) if each.default_factory is not MISSING],
    )
    for scope in (OfSentence, OfParagraph, OfItem)
}


@dataclass(kw_only=True)
class Context(OfSentence, OfParagraph, OfItem):
    """The state of reading one document."""

    published: Published | None
    genre: Genre
    items: list[tuple[int, Genre]]  # the items yet to come, by where they begin
    item_sentence: int = 0  # the first of the item
    subject: Subject | None = None
    default_subject: Subject | None = None
    settled: Subject | None = None  # whom the text told of last, but for places that it only mentioned
    regional: bool = False  # the document is about a province, a city or a county
    paragraph: int = -1
    sentence: int = -1
    sentence_start: int = 0
    paragraph_sentence: int = -1  # the first of the paragraph
    previous: str | None = None
    last_name: str = ""  # what the figure before this one measures
    of_place: bool = False  # what was measured last is a figure of a place
    before_last: str | None = None  # and the one before that
    measure: str = ""
    head_sentence: int = -1
    modality: str = "fact"
    parted: bool = False  # the clause being read tells of a part: 其中…
    viewed: str = ""  # what the sentence says it looks at: 从产品产量看
    parts: bool = False  # parts are told of in this sentence
    parts_follow: bool = False  # the clause before said no more than 其中
    figures: bool = False  # the clause being read holds figures
    achiever: str = ""  # who achieved what was told last: 企业完成投资…、研发投入…
    paragraph_subject: Subject | None = None  # whom the sentences of a paragraph are about that name nobody
    in_passing: bool = False  # the subject in force was named inside a sentence: no other paragraph is about it
    subject_sentence: int = -1  # where the subject in force was last named
    designation: str = ""  # of what the things counted in this clause are members
    of: str | None = None
    share_word: str = "比重"  # how the text calls the share that it told last
    indicator_units: dict[str, str] = field(default_factory=dict)
    ahead: bool = False  # the period in force is one to come, which ends with its part of the sentence
    aside: tuple[str, str | None, str, str | None, list[str], list[str]] | None = None  # before the bracket being read
    expires: bool = False  # a period such as 近两年 ends with the first clause that holds figures

    def _part(self, clause: Clause, words: str) -> None:
        """其中，甲3亿元；乙2亿元: parts go on after the semicolons of their sentence."""
        opens = words.startswith("其中")
        goes_on = self.parts and clause.sentence == self.sentence
        self.parted = opens or (goes_on and (clause.cut == "；" or self.parts_follow))
        self.parts, self.parts_follow = opens or goes_on, words == "其中"

    def enter(self, clause: Clause, words: str) -> None:
        """Step into a clause: what ends with a sentence, a paragraph or an item ends here."""
        if clause.bracketed or self.aside is not None:
            self._set_aside(clause)
        self._part(clause, words)
        while self.items and clause.start >= self.items[0][0]:
            self._begin_item(self.items.pop(0)[1], clause.sentence)
        if self.ahead and clause.cut in "；。" and not (clause.cut == "；" and self._goes_on_planning(words)):
            self.sentence_period = self.last_period = None
            self.modality = self.intent
        if clause.cut in "；。" and (clause.cut == "。" or self.sentence_period is None):
            self.ahead = False
        if clause.sentence != self.sentence:
            goes_on = words.startswith(("其中", "分", "从", "按"))
            if goes_on and self.head_sentence == self.sentence:
                self.head_sentence = clause.sentence
            self.sentence = clause.sentence
            self.sentence_start = clause.start
            if not words.startswith("其中"):
                self.sentence_period = None
                self.subject = self.paragraph_subject or self.subject
            self._forget(OfSentence)
            if not words.startswith(_GOES_ON):
                self.modality = self.intent
        if clause.paragraph != self.paragraph:
            self.paragraph = clause.paragraph
            self.paragraph_sentence = clause.sentence
            previous = self.paragraph_period
            if (
                previous is not None
                and self.document_period is not None
                and not self.announced
                and not self._sums_up(previous.period, self.document_period.period)
                and previous.period.kind not in ("span", "day")
                and not (
                    self.lead_period
                    and self.lead_period.period.kind in _PARTS_TOLD
                    and self.lead_period.period.year == previous.period.year
                )
            ):
                self.document_period = self.paragraph_period
            if not words.startswith("其中"):
                self.paragraph_period = self.section_period
                self.sentence_period = None
            self.subject = self.paragraph_subject = self.default_subject or (
                self.settled if self.in_passing else self.subject
            )
            self._forget(OfParagraph)

    def _sums_up(self, period: Period, told: Period) -> bool:
        """1—7月 behind the news of July: the statistics of a month may go on with it, the news does not."""
        return not self.genre.statistical and period.text == f"{period.year}-01/{told.text}"

    def _goes_on_planning(self, words: str) -> bool:
        """到2027年，…达到90%；…建成5个: what a plan wants by a year holds for all that it lists."""
        force = self.sentence_period
        return force is not None and force.period.kind == "year" and not _SO_FAR.search(words)

    def _set_aside(self, clause: Clause) -> None:
        """What a bracket tells in passing is over with it: 流量达40万TB（1TB=1024GB），增长5%."""
        if clause.bracketed and self.aside is None:
            self.aside = (self.indicator, self.previous, self.measure, self.of, list(self.recent), list(self.members))
        elif self.aside is not None and not clause.bracketed:
            self.indicator, self.previous, self.measure, self.of, self.recent, self.members = self.aside
            self.aside = None

    def _begin_item(self, genre: Genre, sentence: int) -> None:
        """An item of a digest is a text of its own: nothing is carried into it."""
        self.genre = genre
        self.item_sentence = sentence
        self._forget(OfItem)
        self.last_period = None

    def _forget(self, scope: type[OfSentence | OfParagraph | OfItem]) -> None:
        plain, made = _FIRST[scope]
        state = vars(self)
        state.update(plain)
        for name, make in made:
            state[name] = make()

    def tell_of(self, subject: Subject, *, lasting: bool, in_passing: bool = False) -> None:
        """What follows is about a subject: to the end of the sentence or, `lasting`, of the paragraph."""
        self.subject = subject
        self.in_passing = in_passing
        self.settled = self.settled if in_passing else subject
        self.subject_sentence = self.sentence
        if lasting:
            self.paragraph_subject = subject

    def expire(self) -> None:
        """近两年 ends with the first clause that holds figures."""
        if self.expires:
            self.expires = False
            self.over, self.sentence_period = self.sentence_period, None
            self.last_period = None

    @property
    def in_force(self) -> InForce | None:
        """The period that holds where nothing else is said."""
        return self.sentence_period or self.paragraph_period

    def year_in_force(self) -> Period | None:
        """The period whose year a part of a year belongs to."""
        current = self.paragraph_period or self.sentence_period or self.lead_period
        return current.period if current else None
