"""Fact, target or forecast: what kind of claim a clause makes."""

from __future__ import annotations

import re

_NO_PROGRAMME = (
    "(?<!行动计)(?<!专项计)(?<!倍增计)(?<!工程计)(?<!人才计)(?<!提升计)(?<!三年计)(?<!五年计)(?<!年度计)(?<!生育计)"
)
_PLANS = (
    f"计{_NO_PROGRAMME}划(?!单列|生育|[”》的，。、；]|深入|全面|入选|获批|扎实|有序|落地|$)"
    "|年度计划(?=投资|新|完成|[\\d为])"
)
_WILL_DO = (  # 将 as a verb of intention, not 将…调整为…
    "将(?:重点|新建|建[成设]|改造|实施|继续|陆续|全面|全力|进一步|开展|完成|投入|投资|推出|推进|培育|打造|新增|加快)"
)
_WILL_BE = "将(?:达|超|突破|实现|新增|有(?!关)|[上下]?[升降]|增[长加至到]|迎来|带动)"
_TARGET = re.compile(
    f"目标(?!价|是否|市场|客户|人群)|力争|确保|争取(?!国家|到|资金|上级|中央|政策)|{_PLANS}|拟(?!建项目)|努力实现"
    f"|要达到|要实现|提出到|规划到|到20\\d\\d年[^，]{{0,6}}(?:将|要|力争|达到)|预期(?:目标|增长)|建成后|预算安排|{_WILL_DO}"
)
_FORECAST = re.compile(
    "预计|预测|有望|可望|或将|估(?<!据估)计|预估|预期(?!寿命|指数|目标)|预告|预报称|粗略估算|应该没有问题|展望|预判"
    f"|{_WILL_BE}"
)
_DONE = re.compile(
    "完成[^，]{0,8}目标|超额完成|高于预期|好于预期|符合预期|达到预期|计划单列|超[^，]{0,4}预期|年度目标任务的"
    "|目标任务的|预期目标的|超[^，]{0,4}计划|已经?(?:达|超|突破|有|建成|完成|实现|形成)"
)
_TOLD = re.compile(f"{_DONE.pattern}|{_TARGET.pattern}|{_FORECAST.pattern}")  # most clauses tell none of these
_OF_ITS_CLAUSE = re.compile("确保|控制在|年度?计划投资")
_OF_ITS_SENTENCE = re.compile("目标|力争|计划(?<!年计划)(?<!年度计划)|拟|提出|规划")


def modality(clause: str, sentence: str, carried: str) -> str:
    """The modality of a claim in `clause`; a target stated for the sentence holds to its end."""
    if not _TOLD.search(clause):
        return carried if sentence else "fact"
    if _DONE.search(clause):
        return "fact"
    if _TARGET.search(clause):
        return "target"
    if _FORECAST.search(clause):
        return "forecast"
    return carried if sentence else "fact"


def ends_with_clause(clause: str) -> bool:
    """确保…: what is assured or bounded in a clause says nothing of the clauses after it."""
    return bool(_OF_ITS_CLAUSE.search(clause)) and not _OF_ITS_SENTENCE.search(clause)
