"""The periods that a clause names: which are only a base of comparison, and how far the others hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.extraction import sections
from etl.extraction.clauses import Clause, read
from etl.extraction.context import Context, InForce
from etl.extraction.lexer import Token
from etl.extraction.periods.calendar import Period, Published, is_to_come, same_as_months, since
from etl.extraction.periods.resolution import resolve
from etl.extraction.periods.specs import PeriodSpec, read_period

_SET_AGAINST = ("相比", "对比", "相较", "比较")
_WITH = ("与", "同", "和", "跟")
_COMPARES = re.compile(
    "(?:比|占|拿|较|与|同|跟|相比|相对|由|从|自|相当于|超过|高于|低于|好于|快于|不及|超越|是|回到|达到|恢复到|为"
    "|恢复至|至|(?:扭转|延续|承接|改变|结束|打破|扣除|剔除)了?)(?:上一)?$"
)
_NOT_IN_FORCE = re.compile(
    "^(?:年)?(?:平均汇率|不变价|价格|可比价|美元|以来最|以来新|以来的?最|以来首|的?(?:最[高低快慢大小多]|新高|新低)"
    "|的“|以来单|同期的|的[\\d.]+多?倍|基期|[^，]{0,3}来的?(?:最|新|首)|(?:的)?(?:预算|计划(?=[的数任目指\\d])|目标|同期数|基数|任务)"
    "|审计|为基|交货|合约|到期|第[\\d一二三四五六七八九十]+[号届批次场])"
)
_FOUNDED = re.compile("(?:[始扩兴]?建|成立|创[建办立始]|诞生|起源|开业|投产|落户|注册|上市)于$")
_SINCE_THEN = re.compile("[自从]$")
_CONTINUES = ("延续", "延续了", "扭转", "扭转了", "承接", "改变")
_UP_TO_NOW = re.compile("(?:以来|至今)(?!的|[最新首]|历史|单[月日季])")
_SUMMED_SINCE = re.compile("[起开]始?，?[^。；\\n]{0,16}(?:累计|已|共)")
_BEGINS = ("year", "month", "day", "quarter", "half")
_LOOKED_AT = re.compile("[^，。]{0,6}(?:来)?看(?:，|$)")
_EVER_SINCE = re.compile("[^，。；\\n]{0,24}?以来(?!的?(?:[最新首]|历史|单[月日季]))")
_EXPECTED = re.compile("预计|预告|预增|预减|力争|有望|预期|计划(?!单列)|拟|目标")
_ABOVE_ALL = ("尤其是", "特别是")
_NOW = re.compile("(?:截至)?(?:目前|当前|如今|现在)")
_LATELY = ("今天", "今日", "近日", "日前", "近年", "多年来")
_TOLD = ("发布", "公布", "对外", "举行", "印发", "召开", "（")
_AND = ("、", "和", "及", "与")
_RECENTLY = ("近", "最近", "过去")
_THIS_DAY = ("today", "yesterday")
_WHOLES = ("year", "cumulated", "half")
_PARTS = ("half", "quarter", "cumulated")
_RECENT = 4  # months in which the news still tells of a part of the year
_OPENING, _LEAD = 4, 2  # sentences that say what a text is about, and those that count as its headline and lead
_BULLETIN = re.compile("[^《》。\n]{0,40}(?:公报|报告|年报|季报|月报|统计|数据|情况|白皮书)》")
_NEAR = 82  # characters
_AS_FOLLOWS = re.compile("[^。；：\n]{0,80}如下[：。\n]")
_SINCE = re.compile("^[^，。]{0,6}(?:最|新高|新低|首次|单月新)")


@dataclass(slots=True)
class ReadPeriod:
    """A period expression of a clause, resolved; `compared` when it is only a base of comparison."""

    token: Token
    spec: PeriodSpec
    period: Period | None
    compared: bool


@dataclass(slots=True)
class _Said:
    """A period expression in the words around it."""

    token: Token
    spec: PeriodSpec
    clause: Clause
    before: str
    after: str
    text: str
    period: Period | None = None

    def is_base(self) -> bool:
        """Whether it is what is compared with, or of what something is: 比去年, 2024年度审计, 今天发布."""
        before, after, spec = self.before, self.after, self.spec
        if (self.token.text.endswith("来") or spec.kind == "since") and _SINCE.match(after):
            return True  # 30年来首次: how long ago, not when
        if spec.kind == "since":
            return before.endswith(_CONTINUES)
        if before.endswith(_ABOVE_ALL) or (before.endswith("是") and self.token.text.startswith("到")):
            return False
        if before.endswith(("恢复", "回升", "回落")) and self.token.text[0] in "到至":
            return True  # 恢复到2019年的95%
        if before.endswith(("至", "为")) and not after.startswith(("的", "同", "以来", "来")):
            return False
        if spec.kind in ("year", "month", "day") and _FOUNDED.search(before):
            return True  # 成立于1989年
        if spec.kind == "span" and before.endswith(("从", "由", "自")):
            return False
        if before.endswith("从") and _LOOKED_AT.match(after):
            return False  # 从12月份单月看
        if spec.kind in _THIS_DAY and after.startswith(_TOLD):
            return True
        if spec.same:
            return not self.opens_with_same()
        return bool(_COMPARES.search(before)) or bool(_NOT_IN_FORCE.match(after))

    def opens_with_same(self) -> bool:
        """去年同期，公司实现…: what the sentence tells of the year before."""
        alone = not self.before.strip("而，") and self.after.startswith("，")
        return alone and self.spec.kind == "year" and self.clause.cut in "。；\n"

    def announces(self, period: Period, context: Context) -> bool:
        """现将2020年11月1日…公布, 2018年夏粮产量如下, 发布《2023年…公报》: what the whole text tells of."""
        if period.kind == "day":
            return self.before.endswith("现将")
        published = context.published
        if context.sentence - context.item_sentence >= _OPENING or period.kind == "span" or period.until:
            return False
        if self.before.endswith("《"):
            ended = published is not None and (period.kind != "year" or period.year < published.year)
            return ended and bool(_BULLETIN.match(self.text, self.token.end))
        at = self.token.end
        return self.text.find("如下", at, at + _NEAR) >= 0 and bool(_AS_FOLLOWS.match(self.text, at))

    def ever_since(self) -> bool:
        """自2020年投运以来, 去年10月以来, 自2021年起，累计…."""
        period, spec = self.period, self.spec
        if period is None or period.kind not in _BEGINS or spec.same or self.before.endswith(_CONTINUES):
            return False
        if _UP_TO_NOW.match(self.after) or (self.token.text.endswith("以来") and spec.shift == -1):
            return True
        if not _SINCE_THEN.search(self.before):
            return False
        return bool(_EVER_SINCE.match(self.text, self.token.end) or _SUMMED_SINCE.match(self.text, self.token.end))

    def is_set_against(self) -> bool:
        """与2010年相比, 拿前年的与今年的对比."""
        told = self.text[self.clause.start : self.clause.end]
        return self.spec.kind in ("year", "ago") and self.period is not None and told.endswith(_SET_AGAINST)

    def is_expected(self) -> bool:
        """Whether the clause tells of what is to be, so that a part of a year is not of the year before."""
        spec = self.spec
        if spec.year is not None or spec.shift is not None:
            return False
        return bool(_EXPECTED.search(self.text, self.clause.start, self.clause.end))


def read_periods(clause: Clause, masked: str, text: str, context: Context) -> list[ReadPeriod]:
    """Resolve the period expressions of a clause and put into force those that are claimed about."""
    found: list[ReadPeriod] = []
    context.figures = bool(clause.numbers) or context.sentence <= context.item_sentence
    if not clause.periods:
        return found
    local = context.year_in_force()
    nearest = context.in_force.period if context.in_force else None
    for token in clause.periods:
        before = read(masked, clause.start, token.start)[-6:]
        spec = read_period(token.text)
        if spec.kind == "event" and before.endswith("截至"):
            spec = spec._replace(kind="now", until=True)  # 截至9时30分
        said = _Said(token, spec, clause, before, text[token.end : token.end + 10], text)
        compared = said.is_base() or _goes_on(found, token, masked)
        said.period = period = _resolved(said, local, nearest, context)
        if token.text.startswith(_LATELY) and not said.after.startswith(_TOLD):
            context.today = True
        if said.ever_since() and period:
            said.period = period = since(period, context.published)
            compared = False
        if compared and period and said.is_set_against():
            context.base_year = min(period.year, context.base_year or period.year)
            compared = period.year == context.base_year or not before.endswith(_WITH)
        if period and not context.announced and said.announces(period, context):
            context.announced = True
            context.document_period = context.lead_period = InForce(period, token.start, token.end)
        compared = compared or (not said.is_expected() and _is_cut_off(period, context, text))
        found.append(ReadPeriod(token, said.spec, period, compared))
        if period is None or compared or (said.spec.kind in _THIS_DAY and not said.spec.until):
            continue
        nearest = period
        if period.kind != "day" or not period.until:
            local = period
        _hold(said, period, context)
    return found


def _goes_on(found: list[ReadPeriod], token: Token, masked: str) -> bool:
    """比一季度、上半年分别加快: what is listed behind a base is one as well."""
    return bool(found) and found[-1].compared and read(masked, found[-1].token.end, token.start) in _AND


def _resolved(said: _Said, local: Period | None, nearest: Period | None, context: Context) -> Period | None:
    """The period that is meant, by what is in force and what the text is about."""
    spec, token, published = said.spec, said.token, context.published
    told = context.document_period.period if context.document_period else None
    if spec.until and spec.kind in ("month", "day", "end") and spec.year is None and context.in_force is None:
        local = None  # the last one before the publication
    afar = context.paragraph_period is None and context.sentence_period is None and context.section_period is None
    if local and afar and local.kind == "year" and published and _has_ended(spec, published):
        local = None  # 1—8月 in a feature of September that told of last year first
    near = told if spec.kind == "month" and spec.shift is not None and local is None else None
    period = resolve(spec, nearest or told if spec.same else near or local, published)
    if period is None:
        return None
    if period.stock and _EVER_SINCE.search(said.text[context.sentence_start : token.start]):
        period = Period(period.stock, period.year, "day", True, period.basis)  # 投运以来，截至2月
    is_part = told is not None and told.year == period.year and told.kind in _PARTS
    if told and is_part and (token.text == "今年以来" or period.text == same_as_months(told)):
        period = told  # the part of the year that the text is about
    if published and local is None and period.year == published.year - 1 and said.is_expected():
        return resolve(spec._replace(year=published.year), None, published)
    return period


def _has_ended(spec: PeriodSpec, published: Published) -> bool:
    """Whether a part of a year that names no year was over in the year of publication already, and not long ago."""
    if spec.year is not None or spec.shift is not None or spec.same or not published.month:
        return False
    last = {"cumulated": spec.last, "quarter": 3 * spec.first, "half": 6 * spec.first, "month": spec.first}.get(
        spec.kind
    )
    return last is not None and 0 < published.month - last <= _RECENT


def _hold(said: _Said, period: Period, context: Context) -> None:
    """Put a period into force where it stands."""
    clause, token, spec = said.clause, said.token, said.spec
    opens = token.start - clause.start <= 1 and clause.cut in "。！？\n】"
    part = spec.year is None and spec.shift is None and spec.kind in ("quarter", "month", "half", "cumulated")
    whole = context.paragraph_period.period if context.paragraph_period else None
    if period.kind in ("year", "span") and sections.sets_period(clause, said.text, token):
        context.section_period = InForce(period, token.start, token.end)
    narrowed = part and not opens and whole is not None and whole.kind in _WHOLES and whole.year == period.year
    narrowed = (
        narrowed
        or spec.same
        or spec.kind == "ago"
        or (whole is None and not opens and _ends_look_back(period, context))
    )
    _put_in_force(context, period, token, narrowed=narrowed, opens=opens)


def _ends_look_back(period: Period, context: Context) -> bool:
    """Whether a year is the last of those that a whole report looks back on."""
    published = context.published
    if published is None or context.document_period is not None or not context.regional:
        return False
    return period.kind == "year" and period.year == published.year - 1 and context.genre.spanning


def _is_cut_off(period: Period | None, context: Context, text: str) -> bool:
    """截至8月底，今年…: the year only as far as it has gone."""
    cut_off = context.in_force
    if period is None or period.kind != "year" or cut_off is None or cut_off.start is None:
        return False
    if cut_off.start < context.sentence_start or text[cut_off.start] not in "截到至":
        return False
    return cut_off.period.until and cut_off.period.kind == "day" and _within_year(cut_off.period.text, period.year)


def _within_year(day: str, year: int) -> bool:
    return day.startswith(str(year)) and not day.endswith("12-31")


def _put_in_force(context: Context, period: Period, token: Token, *, narrowed: bool, opens: bool) -> None:
    """A cut-off or a part of what is in force holds for its sentence, everything else until the paragraph ends."""
    force = InForce(period, token.start, token.end)
    about = context.document_period.period if context.document_period else None
    if context.published and period.kind == "year" and period.year > context.published.year:
        context.horizon = force
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
        if (
            context.document_period is None
            and context.sentence - context.item_sentence < _OPENING
            and period.kind not in ("span", "day")
        ):
            context.document_period = context.lead_period = force
            context.lead_strong = context.sentence - context.item_sentence < _LEAD and context.figures
