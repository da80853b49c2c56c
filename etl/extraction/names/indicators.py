"""What is measured: the noun phrase before a predicate or after a number, with elided parts restored."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.extraction.language import lexicon, phrases
from etl.extraction.language.words import words
from etl.extraction.names import circumstances
from etl.vocabulary import Vocabulary

# Words that say what is counted or measured of something: 制造业|增加值, 汽车|产量.
_HEADS = words(
    "货物吞吐量 旅客吞吐量 集装箱吞吐量 "
    "出口 进口 进出口 居民人均可支配收入 居民人均消费支出 居民人均纯收入 人均可支配收入 "
    "人均消费支出 人均纯收入 增加值 总产值 "
    "销售产值 产值 总产量 产量 销量 销售量 销售额 销售收入 销售面积 零售总额 零售额 营业额 交易额 交易量 成交额 "
    "成交量 营业收入 主营业务收入 主营收入 业务收入 总收入 收入 净营收 净收入 营收 利润总额 净利润 "
    "利润 利税总额 利税 税收收入 税收 支出 投资额 总投资 投资 总额 总值 总量 余额 价格指数 价格 指数 均价 用电量 "
    "发电量 上网电量 电量 吞吐量 周转量 客运量 货运量 运输量 运量 业务总量 业务量 出口额 进口额 进出口额 进出口总额 "
    "进出口总值 "
    "人数 人次 户数 家数 数量 面积 里程 规模 产能 装机容量 装机 容量 存栏量 存栏 出栏量 出栏 成本 "
    "费用 资产总额 资产总计 资产 负债 存款余额 贷款余额 存款 贷款 人口 保费收入 保费 市值 市场份额 份额 库存 储量 投入 "
    "经费 用户 用户数 岗位 收益 预算 补贴 "
    "限上零售额 限额以上零售额 价值 播种面积 单产 亩产 消费量 消费额 消费支出 用水量 排放量 处理量 融资额 融资 "
    "融资规模 余量 到账外资 实际使用外资 合同额 合同金额 金额 产出 客流量 游客 从业人员 就业人员 现金流量净额 净额 "
    "起数 总产 增量 执行额 投资完成额 完成额 签约额 盈利 溢利 净亏损 亏损额 亏损 "
    "出口量 进口量 出口值 进口值 物流量 物流总额 "
    "流量 流动量 出行量 通行量 发送量 到发量 揽收量 投递量 寄递量 采购额 采购量 订货额 订单额 订单量 中标额 签约金额 "
    "播放量 下载量 阅读量 订单 毛利率 净利率 失业率 利用率 产销率 覆盖率 普及率 增长率 率"
)
_HEAD_LENGTHS = sorted({len(head) for head in _HEADS}, reverse=True)
_HEADS_SET = frozenset(_HEADS)
_NOT_HOUSES = ("国家数", "专家数", "商家数", "玩家数", "行家数")
_ANY_HEAD = "(?:" + "|".join(sorted(_HEADS_SET, key=len, reverse=True)) + ")"
_MEASURED = re.compile(f"[^，、]{{0,14}}?{_ANY_HEAD}")
# Heads that say nothing without what they are of; 出口 or 投资 stand for themselves.
_DEPENDENT = re.compile(
    "^(?:(?:实现|完成)?(?:增加值|总产值|销售产值|产值|总产量|产量|销量|销售量|销售额|销售收入|零售额|营业额|交易额"
    "|成交额|成交量|营业收入|主营业务收入|业务收入|总收入|营收|利润总额|净利润|利润|利税总额|利税|资产总计|资产总额"
    "|负债合计|播种面积|种植面积|面积|单产|亩产|均价|人数|户数|从业人员|余额|用电量|营业利润|负债合计|企业亏损额"
    "|亏损额|营业成本|收入|消费量|出栏|存栏|总额|总量|总值|规模|数量|销售面积|销售均价|保费收入|业务量|价格|市场份额"
    "|执行额|死亡人数|伤亡人数|受伤人数|失踪人数|合同额|合同金额|出口量|进口量|增量|完成额"
    "|占比|产能|装机规模|装机容量|累计装机(?:规模|容量)?|平均用工人数|应收账款|产成品存货|毛利率|净利率|税收|总里程|成交均价|出口交货值|新增订单))$"
)
_PRONOUN = re.compile(
    "^(?:其|其中|增速|增幅|规模|总量|数量|总数|总额|占比|比重|这一比例|比例|这一比重|涨幅|降幅|跌幅|它|这一数字|该数字|这一|上述|远"
    "|明显|大幅|显著|低于|高于|扭转|恢复|该指标|同比|环比|累计|全年|同时|也|总体|整体|数据|该数据|增加值增速|合计|且"
    "|并|而|价格水平|平均|单月|当月|总计|总值|升幅|增长速度|增长|金额|人数|面积|个数|户数|家数)$"
)
_LEAD = re.compile(
    r"^(?:[，、；：的了“”】]|我们|分别|\ue000(?:以来|期间|间|时期|时|中|内|末|底|初|份|全年|累计|，)*|【[^】]*】|其中|此外|同时"
    "|另外|而且|而(?!立)|并且|并(?!购|网|表)|且|但|还(?!款|贷|建)|也|又|则|再(?!生|贷|担)|均(?!价)|即|由于|由(?!于)"
    "|从(?!业|事)|在(?![线建册校岗研职编贷孵营读售产学手]|地统|库)|对(?!外|口|公|[^，]{1,16}(?:进出口|出口|进口|贸易额|投资|$))"
    "|将(?!军)|把|使(?!用)|让|令(?!人)|按(?!揭)|以(?!上|下|旧|内)|因|此前|预计|预期目标为?|主要预期目标为?|目标是?|力争"
    "|确保|努力|计划(?!单列|生|总投资)|要(?!素|闻)|(?:据|经)?初步(?:核算|统计|测算)|据统计|据测算|据|截至|到(?!位|账|港|岸)"
    "|[^，]{2,8}期间共?|累计(?!上网|确诊|产|销|装机)|连同[^，]{2,40}的|共计|总计|合计|共(?!享|同|建|有产|济|用|识|通)|全年|当月|本月|单月|当年|当期|本期"
    "|期末|年末|年内|分(?:产业|行业|季度|类别|城乡|地区|区域|品种|经济类型|三大门类|产品|领域|结构|月|项目|企业类型"
    "|登记注册类型|商品类别|消费类型|消费形态|构成|用途|主要产品)看|这意味着?|[此本]次(?!新|级|生)|从[^，]{1,12}看"
    "|数据显示|显示|本?报告\ue000|本?报告期[内末]?|期内|Q[1-4](?=[\u4e00-\u9fff])|其(?!他|它|次)|该(?!项)|仅|只|特别是|尤其是?|包括|含|论(?!文|坛)|发生|(?:该|本)?公司(?!债|制|化|数"
    r"|家|治|拥有人|所有者|权益持有人|股东应占)|拟|于(?!都|田)|连续(?:\d+|[一二两三四五六七八九十]+)(?:年|个月|个季度|届|天)|这(?:可)?是|(?:其次|首先|再次|最后|接着)是|不过|就(?!业)"
    "|总体|继续|进一步|不断|持续|已经|已|正在|正(?![常式规面品])|目前|相当于|可(?!比|再生|持续|穿戴|支配|转债)|每年(?:可|将|能)?|一年(?!期)|现有|为(?!民)|是"
    "|有(?!色|机|效|轨|线|源|限|关)|名义|实际(?!使用|利用|到)|同比|环比|积极|预报称|介绍|以来|期间|相比|以及|和|与"
    "|及)+"
)
_TRAILING_WORDS = words(
    "， 、 ； ： “ 的 了 \ue000 共计 共有 累计 总共 已经 已 将 均 分别 同比 环比 预计 大约 达到 达 为 在 又 也 "
    "还 仅 只 首次 再次 连续 接连 相继 陆续 先后 成功 则 总体 整体 全年 当月 本月 达成 平均每年 每年 每人每年 每月 "
    "每人每月 可能 能够 有望 力争 就 便 却 仍 依然 水平 情况 方面 即 由 从 所 其中 有 是 实现 保持 完成 双双 单日 "
    "单月 规模扩大 持续 稳步 最高 最低 大概 折合 折合人民币 最终 至今 不足 快速 年均 平均 名义 实际 突破 （ 预期 目标 "
    "目标为 反而 历史性 历史 历史上 历史同期"
)
_TRAILING = tuple(sorted(_TRAILING_WORDS, key=len, reverse=True))
_EACH = "每(?:平方米|股|桶|公斤|千克|吨|斤|立方米|盎司)"
_TRAILING_WHERE = re.compile(  # those that only some words may stand before, or that are made of parts
    "(?:总(?<!资产总)计|合(?<!负债合)计|约(?<![签合]约)|区(?<=[价格]区)间|中(?<![高初]中)的?|首(?<![榜之]首)|能(?<=亩产能)|发展(?<=[积量模数]发展)"
    "|提[高升][至到](?:每人)?每[月年]|增加[至到](?:每人)?每[月年]|上调[至到](?:每人)?每[月年]|调整[至到](?:每人)?每[月年]"
    f"|连续(?:\\d+|[一二两三四五六七八九十]+)年|收于{_EACH}|[为报]{_EACH}|{_EACH})$"
)
_LONGEST_TRAILING = 12
_ACHIEVE = re.compile(
    "(?:累计|共|合计|已|预计|分别)*(?<!未)(?:实现|完成(?!额|量|率|度|情况)|达成|取得|创造|录得|获得(?!感)|贡献(?!率|度|值))(?:的|了)?"
)
# After these verbs the object begins; what stands before them is about something else.
_ACTION = re.compile(
    "(?:推动|带动|促进|支持|引导|建立|选取|遴选|推出|拥有(?![量人])|带来|提供|围绕|吸引|给予|兑现|发放|涉及|包含"
    "|涵盖|安排|下达|落实|筹集|(?<!净)投放|发放|帮助|助力|组织|开展|举办|承办|汇聚|聚焦|培育(?!库)|打造|构建"
    "|搭建|出台|制定|签订|(?<!新)签约(?![额率项])|已(?:经)?(?:集聚|拥有|建成|培育|形成)(?!的)|达到|突破了?|超过|制约|意味着|创下"
    "|满足|需要|输送|赋能|设立|缴纳|上缴|录取|招收|派出|派遣"
    "|使得|导致|致使|造成|跑赢|高于|低于|快于|慢于|归因于|来自(?![^，]{1,10}的)|回落至|升至|上升到|增至|规划(?=了)|启动(?=了)|拿到|拿出|加上|选派"
    "|引育|认定(?=了)|公布|部署|转化为|累计向|向[^，]{2,10}提供|成为|装进|等效|把"
    "|(?:新建|建设|建成|开工|实施|发展|生产|利用|覆盖|连接|链接|接入|使用|引进|增加|减少|替代|服务|发布|处理|接待"
    "|布局|运营|运行(?!线路|图|效率|里程)|采集|采用|投入|争取|形成|创新)(?:了|着|到了)|服务(?=全国|超|企业)|覆盖(?=全))(?:了|着|到)?"
)
_POPULATION = re.compile(
    "(?:居民|企业|[国央民外车房药]企|工业|产业|业|行业|公司|单位|业务|服务|机构|集群|园区|项目|部门|经济|农户|居民|商户|市场|产品|品|类"
    "|活动|部分|制造|设备|机器人|汽车|电路|材料|基地)$"
)
_INDUSTRY = re.compile(
    "(?:产业|制造业|服务业|工业|农业|建筑业|金融业|零售业|餐饮业|房地产业|采矿业|邮政业|供应业|[^企]业)$"
)
_SCOPES_OF_TRADE = frozenset(words("外贸 内贸 国际 国内 国际标准 外币 人民币 本外币 线上 线下 网上 原保险"))
_PER = re.compile("每[万千百]?(?:人|户|名|平方公里|亩)|[万千]人")
_BEING_MADE = re.compile("^(?:正在)?(?:建设|实施|形成|已经形成|规划|参与|入驻|现有|新建)的")
_HAS_DONE = re.compile("(?:学院|大学|平台|园|院|中心|基地|行动|系统|工程)累计[\u4e00-\u9fff]{2}")
_DEED = re.compile(
    "(?:已经?|累计|共|先后|陆续|新)+(?:开[通行工]|建成|完成|实施|引进|签约|投用|投产|办理|发放|举办|培育|认定|获批|实现)"
)
_GDP = re.compile("^(?:地区|全国|国内|全市|全省|全区|全县|城市|经济)?(?:生产总值|GDP|经济总量|经济)$")
_SENT = re.compile("发送(?P<what>[^，的]{2,10}?)(?:人次)?")  # 发送旅客


@lru_cache(maxsize=16384)
def clean(phrase: str) -> str:
    """The indicator phrase without connectives, times and the verbs around it."""
    text = circumstances.without(_deed_after_time(phrase.rpartition("——")[2]))
    for _ in range(3):
        before = text
        text = _without_trail(strip_lead(text))
        if text == before:
            break
    text = text.replace("\ue000", "")
    if _PER.match(text):
        return _unquote(text)
    achieved = list(_ACHIEVE.finditer(text))
    if achieved:
        left, right = text[: achieved[-1].start()], text[achieved[-1].end() :]
        left = _after_action(strip_lead(_without_trail(left)))
        if "通过" in left:
            return _unquote(text)
        keeps = (
            left
            and len(left) <= 20
            and (_POPULATION.search(left) or left.endswith("工程") or "、" in left or _is_way(left, right))
        )
        verb = "完成" if right == "投资" and left.endswith("项目") and achieved[-1][0].endswith("完成") else ""
        text = left + verb + right if keeps else right
    if not _HAS_DONE.search(text):
        text = _after_action(text)
    text = _without_trail(strip_lead(text))
    return phrases.trim(_unquote(_BEING_MADE.sub("", text)))


def _without_trail(text: str) -> str:
    while True:
        begin = len(text)
        if text.endswith(_TRAILING):
            begin -= next(len(word) for word in _TRAILING if text.endswith(word))
        if where := _TRAILING_WHERE.search(text, max(0, len(text) - _LONGEST_TRAILING)):
            begin = min(begin, where.start())
        if begin == len(text):
            return text
        text = text[:begin]


def _deed_after_time(phrase: str) -> str:
    """已开通航线 of 海州港今年已开通航线: who did it stands before the time."""
    before, mark, after = phrase.rpartition("\ue000")
    deed = _DEED.match(after) if before and mark else None
    return after if deed and len(after) - deed.end() > 1 else phrase


def _is_way(left: str, right: str) -> bool:
    """水路完成客运量, 国际航线实现收入: by which way or line what was achieved came about."""
    if not 1 < len(left) <= 6 or not head_of(right):
        return False
    return all(word.tag in ("n", "b", "s", "vn", "nz") and len(word.text) > 1 for word in lexicon.words(left))


def _unquote(text: str) -> str:
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text


def _after_action(text: str) -> str:
    """What follows the last verb that takes the phrase as its object."""
    actions = list(_ACTION.finditer(text))
    if not actions:
        return text
    kept = len(text) - len(head_of(text))
    ends = [action.end() for action in actions if action.end() < len(text) and action.start() < kept]
    return text[ends[-1] :] if ends else text


def is_pronoun(phrase: str) -> bool:
    """Whether the phrase only points back at what was measured before."""
    return points_back(phrase) or not lexicon.names_something(phrase)


def achieves(name: str, phrase: str) -> bool:
    """Whether a phrase says that what is named was achieved: 完成客运量."""
    found = _ACHIEVE.search(phrase)
    return bool(found) and phrase.endswith(name) and found.end() == len(phrase) - len(name)  # type: ignore[union-attr]


def achiever_of(phrase: str, name: str) -> str:
    """Those whose achievement a name tells of: 企业 of 企业投资, where 企业完成投资 is written."""
    found = _ACHIEVE.search(phrase)
    by = clean(phrase[: found.start()]) if found else ""
    own = is_population(by) and not re.search("(?:[^企]业|经济|市场)$", by)  # of a whole trade it is the whole figure
    return by if own and name.startswith(by) else ""


def points_back(phrase: str) -> bool:
    """Whether the phrase is empty or a pronoun of figures: 增幅, 总量, 这一比例."""
    return not phrase or bool(_PRONOUN.match(phrase))


def opens_with_metric(text: str) -> bool:
    """Whether a text begins with a phrase that says what is measured: 社会消费品零售总额增长, not 重点实验室达."""
    return bool(_MEASURED.match(text))


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
    return bool(_DEPENDENT.match(phrase))


def is_bare(phrase: str) -> bool:
    """Whether the phrase names things but no metric of them."""
    return not head_of(phrase) and not phrase.endswith("数")


def is_population(phrase: str) -> bool:
    """Whether the phrase names those of whom something is measured: 企业, 行业, 产品."""
    return bool(_POPULATION.search(phrase))


def is_industry(phrase: str) -> bool:
    """Whether the phrase names a trade."""
    return bool(_INDUSTRY.search(phrase)) and (not phrase.endswith("产业") or "第" in phrase)


def is_gdp(phrase: str | None) -> bool:
    """Whether the phrase is the whole economy."""
    return bool(phrase and _GDP.match(phrase))


def strip_lead(phrase: str) -> str:
    """The phrase without connectives and times in front."""
    lead = _LEAD.match(phrase)
    return phrase[lead.end() :] if lead else phrase


@lru_cache(maxsize=65536)
def _find_code(vocabulary: Vocabulary, name: str) -> str | None:
    names = vocabulary.indicator_names
    for candidate in _variants(name):
        if candidate in names:
            return names[candidate]
    return None


def canonical(name: str, subject: str | None) -> str:
    """The full name of what is written short: 规上 is 规模以上, GDP of a country 国内生产总值."""
    gdp = "国内生产总值" if subject in (None, "全国") else "地区生产总值"
    if name in ("经济", "经济总量", "GDP总量", "GDP", "全国经济"):
        return gdp
    if name in ("净利", "净亏损额"):
        return "净利润" if name == "净利" else "净亏损"
    if name == "亏损" or name.endswith("预亏"):
        return (name.removesuffix("预亏").removesuffix("净利润") if "股东" in name else "") + "净亏损"
    if name in ("进出口", "出口", "进口"):
        return f"{name}总额"
    if name in ("税", "税收"):
        return "税收收入"
    if name in ("人均GDP", "人均经济总量", "人均生产总值"):
        return f"人均{gdp}"
    if name == "生产总值":
        return gdp
    sent = _SENT.fullmatch(name)
    return f"{sent['what']}发送量" if sent else name


def code_of(vocabulary: Vocabulary, name: str) -> str | None:
    """The vocabulary's code of a name, never a guess: the whole name must be known."""
    return _find_code(vocabulary, name)


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
