"""Makes the draft of one claim: its unit, qualifier, period, measure and full name."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from etl.extraction import timing
from etl.extraction.context import Context, InForce
from etl.extraction.draft import Draft
from etl.extraction.lexer import Number
from etl.extraction.names import cleaning, indicators
from etl.extraction.names.catalogue import catalogue_name
from etl.extraction.names.counts import PEOPLE
from etl.extraction.numbers import units
from etl.extraction.periods.calendar import Period
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.reading import Reading
from etl.extraction.subjects.subject import Subject
from etl.vocabulary import Vocabulary

_QUALIFIED_AFAR = re.compile(r"(?P<word>约|近|超过?|逾|不足|大约)(?:合|占|为)[^，\d]{0,14}$")
_AFAR = {"约": "approx", "近": "approx", "大约": "approx", "不足": "less_than"}
_PART_WORDS = {
    "超过": "more_than",
    "约占": "approx",
    "约为": "approx",
    "约": "approx",
    "近": "approx",
    "接近": "approx",
    "不足": "less_than",
}
_MONEY_NAME = re.compile(
    "(?:收入|支出|投资|生产总值|增加值|产值|利润|亏损|盈利|预算|经费|金额|总额|市值|消费|资金|财政|营收|成交额|销售额"
    "|融资|贷款|存款|余额"
    "|税收|债|资产|大关|GDP|净利|费用|红利|外贸|进出口|贸易(?:额|规模|总额)|大单|中标|合同|票房|储蓄|基金|理财|信托|ETF|(?<![名员])额$|成交(?!量|套|面积|房))"
)
_COUNTED = (  # what 亿 and 万 without a unit count, by the end of the name
    (re.compile("人次$"), "人次"),
    (re.compile("场次$"), "场"),
    (re.compile(f"(?:{units.PEOPLE}|人数|就业|务工(?:规模|总量)?)$"), "人"),
    (re.compile("岗位数?$"), "个"),
    (re.compile(f"(?:{units.HOUSEHOLDS})(?:数|总数)?$"), "户"),
)
_ABBREVIATION = re.compile("[A-Z]{2,5}")
_HOUSEHOLDS = re.compile(units.HOUSEHOLDS)
_PROPORTION = re.compile("(?:收入比|系数|弹性|之比|比值|抚养比)$")
_TO_ONE = re.compile("[:：]1$")
_COMPARED_WORDS = ("高于", "低于", "大于", "小于")
_TRADED_AS = re.compile("(?<=[进出]口)(?:总?[额值]|规模)$")  # 进出口值 and its share: 进出口占外贸比重
_ECONOMY = re.compile("(?P<what>(?!地区|国内|全国|全省|全市)[^，]{2,4})生产总值")
_SHORTENED = ("增加值", "营业收入")  # not said twice: 制造业增加值占工业比重


class ClaimMaker:
    """Turns a number with its name and predicate into a draft."""

    def __init__(self, context: Context, vocabulary: Vocabulary) -> None:
        self.context = context
        self.vocabulary = vocabulary
        self.modality = "fact"

    def make(self, reading: Reading, number: Number, name: str, predicate: Predicate, subject: Subject | None) -> Draft:
        """The claim that `number` makes about `name`."""
        context = self.context
        name = self._full_name(name, subject, number)
        number = self._in_full(number, name, reading)
        draft = Draft(
            number,
            name,
            predicate.measure,
            predicate.rule,
            subject=subject,
            falls=predicate.falls,
            of=predicate.of,
            qualifier=_qualifier(number, reading.gap, predicate),
            modality=self.modality,
            unit=number.unit,
        )
        force = timing.at_number(draft, reading.periods, reading.gap, context)
        inside = (
            force is not None and force.start is not None and reading.clause.start <= force.start < reading.clause.end
        )
        timing.assign(draft, force, inside, predicate, context, reading.words)
        draft.measure = _measure(predicate, draft, context)
        if draft.measure == "share" or "占比" in reading.gap:
            context.share_word = "占比" if "占比" in reading.gap else "比重"
        if draft.modality == "fact" and self._is_ahead(draft.period, reading.words):
            draft.modality = "target"
        timing.refine(draft, predicate, reading, context, force)
        self._stretch(draft, predicate, reading.gap)
        if draft.measure in ("level", "count") and predicate.rule == "level_increase" and context.compared:
            draft.measure = "other"
        draft.compared_with = timing.compared_with(draft, predicate, reading.periods)
        if draft.measure == "growth_yoy" and timing.follows_on(draft.period, draft.compared_with):
            draft.measure = "growth_qoq"
        if draft.measure == "share" and draft.of is None:
            draft.of = context.whole
        if name not in self.vocabulary.indicator_names:
            draft.indicator = catalogue_name(name, draft.measure, draft.unit)
        if draft.measure == "contribution_pp" and (trade := _ECONOMY.fullmatch(draft.indicator)):
            draft.indicator = trade["what"] + "经济"  # what pulls is the trade, not its product
        if draft.measure == "change_pp":
            averaged = context.measure == "growth_avg" and not predicate.change_of
            draft.indicator = _difference_name(
                name, self._changing(predicate), subject, context.share_word, average=averaged
            )
        self._note_period(draft, force)
        return draft

    def _full_name(self, name: str, subject: Subject | None, number: Number) -> str:
        """Written out as the vocabulary has it where the text writes it short: 规上…, CPI, 海洋经济总量."""
        name = indicators.canonical(name, subject.name if subject else None, pieces=number.unit in units.CLASSIFIERS)
        short = name.endswith("经济总量") or (name.isascii() and _ABBREVIATION.fullmatch(name))
        known = self.vocabulary.indicator_names.get(name) if short else None
        if known:
            return self.vocabulary.indicators[known].name
        if name.startswith(("规上", "规模以上")) and name.endswith("营收"):
            name = name.removesuffix("营收") + "营业收入"
        if "规上" not in name:
            return name
        code = self.vocabulary.indicator_names.get(name)
        full = name.replace("规上", "规模以上")
        whole = name.startswith("规上") or (code and self.vocabulary.indicators[code].name == full)
        return full if whole else name

    def _is_ahead(self, period: Period | None, words: str) -> bool:
        """Whether a period is yet to come, or of one that runs on the clause says what will be."""
        published = self.context.published
        if period is None or published is None or period.year <= published.year:
            return False
        return int(period.text[:4]) > published.year or "将" in words or period.kind not in ("span", "across")

    def _note_period(self, draft: Draft, force: InForce | None) -> None:
        if draft.period and force is not None:
            years, year = self.context.years, draft.period.year
            years[year] = years.get(year, 0) + 1
        if draft.period and draft.period_source and draft.period.kind == "day" and draft.period.until:
            self.context.cut_off = InForce(draft.period, *draft.period_source)
        passing = draft.rule.endswith(("_from", "compared_value")) or self._is_base(draft)
        if draft.period and draft.period_source and not passing:
            self.context.last_period = InForce(draft.period, *draft.period_source)

    def _is_base(self, draft: Draft) -> bool:
        """与2010年的…人相比: the year compared with does not hold for what follows."""
        return draft.period is not None and draft.period.year == self.context.base_year

    def _stretch(self, draft: Draft, predicate: Predicate, gap: str) -> None:
        """Growth after 由2017年的…增加到2022年的… is over all these years."""
        stretch = self.context.stretch
        if not stretch:
            return
        if draft.measure == "level" and "累计" in gap:
            draft.period = Period(f"{stretch[0] + 1}/{stretch[1]}", stretch[1], "span")  # 五年间，投资累计完成…
        if draft.measure not in ("growth_avg", "growth_yoy", "other"):
            return
        if predicate.average or "累计" in predicate.verb or (not predicate.yearly and not predicate.base):
            draft.period = Period(f"{stretch[0] + 1}/{stretch[1]}", stretch[1], "span")
            draft.measure = "growth_avg" if predicate.average else "other"

    def _in_full(self, number: Number, name: str, reading: Reading) -> Number:
        """717万, 60亿 with the unit left out: money as written, things counted in full, by what the name says."""
        if number.unit not in units.LARGE:
            said = number.unit is None and number.value >= 10**8 and _MONEY_NAME.search(name)
            return replace(number, unit="元") if said else number
        whom = PEOPLE.match(reading.after)
        told = ("户" if _HOUSEHOLDS.search(whom[0]) else "人") if whom else None
        unit = told or self._left_out(name, reading.words)
        if unit in units.MONEY_UNITS:
            return replace(number, unit=number.unit + unit)
        factor = units.LARGE[number.unit]
        return replace(number, value=number.value * factor, step=number.step * factor, unit=unit)

    def _left_out(self, name: str, words: str) -> str | None:
        """The unit that the end of the name, the vocabulary or what was said before gives; 元 where money is told."""
        for ending, unit in _COUNTED:
            if ending.search(name):
                return unit
        code = indicators.code_of(self.vocabulary, name)
        known = self.vocabulary.indicators[code].unit if code else None
        base = units.to_base(Decimal(1), known)[1] or self.context.indicator_units.get(name)
        if base in units.MONEY_UNITS or base in units.CLASSIFIERS:
            return base
        return "元" if _MONEY_NAME.search(name + words) else None

    def _changing(self, predicate: Predicate) -> Predicate:
        """What a bare difference in points is of: a share or a contribution where that was stated just before."""
        context = self.context
        said = cleaning.clean(predicate.phrase)
        if predicate.change_of == "share\t" and indicators.is_pronoun(said) and context.measure == "share":
            return predicate._replace(change_of=f"share\t{context.of or ''}")
        if predicate.change_of or said:
            return predicate
        if context.measure == "share":
            return predicate._replace(change_of=f"share\t{context.of or ''}")
        if context.measure in ("growth_yoy", "growth_avg") and not predicate.chained:
            return predicate._replace(change_of="growth")
        if context.measure == "contribution_rate":
            return predicate._replace(change_of=f"contribution\t{context.of or ''}")
        return predicate


def _qualifier(number: Number, gap: str, predicate: Predicate) -> str:
    if predicate.rule == "part_of":
        return _PART_WORDS.get(predicate.verb, number.qualifier)
    if number.qualifier == "exact":
        afar = _QUALIFIED_AFAR.search(gap)
        return _AFAR.get(afar["word"], "more_than") if afar else "exact"
    if number.text.startswith(_COMPARED_WORDS) and gap.endswith(("远", "仍", "明显", "显著")):
        return "exact"
    return number.qualifier


def _difference_name(name: str, predicate: Predicate, subject: Subject | None, share: str, *, average: bool) -> str:
    change, _, of = predicate.change_of.partition("\t")
    if change == "growth":
        if name.endswith("价格指数") and not average:
            return name + "同比涨幅"
        return name if name.endswith("增速") else name + ("年均增速" if average else "增速")
    if change == "share" and of:
        whole = indicators.canonical(of.removeprefix("我国"), subject.name if subject else None)
        whole = whole.replace("规上", "规模以上")
        head = indicators.head_of(name)
        if name.endswith("增加值") and whole.startswith(("规模以上", "规上")) and indicators.is_industry(whole):
            whole += "增加值"
        elif head in _SHORTENED and whole != head and not whole.startswith("规模以上"):
            whole = whole.removesuffix(head)
        return f"{_TRADED_AS.sub('', name)}占{whole}比重"
    if change == "share" and name.endswith("增加值"):
        return f"{name}占{indicators.canonical('GDP', subject.name if subject else None)}比重"
    if change == "share":
        return name + share
    if change == "contribution":
        return f"{name}对{of}的贡献率" if of else f"{name}贡献率"
    return name


def _measure(predicate: Predicate, draft: Draft, context: Context) -> str:
    if predicate.measure == "level":
        if draft.unit is None and (_PROPORTION.search(draft.indicator) or _TO_ONE.search(draft.number.text)):
            return "ratio"
        counted = draft.unit in units.CLASSIFIERS or (draft.unit is None and draft.number.value >= 1000)
        return "count" if counted else "level"
    if predicate.measure != "growth":
        return predicate.measure
    if predicate.average:
        return "growth_avg"
    if predicate.yearly and not predicate.chained:
        return "growth_yoy"
    if predicate.chained or context.chained:
        return "growth_qoq"
    if not predicate.yearly and draft.period and draft.period.kind == "span":
        return "other"
    return "growth_yoy"
