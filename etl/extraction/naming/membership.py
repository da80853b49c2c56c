"""Lists of things that several numbers are said of, in the phrase itself or in the clauses before it."""

from __future__ import annotations

import itertools
import re

from etl.extraction.context import Context
from etl.extraction.lexer import Number
from etl.extraction.names import cleaning, indicators
from etl.extraction.names.counts import GENERIC
from etl.extraction.names.forms import EACH_METRIC, ORDINAL_TRADES, PRODUCTION, TERM
from etl.extraction.numbers import lists
from etl.extraction.reading import Reading

_LISTED = re.compile("(?:业|类|品|服务|制造|费)$")
_SUMMED = re.compile("(?:合计|共计|总计)(?:达到?|为|约|超过?)*$")
_SUMMED_LIST = re.compile(r"(?P<list>.+?)(?:等)?(?:[两二三四五六七八九十\d]+(?:个|大|类|家|项|种))(?P<noun>[^，；]*)")
_AND_SO_ON = re.compile("等[“\u4e00-\u9fff]")
_RESPECT = re.compile("^[^，]{0,10}(?:看|方面)，")
_ASIDE = re.compile(f"{_RESPECT.pattern}|“[^”]*”：")
_FARED = re.compile("(?:也|均|都)?(?:保持|呈现?|延续|继续|实现较|增势|涨幅|降幅|增幅|增速|增长).*$")
_GREW = re.compile("(?:增长|下降|增势|保持).*$")
_CUT = re.compile("[，：；]")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?[万亿元%％]")


class Membership:
    """Finds the members of lists, and keeps those that were just told in the context."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def named(self, phrase: str, count: int, ahead: str) -> list[str] | None:
        """The phrase as `count` members, or the list that the clauses before ended with."""
        ordinal = ORDINAL_TRADES.match(phrase)
        if ordinal and count in (2, 3):
            return [f"第{number}产业{ordinal['head']}" for number in "一二三"[:count]]
        production = PRODUCTION.match(phrase)
        if production and count == 2:
            return [production["of"] + "产量", production["of"] + "销量"]
        found = self._over_clauses(phrase, count, ahead) or lists.split_members(phrase, count)
        if found:
            return found
        metric, members = EACH_METRIC.match(phrase), self.context.members
        if metric and len(members) == count:
            return [member + metric["head"] for member in members]  # 甲、乙、丙三大产业产值分别…
        if not (indicators.is_pronoun(phrase) or indicators.is_dependent(phrase) or GENERIC.match(phrase)):
            return None
        stem = "" if indicators.is_pronoun(phrase) or GENERIC.match(phrase) else phrase
        recent = list(dict.fromkeys(self.context.recent))
        told = self._told_before(ahead, count) or (recent[-count:] if len(recent) >= count else None)
        if told is None and len(self.context.members) == count:
            told = self.context.members
        if told is None:
            return None
        return [indicators.modifier_of(member) + stem if stem else member for member in told]

    def _over_clauses(self, phrase: str, count: int, ahead: str) -> list[str] | None:
        """信息服务业，租赁业，运输业增加值分别…: members that hold 、 themselves are parted by commas."""
        told = [cleaning.clean(part) for part in _CUT.split(ahead) if not part.endswith(("方面", "看"))]
        told = [part for part in told if part and not _AMOUNT.search(part)]
        parts = [*told, *phrase.split("，")]
        parts = parts[-count:]
        if len(parts) < count or not all(_LISTED.search(part) for part in parts[:-1]):
            return None
        inside = lists.split_members(phrase, count)
        if inside and all(_LISTED.search(part) for part in inside[:-1]):
            return None  # 推动产业升级，甲产业、乙产业增加值分别…: the list is whole without what stands before it
        return parts if any("、" in part or "和" in part for part in parts) else None

    def summed_up(self, name: str, reading: Reading) -> str:
        """信息服务业，租赁业，运输业投资合计…: one figure for all that the clauses before list."""
        if not name or not reading.ahead or not _SUMMED.search(reading.gap):
            return name
        told = [cleaning.clean(part) for part in _CUT.split(reading.ahead.strip("，"))]
        listed = list(
            itertools.takewhile(lambda part: _LISTED.search(part) and not _AMOUNT.search(part), reversed(told))
        )
        return "、".join([*reversed(listed), name])

    def _told_before(self, ahead: str, count: int) -> list[str] | None:
        """甲业、乙业以及丙业等三个行业收入增长，…分别…: the list may be a clause or two back."""
        listed = _SUMMED_LIST.match(ahead)
        body = listed["list"] if listed else _AND_SO_ON.split(ahead, maxsplit=1)[0]
        body = _RESPECT.sub("", body.strip("，；："))
        body = cleaning.clean(_FARED.sub("", body))
        members = lists.split_members(body, count) if body else None
        if not members and "，" in body:
            members = lists.split_members(body.rpartition("，")[2], count)
        if not members or not all(1 < len(member) < 25 for member in members):
            return None
        head = indicators.head_of(_GREW.sub("", listed["noun"])) if listed else None
        return [member if not head else member + head for member in members]

    def note(self, number: Number, phrase: str) -> None:
        """服务产品、服务机构、服务方案3类: a count that sums up a list leaves the list for what follows."""
        if 2 <= number.value <= 12 and number.value == int(number.value):
            told = _ASIDE.sub("", phrase.removesuffix("等"))
            members = lists.split_members(cleaning.clean(told), int(number.value))
            if members and all(1 < len(member) < 25 for member in members):
                self.context.members = [cleaning.clean(member) for member in members]

    def spread(self, name: str, reading: Reading) -> list[str] | None:
        """产量、销量均超过6万辆，分别增长一倍: one number for each of the things measured just before."""
        members = self.context.members
        alone = len(reading.group) == 1 and not name and "分别" in reading.gap
        return members if alone and len(members) > 1 and members == self.context.recent[-len(members) :] else None

    def of_each(self, name: str) -> list[str] | None:
        """甲、乙、丙三大产业收入均…: the metric of the things that were just listed."""
        metric = EACH_METRIC.match(name)
        members = self.context.members
        return [member + metric["head"] for member in members] if metric and len(members) > 1 else None


def of_terms(names: list[str]) -> list[str]:
    """隔夜、7天、1个月借贷利率: the terms are all of what the last one is of."""
    if len(names) < 2:
        return names
    terms = [TERM.match(name) for name in names]
    if not all(terms):
        return names
    whole = TERM.sub("", names[-1])
    return [term[0] + whole for term in terms if term]
