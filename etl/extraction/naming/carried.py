"""What a name takes over from the figure before it: whose profit, what is traded, by whom."""

from __future__ import annotations

import re

from etl.extraction.context import Context
from etl.extraction.language import lexicon, phrases
from etl.extraction.language.forms import without_opening
from etl.extraction.names import cleaning, indicators
from etl.extraction.numbers import units
from etl.extraction.reading import Reading

_BROUGHT = re.compile(
    "(?P<by>.*?)(?:直接|间接|累计|共|已|合计)*(?P<verb>带动|拉动|撬动|引领)(?:了)?(?P<what>[^，、]+)$"
)
_AMOUNTS = {"生产": "产量", "产出": "产量", "排放": "排放量", "收购": "收购量", "加工": "加工量"}
_MADE = re.compile("(?:^|累计|共|已|合计)(?P<verb>生产|产出|排放|收购|加工)(?:了)?(?P<what>[^，、的]{2,10})$")
_OUTPUT_GREW = re.compile(
    "(?:企业|工业|^)(?:累计|共)?生产(?!总值|性|服务|经营|者|指数|活动|成本|效率|规模|能力|资料|价格|线|形势)(?P<what>[\u4e00-\u9fff]{2,12})$"
)
_PIECES = frozenset("辆台套只把片块部件支双架艘张块")
_TOGETHER = re.compile("，?(?:合计|共同|共)+(?:拉动|贡献)")  # what those did that were told of before
_OF_A_THING = re.compile("(?:计划|累计)?总?(?:规模|投资额?|建筑面积|占地面积|装机容量|产能|长度|里程|库容)")
_BEHIND = re.compile(
    "的(?P<what>[^，。；：、的]{2,24}?(?:基金(?:集群|群)?|项目|工程|基地|园区|产业园|中心|平台|电站|铁路|公路|大桥))(?=$|[，。；、]|[今昨正已顺]|开工|投产|签约|落)"
)
_ACHIEVED = re.compile("(?:共|累计|合计|已)*实现")
_SCOPE = re.compile("全[国省市区县]")
_LOANS = frozenset(("贷款余额", "各项贷款余额"))
_EMITTED = re.compile("(?<=..)排放(?:了)?(?P<what>[^，、的量]{2,10})$")
_FLOW = re.compile("(?P<of>.*?)(?:进出口|出口|进口)(?P<as>总值|总额|额|值|量|规模)?$")
_FLOWS = frozenset(("出口", "进口", "进出口值", "进出口额", "出口额", "进口额", "出口值", "进口值", "出口量", "进口量"))
_TRADERS = re.compile("(?P<who>.*(?:企业|主体))(?:数量?|家数|户数)$")
_LOSSES, _GAINS = frozenset(("亏损", "净亏损", "亏损额")), frozenset(("盈利", "溢利", "净利润", "利润"))
_RESULTS = _LOSSES | _GAINS


def completed(name: str, reading: Reading, context: Context) -> str:
    """The name with what the figure before tells of it."""
    if not name and len(context.members) > 1 and _TOGETHER.match(reading.gap):
        return "与".join(member.removesuffix("增加值") for member in context.members)
    if name == "存量" and context.indicator.endswith("增量"):
        return context.indicator.removesuffix("增量") + name  # 融资规模增量…，存量…
    if name in _LOANS and "存款" in context.indicator and context.head_sentence == context.sentence:
        return context.indicator.replace("存款", "贷款")  # 本外币存款余额…；贷款余额…
    return profit_of(flow_of(made(name, reading, context), context), context.indicator)


def of_the_counted(name: str, phrase: str, context: Context) -> str:
    """42家新空间实现消费总额2亿元: what those achieved that the figure before counts."""
    if "实现" not in phrase:
        return name
    counted = without_opening(_SCOPE, context.last_name.removesuffix("数"))
    did = len(counted) > 2 and phrase.startswith(counted) and _ACHIEVED.match(phrase, len(counted))
    return counted + name if did and indicators.head_of(name) and not name.startswith(counted) else name


def of_what_follows(name: str, reading: Reading, subject: str | None) -> str:
    """设立总规模50亿元的发展基金: the size of what stands behind the amount, where that is not whom it is told of."""
    behind = _BEHIND.match(reading.after) if reading.after.startswith("的") and _OF_A_THING.fullmatch(name) else None
    return behind["what"] + name if behind and behind["what"] != subject else name


def brought(name: str, phrase: str, reading: Reading) -> str:
    """演出带动消费3亿元: an amount that came along with something is not all of its kind."""
    if "动" not in phrase or reading.number.kind == "rank" or not units.is_money(reading.number.unit):
        return name
    found = _BROUGHT.match(phrase)
    if not found or cleaning.clean(found["what"]) != name:
        return name
    by = cleaning.clean(found["by"].rpartition("，")[2])
    return (by if phrases.theme(by) == by else "") + found["verb"] + name


def achieved(name: str, phrase: str, reading: Reading, context: Context) -> str:
    """企业完成投资5亿元、研发投入3亿元: what goes on after 、 was achieved by the same ones."""
    by = cleaning.achiever_of(phrase, name)
    if by or not reading.gap.startswith("、"):
        context.achiever = by
        return name
    if reading.kind != "level" or indicators.is_population(indicators.modifier_of(name)):
        return name
    return context.achiever + name if context.achiever and indicators.head_of(name) else name


def made(name: str, reading: Reading, context: Context) -> str:
    """生产天然气5亿立方米，原油2万吨: how much was made is an output, and so is what the list goes on with."""
    unit = reading.number.unit
    if reading.kind == "percent" and (grew := _OUTPUT_GREW.search(name)):
        return grew["what"] + "产量"  # 企业生产发动机增长5%
    pieces = unit in _PIECES or (context.viewed == "产量" and unit in units.CLASSIFIERS)  # 生产汽车6万辆
    if reading.kind != "level" or not (units.is_physical(unit) or pieces) or unit in units.TIME_UNITS:
        return name
    found = _MADE.search(name)
    if found and unit in _PIECES and found["verb"] not in ("生产", "产出"):
        return name
    if emitted := _EMITTED.search(name) if not found else None:
        return emitted["what"] + "排放量"
    if found:
        context.made = _AMOUNTS[found["verb"]]
        return found["what"] + context.made
    if not name or indicators.head_of(name):
        return name
    goes_on = context.made and all(word.tag.startswith("n") for word in lexicon.words(name))
    context.made = context.made if goes_on else ""
    return name + context.made


def flow_of(name: str, context: Context) -> str:
    """出口 after 服务进出口总额, 进出口值 after 民营企业数量: what is traded, or by whom."""
    if name not in _FLOWS or context.head_sentence != context.sentence:
        return name
    if traders := _TRADERS.match(context.indicator):
        return traders["who"] + name
    flow = _FLOW.match(context.indicator)
    if not flow or not flow["of"]:
        return name
    return flow["of"] + name + ((flow["as"] or "") if name in ("出口", "进口") else "")


def profit_of(name: str, indicator: str) -> str:
    """亏损 after 股东应占净利润 is of the same owners: 股东应占净亏损."""
    if name not in _RESULTS:
        return name
    head = indicators.head_of(indicator)
    if head not in _RESULTS or head == indicator:
        return name
    if (name in _LOSSES) == (head in _LOSSES):
        return indicator
    return indicators.modifier_of(indicator) + ("净" + name if head == "净利润" and name == "亏损" else name)
