"""What is in force while reading: period, subject and the last things measured."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from etl.extraction import sections
from etl.extraction.calendar import Period, Published, is_to_come, resolve, same_as_months, since
from etl.extraction.clauses import Clause, read
from etl.extraction.genre import Genre
from etl.extraction.lexer import Token
from etl.extraction.periods import PeriodSpec, read_period
from etl.extraction.subjects import Subject

_SET_AGAINST = ("相比", "对比", "相较", "比较")
_WITH = ("与", "同", "和", "跟")
_COMPARES = re.compile(
    "(?:比|占|拿|较|与|同|跟|相比|相对|由|从|自|相当于|超过|高于|低于|好于|快于|不及|超越|是|回到|达到|恢复到|扭转|为"
    "|恢复至|至)(?:上一)?$"
)
_NOT_IN_FORCE = re.compile(
    "^(?:年)?(?:平均汇率|不变价|价格|可比价|美元|以来最|以来新|以来的?最|以来首|的?(?:最[高低快慢大小多]|新高|新低)"
    "|的“|以来单|同期的|的[\\d.]+多?倍|基期|[^，]{0,3}来的?(?:最|新|首)|(?:的)?(?:预算|计划(?=[的数任目指\\d])|目标|同期数|基数|任务)"
    "|审计|为基|交货|合约|到期|第[\\d一二三四五六七八九十]+[号届批次场])"
)
_SINCE_THEN = re.compile("[自从]$")
_EVER_SINCE = re.compile("[^，。；\\n]{0,24}?以来")
_EXPECTED = re.compile("预计|预告|预增|预减|力争|有望|预期|计划(?!单列)|拟|目标")
_NOW = re.compile("(?:截至)?(?:目前|当前|如今|现在)")
_LATELY = ("今天", "今日", "近日", "日前")
_TOLD = ("发布", "公布", "对外", "举行", "印发", "召开", "（")
_RECENTLY = ("近", "最近", "过去")
_THIS_DAY = ("today", "yesterday")
_PARTS = ("half", "quarter", "cumulated")
_OPENING, _LEAD = 4, 2  # sentences that say what a text is about, and those that count as its headline and lead
_SINCE = re.compile("^[^，。]{0,6}(?:最|新高|新低|首次|单月新)")


@dataclass(slots=True)
class InForce:
    """A period and the characters that say so; None where nothing was said."""

    period: Period
    start: int | None
    end: int | None
    direct: bool = False  # it stands directly before the number: 由2020年的…


@dataclass(slots=True)
class Context:
    """The state of reading one document."""

    published: Published | None
    genre: Genre
    items: list[tuple[int, Genre]]  # the items yet to come, by where they begin
    item_sentence: int = 0  # the first of the item
    subject: Subject | None = None
    default_subject: Subject | None = None
    regional: bool = False  # the document is about a province, a city or a county
    paragraph: int = -1
    sentence: int = -1
    sentence_start: int = 0
    paragraph_sentence: int = -1  # the first of the paragraph
    lead_period: InForce | None = None  # what the first sentences are about: the year of later parts of a year
    document_period: InForce | None = None
    section_period: InForce | None = None  # set by a heading, or a year-long look back: holds until the next one
    paragraph_period: InForce | None = None  # holds from sentence to sentence
    sentence_period: InForce | None = None  # a cut-off (截至, 年末): holds in its sentence only
    indicator: str = ""
    previous: str | None = None
    last_name: str = ""  # what the figure before this one measures
    before_last: str | None = None  # and the one before that
    measure: str = ""
    unit_indicators: dict[str, str] = field(default_factory=dict)
    head: str = ""
    head_sentence: int = -1
    members: list[str] = field(default_factory=list)
    modality: str = "fact"
    intent: str = "fact"  # what the paragraph says it is about: facts or targets
    chained: bool = False
    verb: str = ""
    whole: str | None = None
    years: Counter[int] = field(default_factory=Counter)  # how many claims are dated to which year
    lead_strong: bool = False  # the first sentence states figures of that period
    figures: bool = False  # the clause being read holds figures
    topic: str = ""
    told: str = ""  # the last clause of the sentence that holds no figures
    paragraph_subject: Subject | None = None  # whom the sentences of a paragraph are about that name nobody
    subject_sentence: int = -1  # where the subject in force was last named
    designation: str = ""  # of what the things counted in this clause are members
    ranking: str = ""  # the list that this sentence ranks in
    compared: bool = False  # the sentence began with 与去年相比
    base_year: int | None = None  # the year that this sentence compares with: 与2010年…相比
    announced: bool = False  # the document says as of which day it tells: 现将2020年11月1日…公布如下
    stretch: tuple[int, int] | None = None  # the years between which something went from one value to another
    today: bool = False  # this sentence tells of the day of publication
    last_published: bool = False  # the claim before, in the same sentence, is of the publication date
    last_period: InForce | None = None  # of the claim before, in the same sentence
    of: str | None = None
    indicator_units: dict[str, str] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)  # what was measured in this sentence, in order
    ahead: bool = False  # the period in force is one to come, which ends with its part of the sentence
    expires: bool = False  # a period such as 近两年 ends with the first clause that holds figures

    def enter(self, clause: Clause, words: str) -> None:
        """Step into a clause: what ends with a sentence, a paragraph or an item ends here."""
        while self.items and clause.start >= self.items[0][0]:
            self._begin_item(self.items.pop(0)[1], clause.sentence)
        if self.ahead and clause.cut in "；。":
            self.sentence_period = self.last_period = None
        if clause.cut in "；。":
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
            self.last_published = False
            self.today = False
            self.compared = False
            self.base_year = None
            self.stretch = None
            self.topic = ""
            self.told = ""
            self.last_period = None
            self.ranking = ""
            self.modality = self.intent
            self.whole = None
            self.verb = ""
            self.recent = []
        if clause.paragraph != self.paragraph:
            self.paragraph = clause.paragraph
            self.paragraph_sentence = clause.sentence
            previous = self.paragraph_period
            if (
                previous is not None
                and self.document_period is not None
                and previous.period.kind not in ("span", "day")
            ):
                self.document_period = self.paragraph_period
            if not words.startswith("其中"):
                self.paragraph_period = self.section_period
                self.sentence_period = None
            self.subject = self.paragraph_subject = self.default_subject or self.subject
            self.intent = "fact"
            self.members = []
            self.chained = False
            self.head = ""
            self.indicator = ""
            self.unit_indicators = {}

    def _begin_item(self, genre: Genre, sentence: int) -> None:
        """An item of a digest is a text of its own: nothing is carried into it."""
        self.genre = genre
        self.item_sentence = sentence
        self.lead_period = self.document_period = self.section_period = None
        self.paragraph_period = self.sentence_period = self.last_period = None
        self.lead_strong = self.announced = False
        self.years = Counter()

    def tell_of(self, subject: Subject, *, lasting: bool) -> None:
        """What follows is about a subject: to the end of the sentence or, `lasting`, of the paragraph."""
        self.subject = subject
        self.subject_sentence = self.sentence
        if lasting:
            self.paragraph_subject = subject

    def expire(self) -> None:
        """近两年 ends with the first clause that holds figures."""
        if self.expires:
            self.expires = False
            self.sentence_period = None
            self.last_period = None

    @property
    def in_force(self) -> InForce | None:
        """The period that holds where nothing else is said."""
        return self.sentence_period or self.paragraph_period

    def year_in_force(self) -> Period | None:
        """The period whose year a part of a year belongs to."""
        current = self.paragraph_period or self.sentence_period or self.lead_period
        return current.period if current else None


@dataclass(slots=True)
class ReadPeriod:
    """A period expression of a clause, resolved; `compared` when it is only a base of comparison."""

    token: Token
    spec: PeriodSpec
    period: Period | None
    compared: bool


def read_periods(clause: Clause, masked: str, text: str, context: Context) -> list[ReadPeriod]:
    """Resolve the period expressions of a clause and put into force those that are claimed about."""
    found: list[ReadPeriod] = []
    context.figures = bool(clause.numbers) or context.sentence <= context.item_sentence
    local = context.year_in_force()
    nearest = context.in_force.period if context.in_force else None
    for token in clause.periods:
        spec = read_period(token.text)
        before = read(masked, clause.start, token.start)[-6:]
        after = text[token.end : token.end + 10]
        compared = bool(_COMPARES.search(before)) or bool(_NOT_IN_FORCE.match(after)) or spec.same
        if spec.kind in _THIS_DAY and after.startswith(_TOLD):
            compared = True  # 今天发布: when it was told, not when it was
        if spec.kind == "span" and before.endswith(("从", "由", "自")):
            compared = False
        if before.endswith(("至", "为")) and not after.startswith(("的", "同", "以来", "来")):
            compared = False
        if (token.text.endswith("来") or spec.kind == "since") and _SINCE.match(after):
            compared = True  # 30年来首次: how long ago, not when
        near = spec.kind == "month" and spec.shift is not None and local is None and context.document_period
        within = nearest if spec.same else near.period if near else local
        period = resolve(spec, within, context.published)
        if period and period.kind == "year" and _SINCE_THEN.search(before) and _EVER_SINCE.match(text, token.end):
            period, compared = since(period.year, context.published), False  # 自2020年投运以来
        if period and period.stock and _EVER_SINCE.search(text[context.sentence_start : token.start]):
            period = Period(period.stock, period.year, "day", True, period.basis)  # 投运以来，截至2月
        told = context.document_period.period if context.document_period else None
        if period and told and told.year == period.year and told.kind in _PARTS:
            if token.text == "今年以来" or period.text == same_as_months(told):
                period = told  # the part of the year that the text is about
        if token.text.startswith(_LATELY) and not after.startswith(_TOLD):
            context.today = True
        planned = spec.year is None and spec.shift is None and bool(_EXPECTED.search(text, clause.start, clause.end))
        if planned and period and context.published and period.year == context.published.year - 1 and local is None:
            period = resolve(replace(spec, year=context.published.year), None, context.published)
        found.append(ReadPeriod(token, spec, period, compared))
        if compared and spec.kind == "year" and period and text[clause.start : clause.end].endswith(_SET_AGAINST):
            context.base_year = min(period.year, context.base_year or period.year)
            compared = period.year == context.base_year or not before.endswith(_WITH)  # 拿前年的…与今年的…对比
        if period and period.kind == "day" and before.endswith("现将"):
            context.announced = True
            context.document_period = context.lead_period = InForce(period, token.start, token.end)
        if period is None or compared or spec.kind in _THIS_DAY:
            continue
        if not planned and _is_cut_off(period, context, text):
            found[-1].compared = True  # 截至8月底，今年…: the year only as far as it has gone
            continue
        if period.kind != "day" or not period.until:
            local = period
        nearest = period
        opens = token.start - clause.start <= 1 and clause.cut in "。！？\n】"
        part = spec.year is None and spec.shift is None and spec.kind in ("quarter", "month", "half", "cumulated")
        whole = context.paragraph_period.period if context.paragraph_period else None
        if period.kind in ("year", "span") and sections.sets_period(clause, text, token):
            context.section_period = InForce(period, token.start, token.end)
        narrowed = (
            part
            and not opens
            and whole is not None
            and whole.kind in ("year", "cumulated", "half")
            and whole.year == period.year
        )
        put_in_force(context, period, token, narrowed=narrowed, opens=opens)
    return found


def _is_cut_off(period: Period, context: Context, text: str) -> bool:
    """Whether a year was cut off in the same sentence."""
    cut_off = context.in_force
    if cut_off is None or cut_off.start is None or cut_off.start < context.sentence_start or period.kind != "year":
        return False
    if text[cut_off.start] not in "截到至":
        return False
    return cut_off.period.until and cut_off.period.kind == "day" and _within_year(cut_off.period.text, period.year)


def _within_year(day: str, year: int) -> bool:
    return day.startswith(str(year)) and not day.endswith("12-31")


def put_in_force(context: Context, period: Period, token: Token, *, narrowed: bool, opens: bool) -> None:
    """A cut-off or a part of what is in force holds for its sentence, everything else until the paragraph ends."""
    force = InForce(period, token.start, token.end)
    about = context.document_period.period if context.document_period else None
    first = (
        context.paragraph_period is None
        and context.sentence == context.paragraph_sentence
        and not (about and about.kind in _PARTS and about.year == period.year)
    )
    if period.kind == "span" and (token.text.startswith(_RECENTLY) or token.text.endswith("年间")):
        context.sentence_period = force
        context.expires = True
    elif context.published and is_to_come(period, context.published) and not opens and not context.genre.planned:
        context.sentence_period = force  # 力争到2027年…；: what follows is of today again
        context.ahead = True
    elif (context.published and period.year > context.published.year) or (
        opens and token.text.endswith(("末", "底")) and not narrowed
    ):
        context.sentence_period = None
        context.paragraph_period = force
    elif (
        narrowed
        or (period.until and period.kind != "cumulated" and not _NOW.match(token.text) and not first)
        or (period.kind == "day" and not opens and not period.until)
    ):
        context.sentence_period = force
    else:
        context.sentence_period = None
        context.paragraph_period = force
        if context.document_period is None and context.sentence - context.item_sentence < _OPENING and period.kind not in ("span", "day"):
            context.document_period = context.lead_period = force
            context.lead_strong = context.sentence - context.item_sentence < _LEAD and context.figures
