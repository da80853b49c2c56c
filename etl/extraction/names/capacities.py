"""What an amount before a facility or after a thing tells of it: how much it can do, how long it is."""

from __future__ import annotations

import re

_NAME = "(?P<name>[^，。；：、]{0,18}?"
_CAPACITIES = (  # the unit, the facility, what the amount is of it
    (
        re.compile("(?:千瓦|兆瓦|吉瓦|[kMG]W)$"),
        re.compile(f"{_NAME}(?:项目|工程|电站|电厂|电场|机组|基地|风机|(?:光伏|风电|储能)(?![一-鿿])))"),
        "装机容量",
    ),
    (
        re.compile("(?:千瓦|兆瓦|[kM]W)$"),
        re.compile(f"{_NAME}(?:装备|设备|装置|样机|发动机|电机|电堆|压缩机))"),
        "功率",
    ),
    (
        re.compile("(?:千瓦时|兆瓦时|吉瓦时|[kMG]Wh)$"),
        re.compile(f"{_NAME}(?:储能[^，。；：、]{{0,4}}(?:项目|电站)))"),
        "容量",
    ),
    (re.compile("(?:标准箱|标箱|TEU)$"), re.compile(f"{_NAME}(?:船|轮))"), "载箱量"),
    (re.compile("(?:载重吨|(?<!公)吨)$"), re.compile(f"{_NAME}(?:船|轮))"), "载重吨位"),
    (re.compile("(?:吨|立方米|标方)(?:/年)?$"), re.compile(f"{_NAME}(?:项目|生产线|装置))"), "产能"),
)
_LENGTH = re.compile("(?:公里|千米)$")
_NO_LENGTH = re.compile("(?:平方|吨|人)(?:公里|千米)$")
_TOLD = re.compile("[长程距径速拔深高度]$")
_ROUTE = re.compile("(?:路|线|航道|铁|高速|街|步道|绿道)$")
_TRENCH = re.compile("(?:管网|管道|管廊|管线|沟渠|水渠|渠道|渠|堤防|堤坝|河道|岸线|隧道|电缆|光缆)$")


def of_facility(unit: str, after: str) -> str:
    """30万千瓦风电项目, 6000标箱集装箱船: what the facility can do; empty for other things."""
    for amount, facility, told in _CAPACITIES:
        found = facility.match(after.lstrip("的")) if amount.search(unit) else None
        if found:
            return found["name"] + told
    return ""


def with_length(name: str, unit: str) -> str:
    """改造老旧管道1.2万公里, 新建应急道路220公里: the length of what was built."""
    if name.endswith(("线长", "堤长", "路长", "隧道长", "桥长", "管长")) and unit.endswith(("米", "里")):
        return name + "度"
    if not _LENGTH.search(unit) or _NO_LENGTH.search(unit) or _TOLD.search(name):
        return name
    return f"{name}长度" if _TRENCH.search(name) else f"{name}里程" if _ROUTE.search(name) else name
