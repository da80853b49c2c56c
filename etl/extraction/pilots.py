"""Named members of pilot programmes: 培育A、B等2家“灯塔工厂” names A and B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from etl.extraction.model import PilotDesignation
from etl.extraction.numbers import lists
from etl.extraction.numbers.numerals import parse_chinese
from etl.extraction.subjects.finder import SubjectFinder
from etl.extraction.text.normalise import Normalised
from etl.vocabulary import Vocabulary

_SENTENCE = re.compile(r"[^。！？；\n]+")
_COUNTED = re.compile(
    r"(?P<members>[^，。：；]*?)(?:等)?(?:\d+|[一两二三四五六七八九十]+)(?:家|个|地)(?:企业|单位|城市|地区|园区|区域"
    "|项目)?(?:的)?$"
)
_DESIGNATED = re.compile(
    r"(?P<members>[^，。：；]*?)(?:等(?:\d+|[一两二三四五六七八九十]+)(?:家|个)?[\u4e00-\u9fff]{0,4})?(?:已|先后|成功"
    "|均|双双|也|还|新|被|共同)*"
    "(?:获批|入选|入围|获评|评为|认定为|被授予|确定为|列入|纳入|成为|跻身|上榜|荣获|获得|建成|是|获)(?:为"
    "|了)?(?:[^，。：；“”]{0,10})$"
)
_AS = re.compile(r"^作为(?:[^，“”]{0,12})$")
_LEVEL = re.compile(
    r"(全球|世界|国际|国家|全国|省级|省|市级|市|区级|县级|县)(?:级)?(?:首批|第[一二三四五六七八九十\d]+批)?(?:的)?[“]?$"
)
_LEVELS = {
    "全球": "全球",
    "世界": "全球",
    "国际": "全球",
    "国家": "国家",
    "全国": "国家",
    "省级": "省",
    "省": "省",
    "市级": "市",
    "市": "市",
}
_BATCH = re.compile(r"(首|第[一二三四五六七八九十\d]+)批(?:次)?(?:的)?[^，。；]{0,8}$")
_BEFORE_NAME = re.compile(
    "^(?:其中|目前|近年来|今年|去年|如|例如|比如|全市|全省|累计|共|已|先后|成功|积极|大力|新|重点|并|同时|推动|支持"
    "|培育出?|打造|引导|带动|形成|拥有|诞生|涌现出?|建成|创建|建设|获批|认定|包括|有|以|由|将|为|的|\ue000)+"
)
_VERB = re.compile("培育出?|打造|推动|支持|引导|涌现出?|拥有|建成|包括|遴选|认定|开展|诞生")
_NAME = re.compile("[\u4e00-\u9fffA-Za-z0-9（）·]{2,16}")
_NO_NAME = re.compile(
    "的|了|和|与|及|在|是|等|企业$|单位$|项目$|平台$|数量|产业|我国|工作|建设|试点|[0-9一二三四五六七八九十]+[家个批]"
    "|全市|全省|首批"
)
_KINDS = (
    ("企业", "企业"),
    ("单位", "单位"),
    ("城市", "区域"),
    ("区域", "区域"),
    ("园区", "区域"),
    ("县", "区域"),
    ("区", "区域"),
    ("市", "区域"),
)


@lru_cache(maxsize=8)
def _programmes(vocabulary: Vocabulary) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """One pattern for all programme names, quotation marks inside them optional, and their codes."""
    names: dict[str, tuple[str, str]] = {}
    for programme in vocabulary.programmes:
        for alias in (programme.name, *programme.aliases):
            names[_plain(alias)] = (programme.code, programme.name)
    ordered = sorted(names, key=len, reverse=True)
    first = "".join(sorted({name[0] for name in ordered}))
    return re.compile(
        f"(?=[“{re.escape(first)}])(?:"
        + "|".join("“?" + "[“”]?".join(map(re.escape, name)) + "”?" for name in ordered)
        + ")"
    ), names


def _plain(name: str) -> str:
    return re.sub("[“”]", "", name)


def designations(
    normal: Normalised, original: str, finder: SubjectFinder, period: str | None
) -> Iterator[PilotDesignation]:
    """Every member that the text names, with the characters that name it."""
    pattern, names = _programmes(finder.vocabulary)
    if not pattern.search(normal.text):
        return
    for sentence in _SENTENCE.finditer(normal.text):
        for found in pattern.finditer(sentence.group()):
            start = sentence.start() + found.start()
            code, name = names[_plain(found.group())]
            before = normal.text[sentence.start() : start]
            after = normal.text[sentence.start() + found.end() : sentence.end()]
            for member, at in _members(before, after, sentence.start(), start + len(found.group())):
                begin, end = normal.span(at, at + len(member))
                yield PilotDesignation(
                    name,
                    code,
                    _level(before, code),
                    _kind(found.group() + after[:4], member, finder),
                    member,
                    _batch(before),
                    finder.default.name if finder.default and finder.default.kind == "area" else None,
                    period,
                    "".join(original[begin:end].split()),
                    begin,
                    end,
                )


def _members(before: str, after: str, offset: int, after_offset: int) -> Iterator[tuple[str, int]]:
    clause_start = before.rfind("，") + 1
    clause = before[clause_start:]
    listed = _COUNTED.match(_unleveled(clause)) or _DESIGNATED.match(_unleveled(clause))
    if listed and listed["members"]:
        yield from _names(listed["members"], offset + clause_start)
    elif _AS.match(_unleveled(clause)) and (
        follows := re.match(
            r"(?:城市|企业|单位)?，(?P<who>[\u4e00-\u9fff]{2,8}?)(?=积极|将|正|大力|持续|已|在|率先|以|聚焦|坚持|加快"
            "|推)",
            after,
        )
    ):
        yield follows["who"], after_offset + follows.start("who")


def _unleveled(clause: str) -> str:
    return _LEVEL.sub("", clause)


def _names(text: str, offset: int) -> Iterator[tuple[str, int]]:
    position = 0
    for member in lists.any_members(text):
        at = text.find(member, position)
        position = at + len(member)
        lead = _BEFORE_NAME.match(member)
        skipped = lead.end() if lead else 0
        verb = list(_VERB.finditer(member, skipped))
        skipped = verb[-1].end() if verb else skipped
        name = member[skipped:].removesuffix("等")
        if _NAME.fullmatch(name) and not _NO_NAME.search(name):
            yield name, offset + at + skipped


def _level(before: str, code: str) -> str | None:
    level = _LEVEL.search(before)
    if level:
        return _LEVELS.get(level[1])
    return "全球" if code == "lighthouse_factory" else None


def _batch(before: str) -> int | None:
    batch = _BATCH.search(before)
    if not batch:
        return None
    digits = batch[1].removeprefix("第")
    return 1 if digits == "首" else int(digits) if digits.isdigit() else int(parse_chinese(digits) or 0) or None


def _kind(words: str, member: str, finder: SubjectFinder) -> str | None:
    if finder.place_at(member):
        return "区域"
    for word, kind in _KINDS:
        if word in words[-8:]:
            return kind
    return "企业" if member.endswith(("集团", "公司", "股份", "科技")) else None
