"""From the words before a predicate to the name they hold: without connectives, times, and verbs around it."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.extraction.language import lexicon, phrases
from etl.extraction.language.forms import Form, without_opening
from etl.extraction.language.words import words
from etl.extraction.names import circumstances, indicators

_LEAD = re.compile(
    r"^(?:[，、；：的了“”】]|当地(?=[\u4e00-\u9fff]{3,})|[多数][辆台艘架家](?=[\u4e00-\u9fff]{2})|[省市区县镇]里(?=[\u4e00-\u9fff]{2})|\d{1,2}\.(?=[一-龥])|[一二三四五六七八九十]{1,3}、(?=(?![一二三四五六七八九十])[一-龥])|(?:我国|中国|全国|全省)?首[个家座](?=[A-Z]|地区生产总值)|(?:人民法院|法院|检察机关|检察院|公安机关|税务部门|市场监管部门)(?=共|累计|已|依法|一审|新收|受理|审结|办结|查处|起诉|批准)|我们|分别|\ue000(?:以来|期间|间|时期|时|中|内|末|底|初|份|全年|累计|，)*|【[^】]*】|其中|此外|同时"
    "|另外|而且|而(?!立)|并且|并(?!购|网|表)|且|但|还(?!款|贷|建)|也|又|则|再(?!生|贷|担)|均(?!价)|即|由于|由(?!于)"
    "|从(?!业|事)|在(?![线建册校岗研职编贷孵营读售产学手]|地统|库)|对(?!外|口|公|[^，]{1,16}(?:进出口|出口|进口|贸易额|投资|$))"
    "|将(?!军)|把|使(?!用)|让|令(?!人)|按(?!揭)|以(?!上|下|旧|内)|因|此前|预计|预期目标为?|主要预期目标为?|目标是?|力争"
    "|确保|努力|争取(?!到)|计划(?!单列|生|总?投资)|要(?!素|闻)|(?:据|经)?初步(?:核算|统计|测算)|据统计|据测算|据|截至|到(?!位|账|港|岸)"
    "|[^，]{2,8}期间共?|累计(?!上网|确诊|产|销|装机)|连同[^，]{2,40}的|共计|总计|合计|共(?!享|同|建|有产|济|用|识|通)|全年|当月|本月|单月|当年|当期|本期"
    "|期末|年末|年内|分(?:产业|行业|季度|类别|城乡|地区|区域|品种|经济类型|三大门类|产品|领域|结构|月|项目|企业类型"
    "|登记注册类型|商品类别|消费类型|消费形态|构成|用途|主要产品)看|这?意味着?|[此本]次(?!新|级|生)|从[^，]{1,12}看"
    "|数据显示|显示|本?报告\ue000|本?报告期[内末]?|期内|Q[1-4](?=[\u4e00-\u9fff])|其(?!他|它|次)|该(?:[市省县区州](?![域场长内]))?(?!项)|仅|只|特别是|尤其是?|包括|含|论(?!文|坛)|发生|(?:该|本)?公司(?!债|制|化|数"
    r"|家|治|拥有人|所有者|权益持有人|股东应占)|拟|于(?!都|田)|连续(?:\d+|[一二两三四五六七八九十]+)(?:年|个月|个季度|届|天)|这(?:可)?是|(?:其次|首先|再次|最后|接着)是|不过|就(?!业)"
    "|总体|继续|进一步|不断|持续|已经|已|正在|先后|正(?![常式规面品极负向版])|目前|相当于|可(?!比|再生|持续|穿戴|支配|转债)|每年(?:可|将|能)?|一年(?!期)|现有|为(?!民)|是"
    "|有(?!色|机|效|轨|线|源|限|关)|名义|实际(?!使用|利用|到)|同比|环比|积极|预报称|介绍|以来|期间|相比|以及|和|与"
    "|及)+"
)
_TRAILING_WORDS = words(
    "， 、 ； ： “ 的 了 \ue000 共计 共有 累计 总共 已经 已 将 均 分别 同比 环比 预计 大约 达到 达 为 在 又 也 "
    "一度 还 仅 只 首次 再次 连续 接连 相继 陆续 先后 成功 则 总体 整体 全年 当月 本月 达成 平均每年 每年 每人每年 "
    "每月 每人每月 人均每月 人均每年 每人每年 "
    "可能 能够 有望 力争 就 便 却 仍 依然 水平 情况 方面 即 由 从 所 其中 有 是 实现 保持 完成 双双 单日 "
    "单月 可望 规模扩大 持续 稳步 最高 最低 大概 折合 折合人民币 最终 至今 不足 快速 年均 平均 名义 实际 突破 （ 预期 "
    "目标 目标为 反而 历史性 历史 历史上 历史同期 从无到有 由弱到强 从小到大 我们"
)
_TRAILING = tuple(sorted(_TRAILING_WORDS, key=len, reverse=True))
_EACH = "每(?:平方米|股|桶|公斤|千克|吨|斤|立方米|盎司)"
_TRAILING_WHERE = re.compile(  # those that only some words may stand before, or that are made of parts
    "(?:总(?<!资产总)计|合(?<!负债合)计|约(?<![签合]约)|区(?<=[价格]区)间|中(?<![高初]中)的?|首(?<![榜之]首)|能(?<=亩产能)|发展(?<=[积量模数]发展)"
    "|提[高升][至到](?:每人)?每[月年]|增加[至到](?:每人)?每[月年]|上调[至到](?:每人)?每[月年]|调整[至到](?:每人)?每[月年]"
    f"|连续第?(?:\\d+|[一二两三四五六七八九十]+)(?:年|个月|个季度|个交易日|天)|收于{_EACH}|为{_EACH}|报{_EACH}|{_EACH}|以(?<![可足所予难]以))$"
)
_LONGEST_TRAILING = 12
_ACHIEVE = Form(
    "实现|完成|达成|取得|创造|创利|创营收|创产值|创税收|录得|获得|贡献",
    "(?:累计|共|合计|已|预计|分别)*(?<!未)(?:实现(?!率|度)|完成(?!额|量|率|度|情况)|达成|取得(?![^，的]{2,10}的)|创造|创(?=利[润税]|营收|产值|税收)|录得|获得(?!感|[^，的]{2,10}的)|贡献(?!率|度|值))(?:的|了)?",
)
_DONE = "|".join(
    f"{verb}(?:了|着|到了)"
    for verb in words(
        "新建 建设 建成 开工 实施 发展 生产 利用 覆盖 连接 链接 接入 使用 引进 增加 减少 替代 服务 发布 处理 接待 "
        "布局 运营 运行 采集 采用 投入 争取 形成 创新"
    )
)
# After these verbs the object begins; what stands before them is about something else.
_ACTION = re.compile(
    "(?:推动|带动|促进|支持|引导|建立|选取|遴选|推出|拥有(?![量人])|带来|提供|围绕|吸引|给予|兑现|发放|涉及|包含"
    "|涵盖|安排|下达|落实|筹集|投放(?<!净投放)|发放|帮助|助力|组织|开展|举办|承办|汇聚|聚焦|培育(?!库)|打造|构建"
    "|搭建|建起|出台|制定|签订(?!单)|签约(?<!新签约)(?![额率项])|已(?:经)?(?:集聚|拥有|建成|培育|形成)(?!的)|达到|突破了?|超过|制约|意味着|创下"
    "|满足|需要|输送|赋能|设立|缴纳|上缴|录取|招收|派出|派遣"
    "|使得|导致|致使|造成|跑赢|触及|高于|低于|快于|慢于|归因于|来自(?![^，]{1,10}的)|回落至|升至|上升到|增至|规划(?=了)|启动(?=了)|拿到|拿出|加上|选派"
    "|引育|认定(?=了)|公布|部署|转化为|累计向|向[^，]{2,10}提供|成为|装进|等效|把"
    f"|{_DONE}|服务(?=全国|超)|服务(?=企业)(?:(?<![\u4e00-\u9fff]服务)|(?<=累计服务)|(?<=[已共]服务))|覆盖(?=全))(?:了|着|到)?"
)
_RELATIVE = re.compile("[^的]{2,12}的[^的]{2,}$")  # 支持科技创新的贷款: which loans are meant
_PER = re.compile("每[万千百]?(?:人|户|名|平方公里|亩)|[万千]人")
_BEING_MADE = re.compile("(?:正在)?(?:建设|实施|形成|已经形成|规划|参与|入驻|现有|新建)的")
_HANDLED = re.compile(
    "(?:将(?!军|来)|把(?!握|控))(?P<what>[^，、的]{2,12}?)(?:做|提|缩|压|降|减|升|扩|增|控制|提高|提升|缩短|压缩|压减|降低|减少|延长|扩大)$"
)
_AMOUNT_OF = frozenset(words("金额 数量 规模 面积 人数 户数 总额 总量"))  # 兑现金额 is a name of its own
_EARNED = re.compile("(?:产生|带来|获得|贡献)的(?=(?:营业)?收入|利润|营收|收益|产值)")
_COMPARES = frozenset("较比与同和跟对")
_IN_ALL = re.compile(
    "合计(?<=国家合计|地区合计|市场合计|产品合计)(?=进出口|出口|进口)|累计(?<=[\u4e00-\u9fff]累计)(?=进出口|出口|进口|产值|增加值)"
)
_HAS_DONE = re.compile("(?:学院|大学|平台|园|院|中心|基地|行动|系统|工程)累计[\u4e00-\u9fff]{2}")
_WHOLE_TRADE = re.compile("(?:[^企]业|经济|市场)$")  # what all of it achieved is the whole figure
_PRODUCTS = frozenset("粉茶酒米面油糖果菜鱼虾蟹肉奶药材布纱服鞋帽具器机车船板管料饰品包泵阀片")
_DEED = re.compile(
    "(?:已经?|累计|共|先后|陆续|新)+(?:开[通行工]|建成|完成|实施|引进|签约|投用|投产|办理|发放|举办|培育|认定|获批|实现)"
)


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
    if handled := _HANDLED.search(text):
        return _unquote(handled["what"])  # 不仅将直径做（到500毫米）
    achieved = list(_ACHIEVE.finditer(text))
    if achieved:
        left, right = text[: achieved[-1].start()], text[achieved[-1].end() :]
        left = _after_action(strip_lead(_without_trail(left)))
        if "通过" in left:
            return _unquote(text)
        keeps = (
            left
            and (len(left) <= 20 or "、" in left)
            and (
                indicators.is_population(left)
                or left.endswith("工程")
                or "、" in left
                or left.startswith(("对", "与"))
                or _is_way(left, right)
                or _is_product(left, right)
            )
        )
        verb = "完成" if right == "投资" and left.endswith("项目") and achieved[-1][0].endswith("完成") else ""
        text = left + verb + right if keeps else right
    if not _HAS_DONE.search(text):
        text = _after_action(text)
    text = _without_trail(strip_lead(text))
    if text in _COMPARES:
        return ""
    if earned := _EARNED.search(text, 2):
        text = text[: earned.start()] + text[earned.end() :]  # 阅读产品产生的收入
    return phrases.trim(_unquote(_IN_ALL.sub("", without_opening(_BEING_MADE, text))))


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
    if not 1 < len(left) <= 6 or not indicators.head_of(right):
        return False
    return all(word.tag in ("n", "b", "s", "vn", "nz") and len(word.text) > 1 for word in lexicon.words(left))


def _is_product(left: str, right: str) -> bool:
    """袋装茶叶实现出口额: the thing that was sold."""
    if not 2 < len(left) <= 10 or not indicators.head_of(right) or not lexicon.names_something(left):
        return False
    return all(word.tag in ("n", "b", "nz", "v", "vn") for word in lexicon.words(left)) and left[-1] in _PRODUCTS


def _unquote(text: str) -> str:
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text


def _after_action(text: str) -> str:
    """What follows the last verb that takes the phrase as its object."""
    actions = list(_ACTION.finditer(text))
    if not actions or _RELATIVE.match(text, actions[0].end() if not actions[0].start() else len(text)):
        return text
    kept = len(text) - len(indicators.head_of(text))
    ends = [
        action.end()
        for action in actions
        if action.end() < len(text)
        and action.start() < kept
        and text[action.end()] != "的"
        and not (action.start() == 0 and text[action.end() :] in _AMOUNT_OF)
    ]
    return text[ends[-1] :] if ends else text


def achieves(name: str, phrase: str) -> bool:
    """Whether a phrase says that what is named was achieved: 完成客运量."""
    found = _ACHIEVE.search(phrase)
    return bool(found) and phrase.endswith(name) and found.end() == len(phrase) - len(name)  # type: ignore[union-attr]


def achiever_of(phrase: str, name: str) -> str:
    """Those whose achievement a name tells of: 企业 of 企业投资, where 企业完成投资 is written."""
    found = _ACHIEVE.search(phrase)
    by = clean(phrase[: found.start()]) if found else ""
    own = indicators.is_population(by) and not _WHOLE_TRADE.search(by)
    return by if own and name.startswith(by) else ""


def strip_lead(phrase: str) -> str:
    """The phrase without connectives and times in front."""
    return without_opening(_LEAD, phrase)
