"""What kind of name an indicator has: its metric, what that is of, its full name and its code."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.extraction.language import lexicon
from etl.extraction.language.words import words
from etl.vocabulary import Vocabulary

# Words that say what is counted or measured of something: 制造业|增加值, 汽车|产量.
_HEADS = words(
    "货物吞吐量 旅客吞吐量 集装箱吞吐量 "
    "货值 贸易额 出口 进口 进出口 居民人均可支配收入 居民人均消费支出 居民人均纯收入 人均可支配收入 "
    "人均消费支出 人均纯收入 增加值 总产值 "
    "销售产值 产值 总产量 产量 销量 销售量 销售额 销售收入 销售面积 零售总额 零售额 营业额 交易额 交易量 成交额 "
    "成交量 营业收入 主营业务收入 主营收入 业务收入 总收入 收入 净营收 净收入 营收 利润总额 净利润 "
    "利润 利税总额 利税 税收收入 税收 支出 投资额 总投资 投资 总额 总值 总量 余额 价格指数 价格 指数 均价 用电量 "
    "发电量 上网电量 电量 吞吐量 周转量 客运量 货运量 运输量 运量 业务总量 业务量 出口额 进口额 进出口额 进出口总额 "
    "进出口总值 "
    "平均利用小时数 利用小时数 利用小时 平均利用 差距 "
    "人数 人次 户数 家数 数量 面积 里程 规模 产能 装机容量 装机 容量 存栏量 存栏 出栏量 出栏 成本 "
    "费用 资产总额 资产总计 资产 负债 存款余额 贷款余额 存款 贷款 人口 保费收入 保费 市值 市场份额 份额 库存 储量 投入 "
    "经费 用户 用户数 岗位 收益 预算 补贴 "
    "限上零售额 限额以上零售额 价值 播种面积 单产 亩产 消费量 消费额 消费支出 用水量 排放量 处理量 融资额 融资 "
    "融资规模 余量 到账外资 实际使用外资 合同额 合同金额 金额 产出 客流量 游客 从业人员 就业人员 现金流量净额 净额 "
    "起数 用工 总产 增量 执行额 投资完成额 完成额 签约额 盈利 溢利 净亏损 亏损额 亏损 "
    "出口量 进口量 出口值 进口值 物流量 物流总额 "
    "流量 流动量 出行量 通行量 发送量 到发量 揽收量 投递量 寄递量 采购额 采购量 订货额 订单额 订单量 中标额 签约金额 "
    "出货量 播放量 下载量 阅读量 订单 毛利率 净利率 失业率 利用率 产销率 覆盖率 普及率 增长率 率"
)
_HEAD_LENGTHS = sorted({len(head) for head in _HEADS}, reverse=True)
_HEADS_SET = frozenset(_HEADS)
_NOT_HOUSES = ("国家数", "专家数", "商家数", "玩家数", "行家数")
_ANY_HEAD = re.compile("|".join(sorted(_HEADS_SET)))
_PHRASE = re.compile("[^，、]*")
_NEAR = 14  # characters before the metric of a phrase that begins with one
# Heads that say nothing without what they are of; 出口 or 投资 stand for themselves.
_DEPENDENT = frozenset(
    words(
        "增加值 总产值 销售产值 产值 总产量 产量 销量 销售量 销售额 销售收入 零售额 营业额 交易额 成交额 成交量 "
        "营业收入 主营业务收入 业务收入 总收入 营收 营收规模 利润总额 净利润 利润 利税总额 利税 资产总计 资产总额 "
        "负债合计 播种面积 种植面积 面积 单产 亩产 均价 人数 户数 从业人员 余额 用电量 营业利润 企业亏损额 亏损额 "
        "营业成本 收入 消费量 出栏 存栏 总额 总量 总值 规模 数量 销售面积 销售均价 保费收入 业务量 价格 市场份额 "
        "执行额 死亡人数 伤亡人数 受伤人数 失踪人数 合同额 合同金额 出口量 进口量 增量 完成额 用工 财产规模 注册资本 "
        "占比 产能 装机规模 装机容量 累计装机 累计装机规模 累计装机容量 平均用工人数 应收账款 产成品存货 毛利率 净利率 "
        "税收 总里程 成交均价 出口交货值 新增订单"
    )
)
_ACHIEVED = ("实现", "完成")
_PRONOUNS = frozenset(
    words(
        "其 其中 增速 增幅 规模 总量 数量 总数 总额 占比 比重 这一比例 比例 这一比重 涨幅 降幅 跌幅 它 这一数字 该数字 "
        "这一 上述 远 明显 大幅 显著 低于 高于 扭转 恢复 该指标 同比 环比 累计 全年 同时 也 总体 整体 数据 该数据 "
        "增加值增速 合计 且 并 而 价格水平 平均 单月 当月 总计 总值 升幅 增长速度 增长 金额 人数 面积 个数 户数 家数"
    )
)
_POPULATION = tuple(
    words(
        "居民 企业 国企 央企 民企 外企 车企 房企 药企 业 公司 单位 业务 服务 机构 集群 园区 项目 部门 经济 农户 商户 "
        "市场 产品 品 类 活动 部分 制造 设备 机器人 汽车 电路 材料 基地"
    )
)
_SCOPES_OF_TRADE = frozenset(words("外贸 内贸 国际 国内 国际标准 外币 人民币 本外币 线上 线下 网上 原保险"))
_MEASURES = tuple(  # what is measured without being a metric of the catalogue
    words("数 能耗 电耗 水耗 煤耗 损耗 周期 时间 时长 工期 效率 效益 强度 浓度 寿命 精度 负担 压力 薪酬 工资")
)
_GDP = re.compile("^(?:地区|全国|国内|全市|全省|全区|全县|城市|经济)?(?:生产总值|GDP|经济总量|经济)$")
_FLOWS = frozenset(("进出口", "出口", "进口"))
_ECONOMY = {  # what stands before the name of the whole economy
    **dict.fromkeys(("经济", "经济总量", "GDP总量", "GDP", "全国经济", "生产总值"), ""),
    **dict.fromkeys(("人均GDP", "人均经济总量", "人均生产总值"), "人均"),
}
_IN_FULL = {"净利": "净利润", "净亏损额": "净亏损", "亏损": "净亏损", "税": "税收收入", "税收": "税收收入"}
_SHORT = _FLOWS | _ECONOMY.keys() | _IN_FULL.keys()
_SENT = re.compile("发送(?P<what>[^，的]{2,10}?(?<!量))(?:人次)?")  # 发送旅客


def is_pronoun(phrase: str) -> bool:
    """Whether the phrase only points back at what was measured before."""
    return points_back(phrase) or not lexicon.names_something(phrase)


def points_back(phrase: str) -> bool:
    """Whether the phrase is empty or a pronoun of figures: 增幅, 总量, 这一比例."""
    return not phrase or phrase in _PRONOUNS


def opens_with_metric(text: str) -> bool:
    """Whether a text begins with a phrase that says what is measured: 社会消费品零售总额增长, not 重点实验室达."""
    metric = _ANY_HEAD.search(text, 0, _PHRASE.match(text).end())  # type: ignore[union-attr]
    return metric is not None and metric.start() <= _NEAR


@lru_cache(maxsize=16384)
def head_of(indicator: str) -> str:
    """The metric at the end of a name, 增加值 of 制造业增加值; empty when there is none."""
    for length in _HEAD_LENGTHS:
        if indicator[-length:] in _HEADS_SET:
            return "" if indicator.endswith(_NOT_HOUSES) else indicator[-length:]
    return ""


def metric_of(indicator: str, name: str) -> str:
    """What a name of the same kind takes over from an indicator: 外贸货物吞吐量 of ports for other ports."""
    head, modifier = head_of(indicator), modifier_of(indicator)
    kind = modifier.rfind(name[-2:])
    if kind >= 0:
        return indicator[kind + 2 :].removeprefix("的")
    return indicator if modifier in _SCOPES_OF_TRADE else head


def modifier_of(indicator: str) -> str:
    """What stands before the metric."""
    return indicator[: len(indicator) - len(head_of(indicator))]


def is_dependent(phrase: str) -> bool:
    """Whether the phrase is a metric that needs what it is of."""
    return phrase in _DEPENDENT or (phrase.startswith(_ACHIEVED) and phrase[2:] in _DEPENDENT)


def is_bare(phrase: str) -> bool:
    """Whether the phrase names things but no metric of them."""
    return not head_of(phrase) and not phrase.endswith(_MEASURES)


def is_population(phrase: str) -> bool:
    """Whether the phrase names those of whom something is measured: 企业, 行业, 产品."""
    return phrase.endswith(_POPULATION)


def is_industry(phrase: str) -> bool:
    """Whether the phrase names a trade: 制造业, 第三产业; not 企业, and not 产业 alone."""
    if not phrase.endswith("业") or phrase.endswith("企业") or len(phrase) == 1:
        return False
    return not phrase.endswith("产业") or "第" in phrase


def is_gdp(phrase: str | None) -> bool:
    """Whether the phrase is the whole economy."""
    return bool(phrase and _GDP.match(phrase))


@lru_cache(maxsize=65536)
def code_of(vocabulary: Vocabulary, name: str) -> str | None:
    """The vocabulary's code of a name, never a guess: the whole name must be known."""
    names = vocabulary.indicator_names
    for candidate in _variants(name):
        if candidate in names:
            return names[candidate]
    return None


def canonical(name: str, subject: str | None, *, pieces: bool = False) -> str:
    """The full name of what is written short: GDP of a country is 国内生产总值, exports in `pieces` are 出口量."""
    if name.endswith("预亏"):
        return (name.removesuffix("预亏").removesuffix("净利润") if "股东" in name else "") + "净亏损"
    if name.startswith("发送") and (sent := _SENT.fullmatch(name)):
        return f"{sent['what']}发送量"
    if name not in _SHORT:
        return name
    if name in _FLOWS:
        return f"{name}{'量' if pieces else '总额'}"
    gdp = "国内生产总值" if subject in (None, "全国") else "地区生产总值"
    return _ECONOMY[name] + gdp if name in _ECONOMY else _IN_FULL[name]


def _variants(name: str) -> list[str]:
    plain = re.sub("[“”的]", "", name)
    variants = [name, plain]
    for pattern, written in (("规上", "规模以上"), ("规模以上", "规上"), ("限上", "限额以上"), ("GDP", "地区生产总值")):
        if pattern in plain:
            variants.append(plain.replace(pattern, written))
    if plain.endswith("数"):
        variants.append(plain[:-1])
    else:
        variants.append(plain + "数")
    return variants
