"""Units of the figures in prose: how they are written, and what their base unit is."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from etl.extraction.language.words import either, words
from etl.extraction.numbers.numerals import SCALES

PERCENT, POINT, RANK, RATIO, TIMES = "%", "个百分点", "位", "比例", "倍"

MONEY = words(
    "元人民币 美元 港元 港币 欧元 日元 英镑 韩元 卢布 新台币 澳元 加元 新加坡元 新元 "
    "瑞士法郎 卢比 泰铢 人民币 元 块钱 块 角 分钱 港仙 仙"
)
PHYSICAL = words(
    "吨标准煤 吨标煤 千克标准煤 克标准煤 吨油当量 吨海里 "
    "吨公里 人公里 公吨 吨 千克 公斤 毫克 微克 克 市斤 斤 平方公里 平方千米 平方公尺 平方米 立方公尺 "
    "立方米 平方厘米 标准立方米 立方 标方 公里 千米 厘米 毫米 纳米 微米 海里 英寸 英尺 公尺 米 ㎡ 万亩 亩 公顷 千瓦时 "
    "千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 太瓦时 瓦时 千伏安 千伏 伏安 伏 瓦 度电 度 毫升 千升 升 标准箱 标箱 摄氏度 ℃ 桶 盎司 "
    "载重吨 总吨 修正总吨 马力 大卡 太字节 艾字节 TEU PB TB GB MB KB EB ZB EFLOPS PFLOPS FLOPS PF EF Tbps Gbps Mbps "
    "kWh MWh GWh TWh GW MW kW km kg mg μg mm cm nm Hz GHz MHz 芯公里 车道公里 延米 英里 太瓦 焦耳 吉焦 "
    "兆字节 吉字节 像素 分贝 帕 兆帕 个点 当量 单量 单位当量 点 P"
)
TIME = words(
    "个工作日 工作日 个交易日 交易日 个自然日 个小时 小时 分钟 秒钟 毫秒 秒 周岁 岁 周年 年 个月 个季度 个星期 周 天 "
    "日 月"
)
COUNT = words(
    "重量箱 机架 端口 件套 剂 页 "
    "大类 小类 个位次 轮次 人次 人天 人 架次 班次 车次 艘次 户次 台次 批次 场次 件次 列次 航次 剂次 辆次 频次 例次 "
    "户 位 名 家 个 项 条 件 单 辆 台套 台 套 艘 架 列 座 所 "
    "处 只 头 匹 株 棵 场 次 届 批 类 种 款 篇 部 册 本 张 枚 颗 起 宗 笔 期 门 组 支 对 间 栋 幢 片 块 层 级 档 环 "
    "轮 站 趟 "
    "标段 航班 班列 班 卷 路 把 双 份 盏 口 眼 孔 根 节 箱 袋 瓶 盒 幅 顶 床 尾 羽 粒 则 例 道 方 股 手 盘 局 关 桩 "
    "域 省份 "
    "字 词 地市 地级市 地 国 省 市 县 区 镇 乡 村 街道 社区 户数 家次 亩次 倍次 案 题 步 线 院 校 园 链 万人次 "
    "席 票 胎 "
    "机组 车道 车位 床位 泊位 学位 岗位 师 营 团 连 排 栏 面 枝 包 桌 餐 句 圈 分 号 队 组团 格 枪 伙 员 座席 屏"
)
CLASSIFIERS = frozenset((*COUNT, "回"))
PEOPLE = (  # whom 20万 without a unit counts
    "人口|居民|职工|群众|农民工?|学生|市民|游客|旅客|观众|劳动力|劳动者|工人|员工|青年|对象|人员|人才|师生|儿童|老年?人|党员|干部|粉丝|用工|果农|茶农|菜农|村民|牧民|渔民|毕业生|考生|乘客|消费者"
)
HOUSEHOLDS = "农户|种植户|养殖户|经营户|牧户|商户|住户|用户|家庭"
ALL = frozenset((*MONEY, *PHYSICAL, *TIME, *COUNT))
UNIT = either(ALL)
PER = f"(?:/(?:[百千万]?(?:{UNIT})|标准煤|[A-Za-z]+))"  # 元/片, 部/百人
OR_ELSE = f"(?:（(?:{either(COUNT)})）)"  # 万户（套）
SCALE = r"(?:十万亿|万亿|百万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十)"
PERCENTS = r"(?:%|个?(?:百分点|pct|pp|基点|bp|BP)|‰|成(?![为立功员本果长都就熟品绩交效形型份套片群分了人])|倍|番)"
MONEY_UNITS = frozenset(MONEY)
PHYSICAL_UNITS = frozenset(PHYSICAL)
TIME_UNITS = frozenset(TIME)
LARGE = {scale: SCALES[scale] for scale in ("亿", "万", "万亿", "千万", "百万", "千亿", "百亿")}
_PREFIX = re.compile(f"({SCALE})(.+)")
_RELATIVE = {"成": (10, 1, PERCENT), "‰": (1, 10, PERCENT), "个基点": (1, 100, POINT), RATIO: (100, 1, PERCENT)}
_CANONICAL = {
    "百分点": POINT,
    "个pct": POINT,
    "pct": POINT,
    "个pp": POINT,
    "pp": POINT,
    "BP": "个基点",
    "个BP": "个基点",
    "个基点": "个基点",
    "基点": "个基点",
    "bp": "个基点",
    "个bp": "个基点",
    "元人民币": "元",
    "人民币": "元",
    "块钱": "元",
    "块": "元",
    "分钱": "分",
    "度电": "度",
    "单量": "单",
    "名次": "名",
    "名": "人",
    "大": "个",
    "大类": "个",
    "小类": "个",
    "地": "个",
    "个点": "点",
    "平方公尺": "平方米",
    "立方公尺": "立方米",
    "公尺": "米",
    "P": "PFLOPS",
    "PF": "PFLOPS",
    "EF": "EFLOPS",
}


def canonical(unit: str) -> str:
    """One name for units written in several ways, the scale in front kept; of 户（套） the first."""
    unit = unit.partition("（")[0]
    return _CANONICAL.get(unit, unit)


@lru_cache(maxsize=1024)
def base_of(unit: str | None) -> str:
    """The unit without a scale in front: 元 of 亿元; empty for none."""
    scaled = _PREFIX.fullmatch(unit) if unit and unit not in PHYSICAL_UNITS else None
    return scaled[2] if scaled else unit or ""


def is_money(unit: str | None) -> bool:
    """Whether amounts in the unit are money: 亿元, 万美元."""
    return base_of(unit) in MONEY_UNITS


def is_physical(unit: str | None) -> bool:
    """Whether amounts in the unit are measured, not counted: 万吨, 亿千瓦时."""
    return base_of(unit) in PHYSICAL_UNITS


def to_base(value: Decimal, unit: str | None) -> tuple[Decimal, str | None]:
    """Value in the unit's base and the base: 亿元 → 元, 万人 → 人; percent and points stay."""
    if unit is None:
        return value, None
    times, parts, base = _conversion(unit)
    if times > 1:
        return value * times, base
    return (value / parts if parts > 1 else value), base


@lru_cache(maxsize=1024)
def _conversion(unit: str) -> tuple[int, int, str | None]:
    """What a value in a unit is multiplied with or divided by to be in its base, and the base."""
    if unit in SCALES:
        return SCALES[unit], 1, None
    if unit in _RELATIVE:
        return _RELATIVE[unit]
    base = base_of(unit)
    return (1, 1, unit) if base == unit else (SCALES[unit.removesuffix(base)], 1, base)
