"""What a clause without figures leaves for the clauses after it: a topic, a whole, a ranking."""

from __future__ import annotations

import re

from etl.extraction.clauses import PERIOD_MARK
from etl.extraction.context import Context
from etl.extraction.language import lexicon, phrases
from etl.extraction.language.forms import Form
from etl.extraction.language.words import words
from etl.extraction.names import cleaning, indicators
from etl.extraction.naming.elision import joined
from etl.extraction.predicates.forms import GAP_WORD
from etl.extraction.subjects.finder import SubjectFinder

_RECORD = "创(?:下|出)?(?:新高|历史|造|\ue000)"
_FARES = (  # what a clause goes on with that only tells how its topic does
    "较|比[^例重]|持续|不断|呈现?(?![^，]{0,4}[口状])|再上|又上|均上|稳步|稳健|稳定|明显|大幅|最|保持|平稳"
    f"|稳中|继续|快速|延续|扭转|总体|增速|增幅|涨势|也[较最]|更|再{_RECORD}|又{_RECORD}|屡{_RECORD}|均{_RECORD}|首{_RECORD}|{_RECORD}|再创"
    "|突破|领跑|领先|贡献(?!率)|迈上|跃上|跨上|站上|登上|企稳|向好|回暖|回升|好于|好转|达到历史|刷新|全面"
    "|规模不断|实现较快|增长|一路|增势|显著|逐步|遍布|同比持平|环比持平|与[^，]{1,8}持平|持平|由[降负亏升正跌]转"
)
_TOPIC = Form(_FARES, f"(?P<topic>[^，]{{2,30}}?)(?P<share>占比|比重|份额|占有率)?(?:{_FARES})")
_ENDS_RANKING = frozenset("榜单强市名价核比上中里")  # the last characters of a clause that _RANKING finds something in
_RANKING = re.compile("(?P<list>[^，]{4,}(?:榜单?|百强市?|名单|排名|排行榜|评价|考核|评比))(?:上|中|里)?$")
_DISCUSSED = re.compile("(?:论|就)(?P<topic>[^，]{4,24}?)(?:来看|来说|而言|看|计)?$")
_DISCUSSES = ("论", "就")
_WHOLE = re.compile(f"{PERIOD_MARK}?(?P<whole>[^，]{{2,12}})中")
_ASPECT = Form("指标|方面|排名", "(?P<topic>[^，]{2,14}?)(?:指标|方面|排名)")
_TRADED = frozenset(
    (
        "平均降价",
        "降价",
        "进出口",
        "出口",
        "进口",
        "销售",
        "生产",
        "收购",
        "交付",
        "出栏",
        "投放",
        "产量",
        "销量",
        "销售额",
        "出口额",
    )
)
_TRADED_NAME = re.compile("(?:市场占有率|市场份额|市场|产销|销量|产量|销售)$")
_UNDERTAKEN = tuple(
    words(
        "行动 活动 计划 工程 试点 平台 系统 线路 航线 班列 铁路 公路 高速 隧道 大桥 机组 电站 油田 气田 "
        "展会 大会 赛事 基金 节 展 会 赛 线"
    )
)
_NO_LINE = tuple(words("上线 下线 在线 一线 无线 有线"))
_IS = re.compile("(?:主营业务|主业|主导产业|支柱产业|主要产品)(?:为|是)(?P<what>[^，]{2,24})$")  # 主业为化工，占…
_TASKS = (
    "(?:重点|着力|全力)?(?:抓好|做好|推进)(?:以下|如下|[一二三四五六七八九十]+(?:个|方面))"
    "|(?:继续|着力|全力)?(?:办好|办成|实施)[^，]{0,8}(?:实事|工程)"
)
_ANNOUNCES = re.compile(f"将(?:{_TASKS})|要(?:{_TASKS})|工作安排如下|主要任务是")
_URGES = re.compile(  # what is to be done, not who
    "大力|加[快强大]|着力|积极|全力|深入|扎实|做[强大优好]|培育|壮大|发展|推[进动]|建设|建成|打造|实施|完善|优化|健全|构建|支持"
    "|引[导进育]|提升|促进|深化|强化|扩大|聚焦|围绕|瞄准|统筹|改造|新建|落实|开展"
)
_MAY_BE_BARE = re.compile("[民企车药业司位务构群区目门济户场品类动分造备人路料地]")  # ends of those who are measured
_TELLS_MORE = re.compile("^[给把将为]|了")  # 给厂房装上了联网的系统 tells what was done
_LINK = "环节"
_BARE_END = 6  # characters that clauses end with after the name: 也已经
_WITHOUT = re.compile(f"{PERIOD_MARK}?(?P<less>(?:扣除|剔除|不含|不包括)[^，]{{2,16}}?(?<!因素)(?<!影响)后)")
_CAUSE = re.compile("(?<![接承享遭感])受(?!益|理|众|让|访|托).*$")
_ABSTRACT = re.compile(  # what a thing has: the thing itself is the theme
    "(?:国际|综合|整体|总体|核心)*(?:影响力|竞争力|吸引力|实力|活力|能力|水平|质量|效益|规模|地位|优势|韧性|潜力|动能|增速|增势|态势|势头|数量|发展|表现|需求|结果)$"
)
_SAYS = ("表示", "认为", "指出", "称", "介绍", "显示", "透露", "说")  # a clause that ends so names who tells
_COMPARES = re.compile("(?:与|同|和|较)[^，]{1,16}相比")
_TRADE_TOTALS = frozenset(
    ("贸易总值", "贸易额", "贸易总额", "进出口值", "进出口额", "进出口总值", "进出口总额", "外贸总值")
)
_EXCEEDS = re.compile("(?:已|远|均|也|大幅)*超(?:过|出)?(?=\ue000|同期|全国|全省)")
_PARTNERS = re.compile("(?P<whom>[\u4e00-\u9fff“”、]{2,24}?)(?:分别)?(?:为|是|成为)[^，]{0,12}贸易伙伴$")
_PRAISED = ("被誉为", "被称为", "被称作", "素有", "享有", "有着")
_FLOWS = frozenset(("进出口", "出口", "进口"))
_VIEWED = re.compile("[从按分](?:主要)?(?P<what>[^，]{2,12})看$")
_PARTNER = re.compile(
    "[对与同和](?P<whom>(?!外)[\u4e00-\u9fff“”]{2,12}?)(?:的|货物|双边|外贸)?(?:贸易|进出口|出口|进口)"
)


def note(clause: str, rest: str, context: Context, finder: SubjectFinder) -> None:
    """Take down what the clause is about; the `rest` of its words follows the subject that it opens with."""
    praised = rest.startswith(_PRAISED) or clause.startswith(_PRAISED)  # 被誉为“咖啡之都”
    context.told = "" if praised or clause.endswith(_SAYS) else clause
    if praised or GAP_WORD.match(clause) or ("超" in clause and _EXCEEDS.match(clause)):
        return  # 高于全国整体进出口增幅, 已超去年总量: told of others
    known = finder.vocabulary.indicator_names
    viewed = _VIEWED.match(clause) if clause.endswith("看") else None
    if viewed and (head := indicators.head_of(viewed["what"])):
        context.head, context.head_sentence = head, context.sentence  # 从产品产量看，汽车、钢材分别增长…
        context.viewed = head
    if clause[-1:] in _ENDS_RANKING and (ranking := _RANKING.search(clause)):
        context.ranking = ranking_name(ranking["list"])
    if discussed := _DISCUSSED.match(clause) if clause.startswith(_DISCUSSES) else None:
        context.indicator = cleaning.clean(discussed["topic"])
    if topic := _TOPIC.match(clause):
        _note_topic(topic, len(clause) - len(rest), context, finder)
    _note_bare(rest, context)
    whole = _WHOLE.fullmatch(clause) if clause.endswith("中") else None
    if whole and not clause.endswith("其中"):
        context.whole = whole["whole"].strip(PERIOD_MARK)
    if aspect := _ASPECT.search(clause):
        name = cleaning.clean(aspect["topic"].removeprefix("在"))
        if name in known or indicators.head_of(name):
            context.indicator = name
            context.unit_indicators.clear()
    if clause.endswith("相比") and _COMPARES.fullmatch(clause):
        context.compared = True


def with_theme(name: str, context: Context, finder: SubjectFinder, *, unnamed: bool) -> str:
    """出口 after 汽车出口延续增长态势, 销售 after 小型车表现突出: what was traded is told in the clause before.

    So is what moved or contributed, `unnamed` where the figure stands: 景区数量增长明显，由20个增加到40个.
    """
    left_out = _WITHOUT.fullmatch(context.told) if context.told.endswith("后") else None
    if left_out and indicators.head_of(name):
        return f"{left_out['less']}的{name}"
    if unnamed and not name and (said := _IS.search(context.told)):
        return cleaning.clean(said["what"])
    if not name and indicators.head_of(context.told):
        return cleaning.clean(context.told)  # 今年在设施方面的投入，将超过…
    if (name in _TRADE_TOTALS or name in _FLOWS) and (partner := _PARTNERS.search(context.told)):
        return f"对{partner['whom']}{name}"  # 东盟为第一大贸易伙伴，进出口…
    if name in _TRADE_TOTALS and (partner := _PARTNER.search(context.told)):
        return f"对{partner['whom']}{name}"  # 对东盟进出口快速增长，贸易总值…
    nameless = unnamed and not name and not context.recent
    if not context.told or not (nameless or name in _TRADED):
        return name
    told = finder.take(context.told)[1]
    theme = phrases.theme(told)
    if theme == told:
        return name  # a clause that says nothing of its theme only names who tells
    thing = _ABSTRACT.sub("", theme)
    if thing in ("", "市场", "产业", "品牌") and not nameless:
        return name  # 市场规模扩大，出口…
    theme = thing or theme
    if name == "进出口" and not indicators.is_population(theme.removesuffix(name)):
        return name
    if name and theme.endswith(name):
        return theme
    if nameless:
        return theme if lexicon.names_something(theme) else name
    found = _TRADED_NAME.search(theme)
    return joined(theme[: found.start()] if found else theme, name)


def announces(clause: str) -> bool:
    """Whether a clause says that what follows is to be done: 明年，我们要做这些事."""
    return ("将" in clause or "要" in clause or "如下" in clause) and bool(_ANNOUNCES.search(clause))


def _note_bare(rest: str, context: Context) -> None:
    """已投运的储能项目，装机规模达…; 海州的新兴产业，占…: a clause that only names those of whom something follows."""
    may_be = _MAY_BE_BARE.search(rest, max(0, len(rest) - _BARE_END))
    if not may_be and "受" not in rest and not _ends_in_undertaking(rest):
        return
    attribute, _, name = cleaning.clean(rest).rpartition("的")
    if _TELLS_MORE.search(attribute):
        return
    if name.endswith(_LINK):
        context.topic = name.removesuffix(_LINK)  # 硅片环节，产量…
        return
    told = name.removeprefix("其他")
    if (phrases.theme(told) != told and not _is_undertaking(told)) or _URGES.match(name):
        return
    if indicators.is_population(name):
        context.topic = context.indicator = name
    elif _ends_in_undertaking(name):
        context.topic = name


def _ends_in_undertaking(name: str) -> bool:
    return name.endswith(_UNDERTAKEN) and not name.endswith(_NO_LINE)


def _is_undertaking(name: str) -> bool:
    """消费帮扶行动: what is undertaken bears verbs in its name."""
    found = lexicon.words(name)
    return (_ends_in_undertaking(name) and len(found) > 1 and found[0].tag[0] in "nsj") or found[0].tag == "vn"


def _note_topic(topic: re.Match[str], begin: int, context: Context, finder: SubjectFinder) -> None:
    told = topic["topic"][begin:] or finder.take(topic["topic"])[1]
    name = cleaning.clean(_CAUSE.sub("", told))
    if indicators.is_population(name) and not topic["share"]:
        context.topic = name.rpartition("的")[2]
        return
    measurable = indicators.head_of(name) or name in finder.vocabulary.indicator_names or topic["share"]
    if (2 if not topic["share"] else 1) < len(name) <= 30 and measurable:
        context.indicator = name + (topic["share"] if topic["share"] in ("份额", "占有率") else "")
        context.measure = "share" if topic["share"] else "level"


def ranking_name(written: str) -> str:
    """The name of a list without where it is read: 在全国百强市榜单 → 百强市."""
    written = re.sub("^在(?:全国|全省|全球)?", "", written.rpartition(PERIOD_MARK)[2])
    return re.sub("(?<=百强[市县区镇])(?:榜单|榜)$", "", written)
