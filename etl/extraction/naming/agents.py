"""What a clause without a subject goes on to tell of: 建成充电桩2万个，覆盖5万个车位 tells what these cover."""

from __future__ import annotations

import re

from etl.extraction.context import Context
from etl.extraction.language import lexicon, phrases
from etl.extraction.names import indicators
from etl.extraction.names.counts import SPENT
from etl.extraction.reading import Reading

_GOES_ON = re.compile(
    "，?(?:又|还|也|共|累计|已|可|能|将|预计|直接|间接|有力|有效)*(?P<verb>链接|连接|带动|撬动|拉动|支持|覆盖|惠及|服务|辐射|赋能|支撑)"
    "(?!业|时长|时间|进出口|出口|进口|贸易|收入|零售|价格|质量|能力|水平|半径|[率面]|范围|力度|人次)"
)
_AMOUNT = re.compile("(?:总数|数量|场次|人次|总额|金额|长度|里程|规模|总量|余额|[数额量])$")
_FUNDS = re.compile("(?:资金|基金|贷款|补贴|补助|债券|消费券|专款|保费)$")
_BROUGHT_ABOUT = re.compile("新建成?|新增|新?(?:建成|建立|设立|举办|组织|开展|发放|推出|开通|争取|实施|推广|引进|培育)")
_NO_AGENT = re.compile(
    "^(?:沿|依托|围绕|面向|[人户亩年]均|吸引|接待|扩大|扩展|增加|提高|提升|上升|增至|减少|下降|缩短|拓展|延伸|推广|收到|接到)|(?:申请|订单|投诉|面积)$"
)
_HOW = re.compile("(?:开行|运营|常态化|日均|月均|年均|平均|累计).*$")
_INVESTED = re.compile("，?(?:累计|已|共|年度)*完成(?:年度)?投资")  # 实施项目612个，完成投资…
_MEASURE = re.compile("[^，]{0,4}?(?:推进|实施|开展|推动|深化|组织|启动|落实)(?P<what>[^，]{3,24})$")
_FUNDED = ("资金", "补贴", "补助")
_PLAIN_FUNDS = re.compile("(?:投入|安排|下达|落实|拨付|发放)?(?:专项|财政|补贴|补助|奖补|中央)*(?:资金|补贴|补助)")
_SPENT_ON = re.compile("(?<=...)(?:投入|安排|下达|落实|拨付|发放)(?:专项|财政|补贴|补助|奖补|中央)*(?:资金|补贴|补助)$")
_OF_TRADE = re.compile("(?:优势|特色|千亿级?|百亿级?|龙头|骨干|配套)(?:产业)?(?:集群|企业|园区|基地)")
_TRADE = re.compile("[\u4e00-\u9fff]{2,10}?(?:产业|行业|制造业|材料|装备|汽车|机器人|医药|农业|[^企]业)")
_FORMS = re.compile("(?:形成|建成|培育|拥有|集聚|打造|聚集|上|$)")
_ACTOR = re.compile(
    "(?P<who>[^，的]{0,10}(?:平台|系统|网络|基地|中心|园区|联盟|基金))(?:链接|接入|连接|汇聚|集聚|聚集|入驻|服务|吸引|覆盖|带动|孵化|培育)[^，]{2,}"
)
_LONGEST = 16


def with_agent(name: str, reading: Reading, context: Context) -> str:
    """The name with those before it that the clause says did this."""
    if name == "投资" and reading.kind == "level" and _INVESTED.match(reading.gap):
        projects = _agent(context)
        return f"{projects}完成投资" if projects.endswith(("项目", "工程")) else name
    begins = reading.clause.cut == "，" or reading.gap.startswith("，")
    goes_on = _GOES_ON.match(reading.gap) if begins and reading.kind == "level" else None
    if not goes_on:
        nearby = not reading.gap and reading.group[0] is not reading.clause.numbers[0]
        follows = nearby and context.acted and context.last_name.startswith(context.acted)
        return context.agent + name if follows and name else name  # 覆盖8省27市
    agent = context.agent if context.acted and context.last_name.startswith(context.acted) else _agent(context)
    verb = goes_on["verb"]
    if not name or not agent or agent.startswith(verb) or verb in agent:
        return name
    context.agent = agent
    context.acted = agent + (name if name.startswith(verb) else verb + name)
    return context.acted


def of_trade(name: str, reading: Reading, context: Context) -> str:
    """先进材料补链成群，形成三大优势集群: the clusters of the trade that the clause before tells of."""
    if not _OF_TRADE.fullmatch(name) or reading.clause.cut != "，" or not _FORMS.match(reading.gap):
        return name
    trade = _TRADE.match(context.told)
    return trade[0] + name if trade and lexicon.words(trade[0])[0].tag[0] in "nabj" else name


def of_measure(name: str, phrase: str, context: Context) -> str:
    """推进以旧换新扩围，落实资金8亿元: the funds of the measure that the clause before tells of."""
    plain = name.endswith(_FUNDED) and _PLAIN_FUNDS.fullmatch(name)
    measure = _MEASURE.match(context.told) if plain else None
    what = phrases.theme(measure["what"]) if measure else ""
    spent = SPENT.search(phrase.removesuffix(name))
    return f"{what}{spent['verb'] if spent else ''}{name}" if len(what) > 2 else name


def _agent(context: Context) -> str:
    """Those of whom the figure before tells: 班列 of 班列开行列数, 改造小区 of 改造小区数, 专项资金 of 争取专项资金."""
    if not context.recent or context.measure in ("share", "ratio"):
        return ""
    told = _AMOUNT.sub("", context.recent[-1])
    if actor := _ACTOR.match(told):
        return actor["who"]  # 平台 of 平台链接企业数
    metric = indicators.head_of(told) and not _FUNDS.search(told)
    if not told or metric or _NO_AGENT.search(told):
        return ""  # 试点扩大到17个省份, 年利税5亿元: these did nothing
    told = _BROUGHT_ABOUT.sub("", _SPENT_ON.sub("", told))
    if not told:
        return ""
    first, *others = lexicon.words(told)
    if first.tag == "p":
        return ""
    if _FUNDS.search(told):
        told = told[first.end :] if first.tag == "v" and others else told
    elif _HOW.search(told):
        told = _HOW.sub("", told)
    return told if 1 < len(told) <= _LONGEST else ""
