"""What a list says once for all of its members, given back to each."""

from __future__ import annotations

import re

from etl.extraction.language import lexicon
from etl.extraction.language.words import words
from etl.extraction.names import indicators

# Words between a thing and its metric that belong to the metric: 智能手机、家用电器|网上|零售额.
_CARRIERS = frozenset(
    words(
        "产业 行业 领域 类 网上 线上 线下 全 产业链 零售业 批发业 贸易 市场 项目 加工 进口 出口 "
        "参保 参会 在校 通车 运营 报名 缴费 录取"
    )
)
_BOTH = (  # one word for two things, in this order
    ("城乡居民", ("城镇居民", "农村居民")),
    ("城乡", ("城镇", "农村")),
    ("存贷款", ("存款", "贷款")),
    ("内外资", ("内资", "外资")),
    ("内外贸", ("内贸", "外贸")),
    ("产销量", ("产量", "销量")),
    ("产销", ("产量", "销量")),
)
_ORDINAL = re.compile("第[一二三]")
_WORD = 4  # characters
_ATTRIBUTE = 3  # characters of a member that only tells what kind of thing is meant
_KIND = re.compile("^[^、]{1,5}?(?P<kind>[型级性式类])$")  # 国家级、省级…: which kinds of what only the last one names
_TRADE = re.compile("[\u4e00-\u9fff]{2}业(?![务绩主态])(?=.)")
_HALVES = {"存": "贷", "贷": "存", "进": "出", "出": "进", "产": "销", "销": "产", "收": "支", "客": "货", "男": "女"}
_COUNTERPARTS = {
    "货邮": "旅客",
    "旅客": "货邮",
    "货物": "旅客",
    "农村": "城镇",
    "乡村": "城镇",
    "进口": "出口",
    "货运": "客运",
}
_CONTRASTS = words(
    "国内 国际 国外 境内 境外 省内 省外 市内 市外 海内 海外 线上 线下 网上 网下 城镇 农村 城市 乡村 公办 民办 "
    "公募 私募 内资 外资 内贸 外贸 进口 出口 国产 公路 铁路 水路 民航 航空 城区 郊区 陆上 海上 地上 地下 前端 后端 "
    "男性 女性 本地 外地 上游 中游 下游 东部 中部 西部"
)
_GOODS = frozenset(  # the classes of goods that 社会消费品零售总额 is broken down by
    words(
        "粮油 食品 饮料 烟酒 服装 鞋帽 针纺织品 化妆品 金银珠宝 日用品 五金电料 体育娱乐用品 娱乐用品 书报杂志 "
        "电子出版物 音像制品 家用电器和音像器材 音像器材 家用电器 中西药品 文化办公用品 家具 通讯器材 石油及制品 "
        "建筑及装潢材料 机电产品及设备 汽车 棉麻"
    )
)
_COUNTED = ("产业", "企业", "项目", "平台", "园区", "基地")  # need nothing of the other members
_PER_HEAD = ("人均", "户均", "亩均", "地均", "单位")
_RATES = re.compile("(?:率|比重|占比|比例|增速|覆盖面|增长面)$")


def both(name: str, count: int) -> list[str] | None:
    """城乡居民收入 of two figures: that of the towns and that of the country."""
    if count != 2 or "、" in name:
        return None
    for word, members in _BOTH:
        if word in name:
            return [name.replace(word, member, 1) for member in members]
    return None


def each_of(members: list[str]) -> bool:
    """Whether one figure is said of each member of a list rather than of all together: rates never add up."""
    rates = all(len(member) > 2 and _RATES.search(member) for member in members)
    return len(members) > 1 and (rates or all(member.startswith(_PER_HEAD) for member in members))


def shared(names: list[str]) -> list[str]:
    """The members of a list with the metric that only the last one has, and the owner that only the first one has."""
    if len(names) < 2:
        return names
    with_each = names[0].startswith("对") and not indicators.head_of(names[0])  # 对甲国、乙国出口
    names = _halved(names)
    tail = (
        _retail_tail(names[-1])
        or _parallel_tail(names)
        or _kind_tail(names)
        or _contrast_tail(names)
        or _tail(names[-1])
        or _counted_tail(names)
    )
    if tail and tail != names[-1]:
        names = [name if indicators.head_of(name) or name.endswith("数") else joined(name, tail) for name in names]
    if with_each:
        names = [name if name.startswith("对") else "对" + name for name in names]
    names = _led(_described(names))
    owner = _owner(names[0])
    if owner:
        names = [owner + name if _needs_owner(name) else name for name in names]
    return names


def _described(names: list[str]) -> list[str]:
    """线上预订的旅游和餐饮零售额: what stands before 的 describes every member."""
    described, _, thing = names[0].partition("的")
    if not thing or indicators.head_of(described) or any("的" in name for name in names[1:]):
        return names
    return [names[0], *(f"{described}的{name}" for name in names[1:])]


def _led(names: list[str]) -> list[str]:
    """重点监测在线旅游、在线餐饮: what stands before the word that members have in common is said of all."""
    found = lexicon.words(names[0])
    led = [names[0]]
    for name in names[1:]:
        opening = lexicon.words(name)[0].text if name else ""
        other = _COUNTERPARTS.get(name[:2], "，")
        alike = (
            word for word in found[1:] if len(opening) > 1 and (word.text == opening or word.text.startswith(other))
        )
        at = next((word.end - len(word.text) for word in alike), 0)
        told = [word for word in found if word.end <= at]
        led.append(names[0][:at] + name if all(word.tag[0] in "nvbsj" for word in told) else name)
    return led


def _halved(names: list[str]) -> list[str]:
    """本外币存、贷款余额: a compound cut in half takes the rest, and the owner, of its other half."""
    first, last = names[0], names[-1]
    if len(names) != 2 or not first or _HALVES.get(first[-1]) != last[:1] or not indicators.head_of(last):
        return names
    if len(lexicon.words(first)[-1].text) > 1:
        return names  # 旅客、货邮吞吐量
    return [first + last[1:], first[:-1] + last]


def _owner(name: str) -> str:
    """What the first of several metrics is of: 交通事故 of 交通事故起数."""
    if indicators.head_of(name):
        return indicators.modifier_of(name)
    found = lexicon.words(name) if name.endswith("数") else ()
    metric = len(found[-1].text) if found else 0
    return name[:-metric] if 1 < metric < len(name) else name.removesuffix("数") if found else ""


def _kind_tail(names: list[str]) -> str:
    """国家级、省级示范企业 share what stands after the last kind."""
    kinds = [_KIND.match(name) for name in names[:-1]]
    if not all(kinds) or not kinds[0]:
        return ""
    at = names[-1].find(kinds[0]["kind"], 1)
    return names[-1][at + 1 :] if 0 < at < 6 else ""


def _retail_tail(name: str) -> str:
    """饮料、日用品和书报杂志类: the classes of goods that retail sales are told by."""
    return "类零售额" if is_retail_class(name) else ""


def is_retail_class(name: str) -> bool:
    """Whether a name is one of the classes of goods of the statistics of retail sales: 汽车类, 烟酒类."""
    return name.endswith("类") and name.removesuffix("类").rpartition("、")[2] in _GOODS


def _parallel_tail(names: list[str]) -> str:
    """一线、二线城市房价, 零售、餐饮业营业额, 新建住宅和二手住宅售价: what stands behind the part like the others."""
    last, ends = names[-1], {name[-1:] for name in names[:-1]}
    size = len(names[-2])
    if len(ends) == 1 and 1 < size < len(last) and last[size - 1] in ends and all(len(n) == size for n in names[1:-1]):
        return last[size:]
    if indicators.head_of(last) and not indicators.head_of(names[-2]):
        for length in range(min(len(names[-2]), _WORD), 1, -1):
            at = last.rfind(names[-2][-length:], 1)
            if at > 0:
                return last[at + length :]
    trade = _TRADE.match(last)
    return last[trade.end() - 1 :] if trade and not any(name.endswith("业") for name in names[:-1]) else ""


def _contrast_tail(names: list[str]) -> str:
    """国内、国际货运规模: what stands after the last of several words that part one thing in two."""
    last = next((word for word in _CONTRASTS if names[-1].startswith(word)), "")
    return names[-1].removeprefix(last) if last and all(name in _CONTRASTS for name in names[:-1]) else ""


def _tail(name: str) -> str:
    """The metric at the end of a name with the words that belong to it."""
    found = lexicon.words(name)
    head = indicators.head_of(name)
    if not found:
        return head
    last = found[-1].text
    if head == "率" == last and len(found) > 1:
        head = found[-2].text + last  # 参保率, which the lexicon cuts in two
    elif last.endswith(lexicon.QUANTITIES) and len(head) < len(last) <= len(head) + 2:
        head = head if head and len(last) > len(head) + 1 else last  # 空调|产量, but 日产量
    if not head:
        return ""
    start = len(name) - len(head)
    if ordinal := _ORDINAL.match(name):
        return name[ordinal.end() :]  # 第一、第三产业增加值
    for word in reversed(lexicon.words(name[:start])):
        if word.text not in _CARRIERS or start == len(word.text):
            break
        start -= len(word.text)
    return name[start:]


def _counted_tail(names: list[str]) -> str:
    """治安案件 after 刑事, 欧资企业 after 日资: what the last member counts, where the others are too short to."""
    found = lexicon.words(names[-1])
    if len(found) == 1 and len(names[-1]) == 2 * len(names[0]) == 4:
        return names[-1][2:]  # 刑事、治安案件: one word in the lexicon
    if len(found) < 2 or not found[-1].tag.startswith("n") or len(found[-1].text) < 2:
        return ""
    whole = names[0].endswith((*_COUNTED, found[-1].text))
    return (
        found[-1].text
        if all(len(name) <= _ATTRIBUTE for name in names[1:-1]) and len(names[0]) <= 6 and not whole
        else ""
    )


def joined(name: str, tail: str) -> str:
    """智能家电 and 产业产值 make 智能家电产业产值; 新兴产业 and 产业产值 do not say 产业 twice."""
    for size in range(min(len(name), len(tail)), 0, -1):
        if name.endswith(tail[:size]):
            return name + tail[size:]
    return name + tail


def _needs_owner(name: str) -> bool:
    """Whether a member is a metric without what it is of: 死亡人数 after 交通事故起数."""
    if indicators.is_dependent(name):
        return True
    head = indicators.head_of(name)
    rest = lexicon.words(name[: len(name) - len(head)]) if head else ()
    return bool(rest) and all(word.tag == "v" for word in rest) and not lexicon.is_term(name)
