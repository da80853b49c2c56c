"""Names with the parts that the clause leaves out: what is ranked, the metric of a thing, whose metric it is."""

from __future__ import annotations

import re

from etl.extraction.context import Context
from etl.extraction.language.words import words
from etl.extraction.lexer import Number
from etl.extraction.names import indicators, nouns
from etl.extraction.names.counts import CHANGED, GROUPS
from etl.extraction.names.forms import (
    AMONG,
    AREA_UNIT,
    DAILY,
    GRANTED,
    IN_ORDER,
    IS_LIST,
    NEAR_SCOPE,
    NO_RANKED,
    OF_THE_WHOLE,
    OF_WHERE,
    PASSED,
    PER,
    RANKED_IN,
    SHARED_OUT,
    SIZE,
    STATE,
    STATE_AT_END,
    STATES,
    TERM,
    TERM_ENDS,
    TOTAL,
    TOTAL_OF_COUNTED,
    TRADES,
    WHERE,
)
from etl.extraction.naming.elision import is_retail_class, joined, shared
from etl.extraction.naming.membership import of_terms
from etl.extraction.naming.topics import ranking_name
from etl.extraction.numbers import lists, units
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.predicates.tails import distribution
from etl.extraction.reading import Reading

# Counts of these are of what other metrics are of.
_COUNTED_OWNERS = re.compile("(?:企业|单位|公司|户|机构|人次|架次)(?:数量?)?$")
# Firms that are told of by their number first, and then by these.
_FIRMS = re.compile("(?!入[园驻]|[集聚]|引|落户|培育|招|在园|园区)[^的]{1,14}(?:企业|公司|单位|机构|合作社|信托|基金)")
_OF_FIRMS = re.compile(
    "(?:平均)?用工|从业人员|营业收入|营收|利润总额|资产总额|财产规模|产值|总产值|注册资本金?|实缴资本"
)
_WITH_MONEY = re.compile(
    "(?:累计)?(?:贴息|减免|退税|减税|降费|退费|让利|兑付|偿还|授信|增信|担保|理赔|赔付|捐赠|拨付|分红|派息|回购|化解|追回)"
)
_DEEDS = ("改造", "建设", "转型", "升级", "攻关", "合作")  # 改造投入: these own nothing else
_NO_OWNERS = frozenset(("扣非", "归母", "年", "产品", "企业", "公司", "单位", "机构"))  # 扣非: of profits only
_AMOUNT_AT_END = re.compile("(?:总数|数量|总量)$")
_SIZE_FIRST = re.compile(f"^{SIZE.pattern}")
_IN_GROUPS = re.compile("(?<=..)(?:批次|批|期|轮|届)数$")
_GATHERED = re.compile(  # 产业园集聚企业43家，实现产值…: of the park
    "(?P<where>.{2,14}(?:园区?|基地|集群|平台|中心|小镇))(?:集聚|入驻|落户|引进|汇聚|聚集|吸引)(?:[\u4e00-\u9fff]{0,4})企业"
)
_CONSUMED = frozenset(  # the classes of the consumer price index
    words(
        "食品烟酒 衣着 居住 生活用品及服务 生活用品和服务 交通和通信 交通通信 教育文化和娱乐 教育文化娱乐 医疗保健 "
        "其他用品和服务 其他用品及服务"
    )
)
_YIELDS = ("产量", "单产", "总产", "产值")
_ACCIDENTS = ("事故", "火灾", "灾害", "案件")
_CASUALTIES = frozenset(("死亡", "受伤", "伤亡", "失踪"))
_AND_OTHERS = re.compile(
    "等(?:[\u4e00-\u9fff]{1,4}性)?(?:重点|主要|大宗)?(?:行业|产品|产业|领域|地区|企业|商品|项目|消费(?!$))?(?=[\u4e00-\u9fff]*$)"
)
_TRADED_THING = re.compile("(?:出口|进口)(?=[\u4e00-\u9fff]{2,})")
_TRADED = re.compile("(?<=..)(?:贸易|外贸|进出口|出口|进口)(?:总值|总额|额|值)?$")
# Metrics that a topic owns, where the clause before names one: 开工率, 采购额.
_OF_TOPIC = re.compile("(?:累计|平均|总)?[\u4e00-\u9fff]{2}(?:率|额)")


class Namer:
    """Names what numbers measure, with the context of what was measured before."""

    def __init__(self, context: Context, known: dict[str, str]) -> None:
        self.context = context
        self.known = known

    def daily(self, name: str, reading: Reading) -> str:
        """上升至日均4000万单: an average a day belongs to the name."""
        found = DAILY.search(reading.gap) if reading.kind == "level" else None
        if not found or found[0] in name:
            return name
        return ("日均" if found[0][0] == "每" else found[0]) + name.replace("累计", "", 1)

    def ranked_list(self, name: str, reading: Reading) -> list[str] | None:
        """增加值、产值分别居第1位和第2位, 均居首位: the names that several ranks, or one rank of several, are of."""
        count = len(reading.group)
        each = count == 1 and distribution(reading.gap) == "均"
        if count == 1 and not each:
            return None
        if indicators.head_of(name) and not indicators.points_back(name):
            members = lists.split_members(name, count) if count > 1 else lists.any_members(name)
            return shared(members) if members and len(members) > 1 else None
        told = self.context.members or self.context.recent
        if each:
            return told if len(told) > 1 else None
        spread = re.search("分别|分列|分居|依次", reading.gap)
        recent = list(dict.fromkeys(self.context.recent))
        told = recent if len(recent) >= count else told
        return told[-count:] if spread and len(told) >= count else None

    def ranked(self, name: str, phrase: str, predicate: Predicate, reading: Reading) -> str:
        """What is ranked; where nothing is named, what stands behind the rank or the list it is ranked in."""
        context, gap = self.context, reading.gap
        if reading.number.text.endswith("个") and (order := IN_ORDER.match(reading.said)):
            passed = context.indicator if PASSED.match(order["done"]) else ""
            return f"{passed}{order['done']}的先后位次"
        goes_on = (
            predicate.rule == "rank_bare" and gap.startswith("、") and reading.clause.numbers[0] is not reading.number
        )
        if goes_on and context.last_name and not indicators.head_of(name):
            return context.last_name  # 增速居全省第2位、全国第5位
        if reading.after.startswith("的") and not indicators.head_of(name) and name not in self.known:
            scope = NEAR_SCOPE.sub("", predicate.of or "").strip("的")
            return scope if len(scope) >= 6 else nouns.noun_after(reading.after) or name  # 位居世界首位的管网规模
        listed = RANKED_IN.search(phrase)
        if listed:
            context.ranking = ranking_name(listed["list"])
        scope = NEAR_SCOPE.sub("", predicate.of or "").strip("的")
        name = NO_RANKED.sub("", AMONG.sub("", name))
        plain = len(name) < 5 and not indicators.head_of(name) and name not in self.known
        if not indicators.is_pronoun(name) and not (plain and context.indicator):
            return self._owned(name) if indicators.is_dependent(name) else name
        if context.ranking:
            return context.ranking
        if gap.startswith("、") and context.last_name:
            return context.last_name  # 居中部第一、全国第十
        return scope if len(scope) >= 6 and IS_LIST.search(scope) else context.indicator

    def complete(self, members: list[str], kind: str, predicate: Predicate, number: Number) -> list[str]:
        """Names with the parts restored that the list or the clause leaves out."""
        names = [member.strip("，、的；") for member in members]
        if len(names) > 1:
            names = of_terms(shared([*names[:-1], _AND_OTHERS.sub("", names[-1])]))
        return [self._whole(name, kind, predicate, number) for name in names]

    def complete_one(self, name: str, kind: str, predicate: Predicate, number: Number) -> str:
        """A name that is no list with the parts restored that the clause leaves out."""
        return self._whole(name.strip("，、的；"), kind, predicate, number)

    def _whole(self, name: str, kind: str, predicate: Predicate, number: Number) -> str:
        name = self.restore(name, kind, predicate, number)
        named = kind != "level" or not name or indicators.head_of(name) or name.endswith(("地", "田", "园"))
        return name if named or not AREA_UNIT.match(number.unit or "") else name.removesuffix("数") + "面积"

    def restore(self, name: str, kind: str, predicate: Predicate, number: Number) -> str:
        """A single name with its elided parts: what is measured, or of what it is."""
        context = self.context
        base = units.to_base(number.value, number.unit)[1] or ""
        if "每" in name and context.indicator and (per := PER.fullmatch(name)):
            return per["per"] + _AMOUNT_AT_END.sub("", context.indicator)
        if name in _CONSUMED and predicate.measure == "growth" and "价格" in context.indicator:
            return name + "价格"  # 居民消费价格持平。分类别看，衣着下降2%
        if name in _CASUALTIES and number.unit == "人":
            accident = context.counted.removesuffix("数")
            owner = accident if accident.endswith(_ACCIDENTS) else ""
            return f"{owner}{name}人数"  # 发生交通事故3起，死亡4人
        if name == "成交" and base in units.MONEY_UNITS:
            return "成交额"
        if name in STATES and context.indicator:
            stated = STATE_AT_END.search(context.indicator)
            if stated:
                return f"{context.indicator[: stated.start()]}{name}"
            inside = STATE.search(context.indicator)  # 成交3091宗 after 挂牌3933宗标的, 投产12个 after 签约项目37个
            begin, end = inside.span() if inside else (0, 0)
            return context.indicator[:begin] + name + context.indicator[end:]
        if name in ("支出", "总支出") and context.indicator.endswith("收入"):
            return context.indicator.removesuffix("收入").removesuffix("总") + name
        if context.indicator and ("元" in name or "人" in name) and SIZE.fullmatch(name):
            return name.removesuffix("的") + "的" + _SIZE_FIRST.sub("", context.indicator.rpartition("的")[2])
        if indicators.is_pronoun(name):
            known = context.indicator_units.get(context.indicator)
            if base in units.MONEY_UNITS and (granted := GRANTED.match(context.indicator)):
                return granted["what"]
            if kind == "level" and base in units.MONEY_UNITS and _WITH_MONEY.fullmatch(name):
                return name  # 贴息1.4亿元: what was done with the money
            if context.topic and name in ("总数", "数量", "规模", "总量", "总额") and kind == "level":
                return context.topic + (name if context.topic.endswith(TRADES) else "")
            if kind == "level" and base not in context.unit_indicators and not indicators.points_back(name):
                return name
            if (
                kind == "level"
                and base in context.unit_indicators
                and (known in units.MONEY_UNITS or known in units.CLASSIFIERS)
                and known != base
            ):
                return context.unit_indicators[base]
            told = CHANGED.sub("", context.indicator) if TOTAL.search(name) else context.indicator
            return (_IN_GROUPS.sub("", told) if kind == "level" and number.unit not in GROUPS else told) or name
        if name.startswith("对") and not indicators.head_of(name) and context.indicator.startswith("对"):
            traded = _TRADED.search(context.indicator)
            return name + (traded[0] if traded else "")  # 对甲国增长2%, after 对乙国进出口总值
        if name.startswith("对") and "对" in context.indicator[1:] and indicators.head_of(name):
            return context.indicator[: context.indicator.index("对", 1)] + name  # 产品对甲地出口增长5%，对乙地出口…
        if context.indicator and name.endswith(TERM_ENDS) and TERM.fullmatch(name):
            return name + TERM.sub("", context.indicator)  # 其中，隔夜期8亿元，7天期…
        if name in WHERE and context.indicator:
            return name + OF_WHERE.sub("", context.indicator)
        if context.counted and context.counted in context.recent and TOTAL_OF_COUNTED.match(name) and "投资" in name:
            return joined(context.counted.removesuffix("数"), name)  # 开工项目3个，面积5亩、总投资…
        if context.topic and (_OF_TOPIC.fullmatch(name) or TOTAL_OF_COUNTED.match(name)):
            return joined(context.topic, name)
        if indicators.is_dependent(name) or (context.measure == "count" and TOTAL_OF_COUNTED.match(name)):
            return self._owned(name)
        if predicate.measure == "growth" and is_retail_class(name):
            return name + "零售额"
        if indicators.is_bare(name) and name not in self.known:
            return self._with_head(name, kind, predicate, number, base)
        if indicators.is_industry(name) and predicate.measure in (
            "share",
            "contribution_rate",
            "growth",
            "contribution_pp",
        ):
            return self._with_head(name, kind, predicate, number, base)
        return name

    def _owned(self, name: str) -> str:
        """A metric with what it is of: 工业机器人出口量 after 工业机器人产量."""
        context = self.context
        if context.of_place and context.subject and context.subject.kind == "organisation":
            return name  # 星澜集团营收 after 全市工业企业营收
        if context.measure == "count" and context.recent and TOTAL_OF_COUNTED.match(name):
            return joined((context.counted or context.indicator).removesuffix("数"), name)
        if context.topic:
            return joined(context.topic, name)
        firms = context.counted.removesuffix("数")
        if (park := _GATHERED.fullmatch(context.indicator.removesuffix("数"))) and not name.startswith("总"):
            return joined(park["where"], name)
        if _OF_FIRMS.fullmatch(name) and _FIRMS.fullmatch(firms) and context.counted in context.recent:
            return joined(firms, name)
        counted = context.measure == "count" and not indicators.head_of(context.indicator)
        if counted and not _COUNTED_OWNERS.search(context.indicator):
            return name
        if indicators.head_of(context.indicator).endswith("率"):
            return name
        if not indicators.head_of(context.indicator) and not indicators.is_population(context.indicator):
            return name
        modifier = indicators.modifier_of(context.indicator).removesuffix("总").removesuffix("数")
        modifier = CHANGED.sub("", modifier) if name.startswith("总") else modifier
        if name.endswith(_YIELDS):
            modifier = modifier.removesuffix("种植").removesuffix("播种")  # 咖啡种植面积…，产量…
        if modifier in _NO_OWNERS:
            return name
        whole = indicators.head_of(context.indicator) in OF_THE_WHOLE and not indicators.is_population(modifier)
        if modifier == indicators.head_of(modifier) or modifier.endswith(_DEEDS):
            return name  # 盈利 of 盈利规模 owns no other metric
        return name if whole or modifier.startswith(("人均", "居民")) else joined(modifier, name)

    def _with_head(self, name: str, kind: str, predicate: Predicate, number: Number, base: str) -> str:
        """A name of things with the metric of the clause before: 制造业 after 采矿业增加值."""
        context = self.context
        industry = indicators.is_industry(name)
        same = context.head_sentence == context.sentence
        of_economy = predicate.of is None or indicators.is_gdp(predicate.of) or "经济" in predicate.of
        if predicate.measure == "share" and industry and of_economy:
            shares_it = predicate.measure == "share" and predicate.of is None and context.head in SHARED_OUT
            return name + (context.head if same and shares_it else "增加值")
        if predicate.measure.startswith("contribution") and predicate.of and of_economy:
            return name  # what a trade gives to the economy has nothing to do with the figure before
        if predicate.measure == "change_pp" and predicate.change_of.startswith("share") and industry:
            return name + "增加值"
        if predicate.measure in ("growth", "change_pp"):
            if context.head.startswith("居民") and name.endswith("居民"):
                return name + context.head.removeprefix("居民")
            if (
                context.head
                and not context.head.endswith(("率", "数", "人次"))
                and (same or indicators.is_population(name))
            ):
                return name + context.head
            if industry and predicate.measure == "growth":
                return name + "增加值"
        if same and context.viewed == context.head and kind == "level" and number.unit not in units.MONEY_UNITS:
            return name + context.head  # 从产品产量看，汽车3万辆
        traded = _TRADED_THING.match(context.indicator) if context.parted else None
        if traded and kind == "level" and base in units.MONEY_UNITS:
            return name + traded[0]  # 出口机电产品8亿元，其中手机3亿元
        if kind == "level" and base in context.unit_indicators and number.unit not in units.CLASSIFIERS:
            money = base in units.MONEY_UNITS
            head = indicators.head_of(context.unit_indicators[base])
            if same and name.endswith("居民") and head.startswith("居民"):
                return name + head.removeprefix("居民")
            if same and (industry or not money or context.parted or indicators.is_population(name)):
                return name + indicators.metric_of(context.unit_indicators[base], name)
        return name
