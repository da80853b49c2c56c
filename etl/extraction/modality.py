"""Fact, target or forecast: what kind of claim a clause makes."""

from __future__ import annotations

import re

_TARGET = re.compile(
    "目标|力争|确保|争取(?!国家|到|资金|上级|中央|政策)|计划(?!单列|生育)|拟(?!建项目)|努力实现|要达到|要实现|提出到"
    "|规划到|到20\\d\\d年[^，]{0,6}(?:将|要|力争|达到)|预期(?:目标|增长)|建成后|预算安排|任务"
)
_FORECAST = re.compile(
    "预计|预测|有望|将达|将超|将增|或将|估计|预估|预期|预告|预报称|粗略估算|应该没有问题|展望|预判|将突破|将实现|将新增"
)
_DONE = re.compile(
    "完成[^，]{0,8}目标|超额完成|高于预期|好于预期|符合预期|达到预期|计划单列|超[^，]{0,4}预期|年度目标任务的"
    "|目标任务的|预期目标的"
)


def modality(clause: str, sentence: str, carried: str) -> str:
    """The modality of a claim in `clause`; a target stated for the sentence holds to its end."""
    if _DONE.search(clause):
        return "fact"
    if _TARGET.search(clause):
        return "target"
    if "控制在" in clause:
        return "target"
    if _FORECAST.search(clause):
        return "forecast"
    return carried if sentence else "fact"
