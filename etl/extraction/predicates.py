"""What connects a number with what it measures: the words between them, read from the number backwards."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_UP = (
    "新增|净增|增长|增加|提高|提升|上升|上涨|上浮|上调|攀升|回升|扩大|加快|加速|拉高|改善|走高|反弹|上扬|跃升|多增|增收|放量|调升|升值|增多|抬升|扩张|扩增|多|增|升|涨|快|高"
)
_DOWN = (
    "下降|下滑|下跌|下调|下行|减少|降低|回落|收窄|缩小|缩减|放缓|放慢|减缓|萎缩|压缩|压减|压降|削减|缩短|负增长|少增|减收|缩量|调贬|贬值|倒退|下挫|减亏|降|跌|减|慢|低|少|缩"
)
_DOWN_WORDS = frozenset(_DOWN.split("|"))
_RATE_NOUN = "(?:增长|下降|上涨)?(?:增速|增幅|增长率|涨幅|降幅|跌幅|升幅|增长速度|增长幅度|下降幅度|上涨幅度|下降率|增率)"
_ADVERB = (
    "同比|环比|按年|按季|按月|大|同口径|按?可比口径|按?可比价格?计?算?|按(?:不变|可比|现行)价格?(?:计算)?|按可比口径计算|扣除价格(?:上涨)?因素(?:后)?|剔除[^，]{2,10}因素(?:后)?|名义|实际|大幅度?|快速|平均每年|平均|年均|年平均"
    "|[两三四五六七八九十\\d]+年(?:年均|平均|复合)|复合|累计|分别|均|继续|净|再|又|略|略有|小幅|逐年|逐月|各|预计|有望|将|进一步|仅|已|已经|保持|实现|高速|平稳|稳步|稳定|较快|显著|明显|持续|强势|逆势|自然|(?<!负债)合计|共|约|还|也|要|双双"
    "|高达|率先|首次|则|由|达到|依然|仍然|仍|都|只|(?<!占)比较|进而|随之|直接|间接|共同|日均|月均|整体|总体|全年|当期|(?<![比较与同跟由从自])\ue000|[两三四五六七八九十\\d]+年(?:来|间|累计)?|年度|了|的|力争|确保|为|其中|强劲|轻微|微|猛|陡|翻|飞速|急剧|稳健|连续|有所|提质"
)
_COPULA = re.compile(
    "(?:已经|已|将|可|可达|能够|约|共有|共|共计|(?<!资产)总计|(?<!负债)合计|累计|(?<![平年人户日月亩])均|都|分别|仅有|仅|只|日均|月均|每天|每日|恢复|只有|达到|达成|达|为|是|至|到|有|了|又|还|多达|高达|在|即|的|占(?=为)|大约|仍|要|只需|仅需|需|再|各|各为|各有|:|：|“|折合|合|约合|相当于|位于|稳定在|保持在|维持在|控制在|控制|处于|接近|方面|收报|报收|收于|报|或)+$"
)
_TAIL = re.compile(f"(?:{_ADVERB})+$")
_VERB = re.compile(f"(?P<verb>{_UP}|{_DOWN})(?:了|的)?(?:幅度)?$")
_REACHED = re.compile(r"(?:至|到|为|达|达到)")
_BASE = re.compile(
    r"(?:(?<!占)比|较|(?:与|跟|同)(?=[^，]{1,20}相比))(?P<base>(?!重|例|率|快|大|如|亚迪|价|强|高|低)[^比较，]{0,26}?)(?:相比|平均水平|平均)?(?:同期)?(?:的)?(?:下?同)?$"
)
_GAP = re.compile("(?:高于|低于|快于|慢于|优于|好于|高出|高过|领先于?|超(?=序时|计划|目标|全国|全省|全市|预期)|多于|少于|落后于?|大于|小于|超过|超出|跑赢|高|低|快)(?P<base>(?!新|技)[^，]{1,24}?)(?:平均水平|平均增速|平均|增速|水平|总体)?$")
_GAP_WORD = re.compile("高于|低于|快于|慢于|优于|好于|高出|领先|落后|多于|少于|跑赢")
_SHARE_OF = re.compile(
    r"^(?P<np>.*)占(?!比|有率|用|地(?!区|方)|领|道)(?:到|据|了)?(?P<of>[^占]*?)(?:的)?(?P<noun>比重|比例|份额|比率|百分比|总数|总量|总额|比)?$"
)
_SHARE = re.compile(r"^(?P<np>.*?)(?:的)?(?P<noun>占比重?|占比率|比重|份额|占有率|构成比|权重)$")
_IN_WHOLE = re.compile(r"^(?P<np>.*?)在(?P<of>[^，在]{2,30}?)中?(?:的)?(?:占比|比重|份额|所占比重|所占比例|占)?$")
_WITHIN = re.compile(r"^(?P<np>[^在]*)在(?P<of>[^，在]{2,30}?)(?:中|里|内)(?:约|已|仅)?占(?:比|到|据)?(?:为|达|达到)?$")
_CONTRIBUTION = re.compile(r"^(?P<np>.*?)对(?P<of>[^，对]*?)(?:的)?贡献率?$")
_CONTRIBUTION_PLAIN = re.compile(r"^(?P<np>.*?)(?:的)?贡献率$")
_PULL = re.compile(r"^(?P<np>.*?)(?:共同|分别|共|合计|直接|有效|向上|向下)*(?:拉动|带动|拉低|拉高|推高|推动|影响|贡献了?|上拉|下拉)(?P<of>.*?)(?:增长|增速|上涨|下降|上升|回落|提高)?$")
_RATE_TAIL = re.compile(rf"(?:的)?(?<!自然)(?:{_RATE_NOUN})$")
_YOY = re.compile("同比|比(?:去年|上年)|较(?:去年|上年)|比\ue000|较\ue000")
_RECOVERED = re.compile("(?:已)?(?:恢复|相当于|为|是|达到)(?:至|到)?+(?:同期|全年|同月)?(?:水平)?(?:的)?$")
_PART_OF = re.compile(r"^(?P<np>.*?)(?P<word>超过|约占|不足|接近|达到|相当于|约为|约|近)(?P<of>全(?:国|省|市|球|区|县)[^，]{0,8}?)(?:的)$")
_GAVE = re.compile("贡献(?:了|出)?(?P<of>[^，率]*?)(?:的)?$")
_AROUND_WHOLE = re.compile(f"^(?:|全部|整个)+|(?:的)?(?:{_ADVERB}|比重|比例|份额|总数|总量)*$")
_RATE_AT_END = re.compile(rf"(?:的)?(?:{_RATE_NOUN})$")
_EVEN = re.compile("均(?!衡|为主)(?!价)|都|双双")
_NOT_EVEN = re.compile("平均|年均|人均|户均|日均|月均|亩均|地均|均等|均衡|首都|都市|成都")
_RATIO_NAME = re.compile("(?:率|系数|比例|比值|比价|杠杆|覆盖面|入住率|负担率|偏离度|集中度|知晓度|满意度|依存度|费率|之比|产销比|成数)$")
_RANKED = re.compile(
    r"^(?P<np>.*?)(?:继续|连续[^，]{1,6}|多年|稳|仍|已|将|均|首次|再次|总体|综合|整体|并列|\ue000)*(?:位居|位列|居于|稳居|跻身|晋级|晋升|分列|分居|居|列|排名|排在|排位|排列|排|名列|位次|跃居|跃升至|上升至|跃至|升至|提升至|前进至|蝉联|保持|获得?|荣获|荣登|勇夺|摘得|夺得|为|成为|占据|达到?|位于|处于|跃上|进入|入选|登上|位)(?P<scope>[^居列排]*)$"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a number is predicated: the phrase before, the measure, and what the measure is relative to."""

    phrase: str
    measure: str
    rule: str
    of: str | None = None
    base: str | None = None  # what it is compared with, as written
    falls: bool = False
    average: bool = False
    chained: bool = False  # 环比
    yearly: bool = False  # 同比
    verb: str = ""
    change_of: str = ""  # growth | share | contribution_rate | "" for differences in points
    distributed: str = ""  # 分别 or 均


def read_percent(gap: str, after: str) -> Predicate:
    """A percentage: share, contribution, growth or a ratio of its own."""
    distributed = _distributed(gap)
    recovered = _RECOVERED.search(gap)
    if recovered:
        return Predicate(_strip_tail(gap[: recovered.start()])[0], "ratio", "recovered", distributed=distributed)
    part = _PART_OF.match(gap)
    if part:
        return Predicate(part["np"], "share", "part_of", of=_bare(part["of"]), verb=part["word"], distributed=distributed)
    gave = _GAVE.search(gap)
    if gave and (gave["of"] or after.startswith("的")):
        of = gave["of"] or re.split("[，。]", after[1:])[0]
        return Predicate(gap[: gave.start()], "share", "gave", of=_bare(of), distributed=distributed)
    core, copula = _strip_copula(gap)
    reached = bool(_REACHED.search(copula))
    rate = _RATE_TAIL.search(core)
    if rate and not core.endswith("贡献率"):
        return _growth(core[: rate.start()], "降" in rate[0] or "跌" in rate[0], rate[0], distributed)
    verb = _VERB.search(core)
    if verb and not _is_noun_tail(core, verb):
        if not reached or _is_change(copula):
            return _growth(core[: verb.start()], verb["verb"] in _DOWN_WORDS, verb["verb"], distributed, core)
        core = _strip_tail(core[: verb.start()])[0]
        core = re.sub(r"(?:由|从)[^，]*$", "", core) or core
    core = _TAIL.sub("", core)
    if pull := _PULL.match(core) if "贡献" not in core else None:
        if gap.rstrip("了").endswith(("增长", "上涨", "上升")):
            return Predicate(pull["np"], "contribution_pp", "pull", pull["of"], distributed=distributed)
    if contribution := _CONTRIBUTION.match(core):
        return Predicate(contribution["np"], "contribution_rate", "contribution", _bare(contribution["of"]), distributed=distributed)
    if contribution := _CONTRIBUTION_PLAIN.match(core):
        return Predicate(contribution["np"], "contribution_rate", "contribution", distributed=distributed)
    share = None if _WITHIN.match(gap) else _SHARE_OF.match(_untail(core))
    if share:
        of = _bare(share["of"])
        if share["noun"] in ("总量", "总数", "总额") and of:
            of += share["noun"]
        return Predicate(share["np"], "share", "share_of", of or None, distributed=distributed)
    if within := _WITHIN.match(gap):
        return Predicate(within["np"], "share", "share_of", _bare(within["of"]), distributed=distributed)
    if share := _SHARE.match(_untail(core)):
        whole = _IN_WHOLE.match(share["np"])
        np, of = (whole["np"], whole["of"]) if whole else (share["np"], None)
        if share["noun"] in ("份额", "占有率") and np:
            np += share["noun"]
        return Predicate(np, "share", "share", of, distributed=distributed)
    if after.startswith(("的增速", "的增长", "的速度", "的年均", "的增幅", "的涨幅", "增速", "增长", "的降幅", "的高增", "的跌幅", "的升幅", "的下降")):
        return Predicate(_strip_tail(core)[0], "growth", "growth_after", average="年均" in gap or "平均" in gap, distributed=distributed, yearly="同比" in gap, falls=bool(re.match("的(?:跌|降|下)", after)))
    if _RATIO_NAME.search(core):
        return Predicate(core, "ratio", "ratio", distributed=distributed)
    return Predicate(core, "ratio", "bare_percent", distributed=distributed)


def read_points(gap: str) -> Predicate:
    """A difference in 个百分点: over time, against a benchmark, or a contribution."""
    distributed = _distributed(gap)
    core, _ = _strip_copula(gap)
    if (pull := _PULL.match(core)) and re.search("拉动|带动|拉低|拉高|推高|上拉|下拉|贡献|影响", core) and "贡献率" not in core:
        return Predicate(pull["np"], "contribution_pp", "pull", _bare(pull["of"]) or None, falls="拉低" in core or "下拉" in core, distributed=distributed)
    verb = _VERB.search(core)
    falls = False
    if verb and not _GAP_WORD.search(core[verb.start() - 1 : verb.end() + 1]):
        falls = verb["verb"] in _DOWN_WORDS
        core = core[: verb.start()]
        rest, _ = _strip_tail(core)
        base = _BASE.search(rest)
        rest, against = (rest[: base.start()], base["base"]) if base else (rest, None)
    else:
        gap_word = _GAP.search(core)
        against = gap_word["base"] if gap_word else None
        falls = bool(gap_word and gap_word[0][:1] in "低慢少落")
        rest = core[: gap_word.start()] if gap_word else core
    rest, adverbs = _strip_tail(rest)
    chained = "环比" in gap
    change_of, rest = _changed(rest)
    if change_of == "fall" and re.search("收窄|缩小", gap):
        falls, change_of = False, "growth"
    return Predicate(
        rest, "change_pp", "points", base=against, falls=falls, chained=chained, yearly="同比" in gap,
        change_of="growth" if change_of == "fall" else change_of, distributed=distributed, verb=adverbs,
    )  # fmt: skip


def _changed(phrase: str) -> tuple[str, str]:
    """What a difference in points is a difference of, and the phrase without the word for it."""
    rate = _RATE_TAIL.search(phrase)
    if rate:
        return ("fall" if "降幅" in rate[0] or "跌幅" in rate[0] else "growth"), _strip_tail(phrase[: rate.start()])[0]
    if share := _SHARE_OF.match(phrase):
        if share["noun"] or share["of"]:
            return f"share\t{_bare(share['of'])}", share["np"]
    if share := _SHARE.match(phrase):
        return "share\t", share["np"]
    if contribution := _CONTRIBUTION.match(phrase):
        return f"contribution\t{_bare(contribution['of'])}", contribution["np"]
    if contribution := _CONTRIBUTION_PLAIN.match(phrase):
        return "contribution\t", contribution["np"]
    return "", phrase


def read_times(gap: str, lexical: bool = False) -> Predicate:
    """倍: growth when something grows by it, otherwise a ratio to something."""
    core, copula = _strip_copula(gap)
    if lexical:
        base = _BASE.search(core)
        if base:
            return _growth(core, False, "", _distributed(gap), core)
    verb = _VERB.search(core)
    if verb and not re.search("[至到]", copula):
        return _growth(core[: verb.start()], verb["verb"] in _DOWN_WORDS, verb["verb"], _distributed(gap), core)
    base = re.search(r"(?:是|为|相当于|达|达到)(?P<base>[^，]{1,30}?)的?$", core + ("的" if gap.endswith("的") else ""))
    if base:
        return Predicate(core[: base.start()], "ratio", "times", base=base["base"])
    return Predicate(_strip_tail(core)[0], "ratio", "times")


def read_level(gap: str) -> Predicate:
    """An amount or a count: stated as such, or as a change by that much."""
    distributed = _distributed(gap)
    core, copula = _strip_copula(gap)
    core = re.sub("^占(?:了|到)?", "", core)
    verb = _VERB.search(core)
    if verb and not _is_noun_tail(core, verb):
        rest, adverbs = _strip_tail(core[: verb.start()])
        base = _BASE.search(rest)
        reached = bool(re.search("[至到]", copula)) and not _is_change(copula)
        if reached:
            rest = re.sub(r"(?:由|从)[^，]*$", "", rest)
            if base:
                rest = rest[: base.start()]
            return Predicate(rest, "level", "level_reached", distributed=distributed)
        falls = verb["verb"] in _DOWN_WORDS
        if base or "同比" in adverbs or "环比" in adverbs or verb["verb"] in ("多增", "少增"):
            return Predicate(
                rest[: base.start()] if base else rest, "other", "level_change", base=base["base"] if base else None,
                falls=falls, yearly="同比" in adverbs, chained="环比" in adverbs, verb=verb["verb"], distributed=distributed,
            )  # fmt: skip
        if verb["verb"] in ("跌", "涨", "升", "下跌", "上涨", "调贬", "调升", "放量", "缩量", "贬值", "升值") and not base:
            return Predicate(rest, "other", "level_change", falls=falls, verb=verb["verb"], distributed=distributed)
        return Predicate(rest, "level", "level_increase", falls=falls, verb=verb["verb"], distributed=distributed)
    return Predicate(core, "level", "level", verb=copula, distributed=distributed)


def read_rank(gap: str) -> Predicate:
    """A rank: what is ranked, or else the list it is ranked in."""
    ranked = _RANKED.match(gap)
    if not ranked:
        return Predicate(_strip_copula(gap)[0], "rank", "rank_bare")
    return Predicate(_strip_copula(ranked["np"])[0], "rank", "rank", of=ranked["scope"] or None)


def _growth(rest: str, falls: bool, verb: str, distributed: str, core: str = "") -> Predicate:
    rest, adverbs = _strip_tail(rest)
    pull = _PULL.match(rest) if re.search("拉动|带动", rest) else None
    if pull and pull["of"]:
        return Predicate(pull["np"], "contribution_pp", "pull", _bare(pull["of"]), distributed=distributed)
    base = _BASE.search(rest)
    if base:
        rest = rest[: base.start()]
    rest, more = _strip_tail(rest)
    rest = _strip_tail(_RATE_AT_END.sub("", rest))[0]
    adverbs = more + (base[0] if base else "") + adverbs
    average = bool(re.search("年均|平均|复合", adverbs + verb))
    chained = bool(re.search("环比|按季|按月", adverbs + verb)) or bool(base and re.search("上月|上个?季|月", base["base"]))
    return Predicate(
        rest, "growth", "growth", base=base["base"] if base else None, falls=falls, average=average, chained=chained,
        yearly=bool(re.search("同比|按年", adverbs + verb)), verb=adverbs + verb, distributed=distributed,
    )  # fmt: skip


def _distributed(gap: str) -> str:
    if "分别" in gap or "依次" in gap:
        return "分别"
    return "均" if _EVEN.search(_NOT_EVEN.sub("", gap)) else ""


def _strip_copula(gap: str) -> tuple[str, str]:
    found = _COPULA.search(gap)
    return (gap[: found.start()], found[0]) if found else (gap, "")


def _is_change(copula: str) -> bool:
    """增长了 and 增长达 state a change; 增长到 and 提高至 state where it arrived."""
    return not re.search("[至到](?!达)", copula.replace("达到", "达"))


def _strip_tail(text: str) -> tuple[str, str]:
    found = _TAIL.search(text)
    return (text[: found.start()], found[0]) if found else (text, "")


def _untail(text: str) -> str:
    return _TAIL.sub("", text)


def _is_noun_tail(core: str, verb: re.Match[str]) -> bool:
    """新高, 中低 and the like: the last character is part of a noun, not a verb."""
    return len(verb["verb"]) == 1 and bool(re.search("(?:新高|最高|最低|中高|不高|最多|众多|至少|不少|最少|更高|较高|较低|更多|跨越式增|新增|招商引增|年增|日增|减)$", core)) and not core.endswith(("年增", "加减"))


def _bare(of: str) -> str:
    return _AROUND_WHOLE.sub("", of)


def with_phrase(predicate: Predicate, phrase: str) -> Predicate:
    """The same predicate over another phrase."""
    return replace(predicate, phrase=phrase)
