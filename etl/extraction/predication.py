"""Which predicate connects a group of numbers with what it measures."""

from __future__ import annotations

import re

from etl.extraction import holdings
from etl.extraction.clauses import PERIOD_MARK
from etl.extraction.context import Context
from etl.extraction.language import lexicon, phrases
from etl.extraction.names import cleaning, indicators, nouns
from etl.extraction.names.counts import AREAS
from etl.extraction.numbers import units
from etl.extraction.predicates import readers
from etl.extraction.predicates.forms import EVERYWHERE, RANKS, WITH_SHARE
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.reading import Reading
from etl.extraction.subjects.finder import SubjectFinder

_FROM = re.compile(
    f"(?:由|从|自)(?P<rest>(?:{PERIOD_MARK}|的|下降|上涨|增长|上升|约|同比|环比|年初|原来|最初|当时|末|近|每小时|每天"
    "|每年|每吨"
    "|平均|新中国成立之初|成立之初|改革开放初期|最初的|过去的|原先的|原来的|原有的|以前的|此前的|之前的)*)$"
)
TO = re.compile(
    "^(?:，|的)?(?:大幅|快速|稳步|逐步|分别|又|再)?(?:提升|提高|增长|增加|上升|下降|降低|减少|压缩|压减|缩短|扩大|优化|改善"
    "|回落|发展|攀升|跃升|转为"
    f"|升|降|增|减|变为|转|下调|上调|调整|缩减|收窄|(?:优化)?(?:整合|合并|归并|撤并)|精简|增至|升至|降至)(?:至|到|为)?(?:了)?(?:{PERIOD_MARK}|现在的?|目前的?|如今的?|的|近|约|超|平均"
    "|下降|上涨|增长|上升)*$"
)
_COMPARED = re.compile(f"(?:与|同){PERIOD_MARK}[^，]{{0,16}}的$")  # 人口与2010年普查的7万人相比
_AGAINST = re.compile(f"(?:较|比){PERIOD_MARK}[^，]{{0,8}}的[^，]{{0,8}}?约?$")  # 规模较上季度末的6亿元增长2亿元
_BASE_ALONE = re.compile(f"，?(?:较|比|与|同){PERIOD_MARK}(?:同期|末|初)?的?约?$")  # 较上年同期5万元，由盈转亏
_PASSES = re.compile(  # 高于去年同期的5万部, 低于上月的50.2%; 超过去年的80% is no level of last year
    f"，?(?:已|仍|均|略|远|明显|大幅)*(?:(?P<rate>[高低快慢]于)|超过|超出|多于|少于|不及){PERIOD_MARK}的约?$"
)
_CHANGED = re.compile("(?:大幅|小幅|净|同比|则|已)?(?:增|减|下降|上升|提高|缩水|扩大|回升|回落|降|升|多|少)")
_MOVES = re.compile("降|涨|增|升")
_SUBJECT_FROM = re.compile(f"(?:^|{PERIOD_MARK})(?:由|从|自)$")
_CLIMBS = re.compile("(?:连升|上升|前移|提升|跃升|前进|下降|后退|下滑|提高|攀升)(?:了)?$")
_COMPLETED = re.compile(f"完成(?:了)?(?:{PERIOD_MARK}|年度|全年|年初|预算)*(?:预算|任务|目标|计划|目标任务)(?:数)?的$")
_OF_WHOLE = re.compile(
    "(?:，|约|达到?|相当于|不?超过|不低于|不足)*(?P<of>(?:全国|全省|全市|全球|世界|国内|总|当地)[^，]{0,8}?(?:总量|总数|总额|产量"
    "|市场)|(?:本|该)?(?:公司|其)?(?:总股本|总股份|股份总数|股本总额))(?:的)?"
)
_SPENDS = re.compile("(?:把|将|拿出)(?P<of>[^，]{2,12})的$")  # 把销售收入的8%投入研发
_SPENT_ON = re.compile("(?:投入|用于|用在)(?:到)?(?P<what>[^，。；的]{2,10})")
_PARTITIVE = re.compile("(?:来自|是|为|由|用于|集中)(?=[^，])")
_PART_OF_AMOUNT = re.compile(  # 接近种植面积的一成, 不超过发行总量的3%: a share of what is named so
    "(?:^|(?P<np>[^，]*?))(?:接近|超过|超|不低于|不高于|不超过|不少于|不足|低于|高于|相当于|等于|约为|约合|达到?)"
    "(?P<of>(?!同期|去年|上年|原|计划|预期)[^，\ue000]{2,16}?(?:面积|总[量数额值]|规模|产量|销量|股份|股本|人口|收入|支出|资产|市值|GDP|生产总值|成交额|余额))的$"
)
_WHOLES = ("全球", "世界", "全世界", "全国")
_NO_NAME = EVERYWHERE | {"全世界", "国内", "海外", "当地", "本地"}
_KEPT_MEASURES = ("growth_yoy", "growth_qoq", "growth_avg", "other", "share", "contribution_rate", "ratio")
_HIGHER_THAN = re.compile(  # 高于全省2.8%的平均增速
    "(?:[高低快慢优好]于|高出)(?:同期|\ue000)?(?P<of>[^，\ue000]{2,10})$"
)
_RATE_OF = re.compile(
    "的(?P<what>[^，。；的]{0,10}?)(?:整体|总体|平均)*(?P<of>[^，。；的]{0,6}?)(?:增速|增幅|增长率|增长速度)(?=$|[，。；])"
)
_A_YEAR = re.compile("年均|复合|年平均|每年|年[来间]平均")
_LEVEL_OF = re.compile("的?(?:平均|总体|整体)*水平")
_GAVE_OF = re.compile(  # 贡献了占全国三成的进出口
    "(?:贡献|创造|提供|集聚|汇聚|吸引|承担|承载|拥有|生产|完成|实现|养活)了?(?:约?占)(?P<of>[^，占]{2,10}?)(?:约|近|超过?)?$"
)
_NEXT_NOUN = re.compile("的[^，。；的]{2,12}(?:[和及与、]|以及)")  # 18%的外资和17%的外贸
_ALSO_OF = re.compile("、(?:占)?(?P<of>全[国省市球区县]|[\u4e00-\u9fff]{2,4}[省市])的")  # 占全省的1/2、全国的1/4


class Predication:
    """Chooses predicates; remembers with the context what was measured just before."""

    def __init__(self, context: Context, finder: SubjectFinder) -> None:
        self.context = context
        self.finder = finder

    def choose(self, reading: Reading) -> Predicate:
        """The predicate of a group."""
        predicate = self._read(reading, phrases.without_praise(reading.gap), reading.after)
        if predicate.average and not _A_YEAR.search(reading.gap) and not self._over_years(reading):
            return predicate._replace(average=False)  # 企业成本平均下降8%: of each firm, not a year
        return predicate

    def _over_years(self, reading: Reading) -> bool:
        force = self.context.in_force
        periods = [found.period for found in reading.periods] + ([force.period] if force else [])
        return any(period is not None and period.kind in ("span", "across") for period in periods)

    def _read(self, reading: Reading, gap: str, after: str) -> Predicate:
        origin = _FROM.search(gap)
        agent = origin and PERIOD_MARK not in origin["rest"] and _SUBJECT_FROM.search(gap[: origin.start() + 1])
        if origin and not agent:
            moved = origin["rest"] if _MOVES.search(origin["rest"]) else ""
            inner = self._read(reading, gap[: origin.start()] + moved, "")
            return inner._replace(rule=inner.rule + "_from")
        if compared := self._base_of(reading, gap, after) if PERIOD_MARK in gap else None:
            self.context.compared = True
            return self._read(reading, gap[: compared.start()], "")._replace(rule="compared_value")
        number = reading.number
        if reading.kind == "rank":
            return readers.read_rank(gap)
        if number.unit in ("位", "个位次") and _CLIMBS.search(gap):
            return Predicate("", "other", "rank_change")
        if reading.kind == "points":
            return readers.read_points(gap)
        if reading.kind == "times":
            return readers.read_times(gap, number.kind == "lexical")
        if reading.kind == "level":
            return readers.read_level(gap, counted=number.unit in units.CLASSIFIERS)
        return self._percent(reading, gap, after)

    def _base_of(self, reading: Reading, gap: str, after: str) -> re.Match[str] | None:
        """What says that the number is of a period that others are compared with: 较上年同期5万元, 低于上月的50.2%."""
        compared = _COMPARED.search(gap) if after.startswith("相比") else None
        if compared is None and reading.kind == "level":
            compared = _BASE_ALONE.fullmatch(gap) or (_AGAINST.search(gap) if _CHANGED.match(after) else None)
        if compared is None and (passes := _PASSES.fullmatch(gap)):
            rated = reading.kind == "percent" and passes["rate"] and self.context.measure in _KEPT_MEASURES
            compared = passes if rated or reading.kind == "level" else None
        return compared

    def _percent(self, reading: Reading, gap: str, after: str) -> Predicate:
        context = self.context
        if held := holdings.share(gap, after):
            return held
        if (spent := _SPENDS.search(gap)) and (purpose := _SPENT_ON.match(after)):
            return Predicate(purpose["what"] + "投入", "share", "share_of", of=cleaning.clean(spent["of"]))
        if gap.endswith("的") and _PARTITIVE.match(after):
            return Predicate("", "share", "share_of_noun", of=cleaning.clean(self.finder.take(gap[:-1])[1]) or None)
        if gap == "的" and context.last_name and context.before_last:
            return Predicate(context.before_last, "share", "share_of_amount", of=context.last_name)
        if gap.endswith("以") and (holder := WITH_SHARE.fullmatch(gap)) and (ranks := RANKS.match(after)):
            shared = self.finder.take(context.of)[1] if context.of else ""
            if indicators.head_of(shared) and not indicators.head_of(context.indicator):
                context.indicator = shared  # 星澜手机占手机出货量的22%，海晟以…: what all of them have a share of
            kept = "share" if ranks["share"] else context.measure or "share"
            return Predicate(holder["name"], "growth" if ranks["growth"] else kept, "ranked_share")
        if context.measure == "share" and (also := _ALSO_OF.fullmatch(gap)):
            return Predicate("", "share", "share_of", of=also["of"])
        if (rate := _RATE_OF.match(after)) and (higher := _HIGHER_THAN.search(gap)):
            return Predicate(higher["of"] + (rate["what"] or rate["of"]), "growth", "growth_after")
        if _LEVEL_OF.match(after) and context.measure in _KEPT_MEASURES and (higher := _HIGHER_THAN.search(gap)):
            return Predicate(
                higher["of"] + "平均水平", context.measure, "bare_percent", of=context.of
            )  # 高于全国45%的平均水平
        if after.startswith("的") and (gave := _GAVE_OF.search(gap)):
            return Predicate("", "share", "share_of_noun", of=gave["of"])
        if context.measure == "share" and _NEXT_NOUN.fullmatch(gap) and after.startswith("的"):
            return Predicate("", "share", "share_of_noun", of=context.of)
        if completed := _COMPLETED.search(gap):
            told = gap[: completed.start()].removesuffix("超额")
            return Predicate(told, "ratio", "completed")  # 新增债券完成全年计划的85%
        predicate = readers.read_percent(gap, after)
        counted = reading.number.unit == "成" or reading.number.text.endswith("以上")  # 七成企业, 70%以上县
        noun = counted and ((told := nouns.noun_after(after)) in AREAS or len(told) >= 2)
        if (
            predicate.rule in ("bare_percent", "share")
            and (after.startswith("的") or noun)
            and self._is_empty(predicate.phrase)
        ):
            everywhere = predicate.phrase if predicate.phrase in _WHOLES else None
            return predicate._replace(measure="share", rule="share_of_noun", of=everywhere)
        if predicate.rule != "bare_percent":
            return predicate
        part = _PART_OF_AMOUNT.match(gap) if not lexicon.names_something(nouns.noun_after(after)) else None
        if part:
            return Predicate(part["np"] or "", "share", "share_of", of=cleaning.clean(part["of"]))
        whole = _OF_WHOLE.fullmatch(predicate.phrase)
        if whole:
            return predicate._replace(phrase="", measure="share", rule="share_of", of=whole["of"])
        if not cleaning.clean(predicate.phrase) and context.measure in _KEPT_MEASURES:
            return predicate._replace(measure="growth" if context.measure.startswith("growth") else context.measure)
        return predicate

    def _is_empty(self, phrase: str) -> bool:
        """Whether a phrase names nothing but a place or a connective."""
        rest = cleaning.clean(self.finder.take(phrase)[1])
        return not rest or rest in _NO_NAME or not self.finder.take(rest)[1] or indicators.is_pronoun(rest)
