"""What a list says once for all of its members, given back to each."""

from __future__ import annotations

import re

from etl.extraction import indicators, lexicon
from etl.extraction.words import words

# Words between a thing and its metric that belong to the metric: 智能手机、家用电器|网上|零售额.
_CARRIERS = frozenset(words("产业 行业 领域 类 网上 线上 线下 全 产业链 零售业 批发业 贸易 市场 项目 加工"))
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
_ATTRIBUTE = 3  # characters of a member that only tells what kind of thing is meant
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
    return len(members) > 1 and all(len(member) > 2 and _RATES.search(member) for member in members)


def shared(names: list[str]) -> list[str]:
    """The members of a list with the metric that only the last one has, and the owner that only the first one has."""
    if len(names) < 2:
        return names
    tail = _tail(names[-1]) or _counted_tail(names)
    if tail and tail != names[-1]:
        names = [name if indicators.head_of(name) else _joined(name, tail) for name in names]
    owner = indicators.modifier_of(names[0])
    if owner and indicators.head_of(names[0]):
        names = [owner + name if _needs_owner(name) else name for name in names]
    return names


def _tail(name: str) -> str:
    """The metric at the end of a name with the words that belong to it."""
    found = lexicon.words(name)
    head = indicators.head_of(name)
    if not found:
        return head
    if found[-1].text.endswith(lexicon.QUANTITIES) and len(head) < len(found[-1].text) <= len(head) + 2:
        head = found[-1].text
    if not head:
        return ""
    start = len(name) - len(head)
    if ordinal := _ORDINAL.match(name):
        return name[ordinal.end() :]  # 第一、第三产业增加值
    for word in reversed(found):
        if word.end <= start and word.text in _CARRIERS and word.end == start and start > len(word.text):
            start -= len(word.text)
    return name[start:]


def _counted_tail(names: list[str]) -> str:
    """治安案件 after 刑事, 欧资企业 after 日资: what the last member counts, where the others are too short to."""
    found = lexicon.words(names[-1])
    if len(found) < 2 or not found[-1].tag.startswith("n") or len(found[-1].text) < 2:
        return ""
    return found[-1].text if all(len(name) <= _ATTRIBUTE for name in names[1:-1]) and len(names[0]) <= 6 else ""


def _joined(name: str, tail: str) -> str:
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
