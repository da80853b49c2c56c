"""What was done with the counted, what they did, and where: 建成泊位, 入选名单的企业, 在30个县建设…."""

from __future__ import annotations

import re
from collections.abc import Iterable

from etl.extraction.clauses import PERIOD_MARK
from etl.extraction.language import lexicon
from etl.extraction.names import cleaning, nouns
from etl.extraction.names.counts import (
    ACTED,
    ACTED_LISTED,
    AFTER_VERB,
    AWARDED,
    BOUND,
    BOUND_AFTER,
    CHANGED,
    JOINS,
    LIGHT,
    NEW,
    OTHER_DEED,
    PREPOSITION,
    WHOLE_LIST,
)
from etl.extraction.names.forms import AREA_UNIT
from etl.extraction.reading import Reading

_SHORT = 6  # a noun of fewer characters says little without its verb
_ANYBODY = frozenset(("企业", "公司", "单位", "机构"))  # say nothing without what they did
_KINDS_OF = ("级", "类", "型", "式")
_KIND = re.compile("^.{1,6}?[级类型式]")
_WHERE_FROM = re.compile("境[内外]|国[内外]|省[内外]|市[内外]|当地|本地|外地|各类|主要|重点")
_HOLDS = re.compile("[极颇独]具|富有|存在|涉及|具备|具有|符合|享受|获得|持有|采用|使用|从事|参与")
_TOTALS = ("总", "合计", "累计", "共")  # 466家公司总市值达…: of all together
_LISTED_NAME = re.compile("(?<=....)名单$|(?<=..)之一$")  # 45个产业集群名单中: the clusters
_UNDER_WAY = ("产业链建设", "基地建设", "集群建设", "园区建设", "中心建设")
_OF_CLASS = re.compile("(?P<level>[^，。；、和]{1,5}级)(?:[和及、]|以及)")
_OF_CLASS_TOO = re.compile("[^，。；、和的]{1,5}级(?=[\u4e00-\u9fff])")
_SOME = re.compile("中(?:共|已)*有?$|^(?:共|已)*有$")
_PLACE_AT_END = re.compile("(?<=..)(?<![高初])[中内里]$")


def noun_and_action(text: str, beyond: str) -> tuple[str, str]:
    """What is counted and what is said of it: 企业入选名单 → 企业, 入选名单; a list shares what is said behind it."""
    whole = WHOLE_LIST.match(text)
    noun = whole[0] if whole else nouns.listed(text, nouns.noun_after(text), more=bool(beyond))
    rest = text[text.find(noun) + len(noun) :]
    if rest.startswith("的") and _tells_which(noun):  # 阻断的公路, 针对企业的政策
        noun, rest = f"{noun}的{nouns.noun_after(rest)}", rest[1 + len(nouns.noun_after(rest)) :]
    if beyond and JOINS.fullmatch(rest) and noun.endswith(_KINDS_OF):
        noun += _KIND.sub("", nouns.noun_after(beyond))  # 36家市级、9家省级企业
    if beyond and not _PLACE_AT_END.search(noun) and (not rest or JOINS.fullmatch(rest)):
        rest = beyond[len(nouns.noun_after(beyond)) :]
    elif beyond and noun not in _ANYBODY and not re.search("[，；。：]|、$", rest):
        rest = ""  # what is said leads to the next figure
    told_of, aspect = nouns.without_aspect(noun) if rest[:1] not in ("的", "、", "和") else (noun, "")
    said = re.split("[，。；：、（）]", rest)[0].replace(PERIOD_MARK, "")
    if said and aspect:
        return told_of, aspect + said
    if beyond and aspect:
        return told_of, ""  # 18个项目投资12亿元
    rest = rest.lstrip(PERIOD_MARK)
    noun = _PLACE_AT_END.sub("", noun)
    noun = _LISTED_NAME.sub("", noun).replace("大中小企业", "企业")
    if noun.endswith(_UNDER_WAY) and len(noun) > _SHORT:
        noun = noun[:-2]  # 17条产业链建设开局
    noun = nouns.without_long_attribute(noun)
    acted = ACTED_LISTED.match(rest) if not beyond and AWARDED.match(rest) else ACTED.match(rest)
    return noun, acted["acted"].replace("了", "", 1).replace(PERIOD_MARK, "") if acted else ""


def _tells_which(phrase: str) -> bool:
    """Whether a phrase before 的 tells which things are counted, and is not counted itself."""
    return lexicon.is_attribute(phrase) or _WHERE_FROM.fullmatch(phrase) is not None or _HOLDS.match(phrase) is not None


def done_there(gap: str, after: str, beyond: str) -> str:
    """在30个县建设服务中心, 为5万名农民工追回欠薪: where, or for whom, something is done."""
    if not PREPOSITION.search(gap):
        return ""
    noun = nouns.before_deed(after)
    done = re.split("[，。；：、]", after[len(noun) :])[0].replace(PERIOD_MARK, "")
    if beyond and done and lexicon.words(done)[-1].tag.startswith("v"):
        done += nouns.noun_after(beyond)  # 与39个国家缔结118对友城
    if noun.count("“") != noun.count("”"):
        return ""
    told = len(done) > 2 and lexicon.words(done)[0].tag.startswith("v")
    return f"{done.replace('了', '', 1)}的{noun}" if told and len(noun) > 0 else ""


def one_side_bounded(reading: Reading, whole: str) -> str:
    """60家企业营业收入超百亿元, 8种产品产量居全国首位: the next figure only says which of them are counted.

    They may be some of a `whole` told of before: 新片中有5部票房过亿.
    """
    following = next((number for number in reading.clause.numbers if number.start > reading.number.end), None)
    noun = nouns.noun_after(reading.after)
    counted, aspect = nouns.without_aspect(noun, told=bool(BOUND_AFTER.match(reading.after, len(noun))))
    if whole and not aspect and noun == reading.after and _SOME.search(reading.gap):
        counted, aspect = whole, noun
    if following is None or not aspect or aspect.startswith(_TOTALS):
        return ""
    said = aspect if counted is whole else reading.after[len(counted) :].replace(PERIOD_MARK, "")
    bound = BOUND_AFTER.search(said) or (BOUND.match(following.text) and len(said) == len(aspect))
    return f"{said}{following.text}的{counted}" if bound and not re.search("[，；。、]", said) else ""


def shared_noun(reading: Reading, phrase: str) -> str:
    """新建30万亩、改造提升20万亩高标准农田: two deeds to one thing, which only the last one names.

    So are things of two classes: 电子3个千亿级和汽车、食品2个百亿级产业集群.
    """
    if (first := _OF_CLASS.match(reading.after)) and (last := _OF_CLASS_TOO.match(reading.beyond)):
        return first["level"] + nouns.noun_after(reading.beyond[last.end() :])
    joined = OTHER_DEED.fullmatch(reading.after)
    verb = cleaning.clean(phrase) if joined else ""
    if joined is None or not reading.beyond or not (is_deed(verb) and is_deed(joined["deed"])):
        return ""
    noun = nouns.noun_after(re.split("[，。；、]", reading.beyond)[0])
    area = AREA_UNIT.search(reading.number.unit or "") and not noun.endswith("面积")
    return verb + noun + ("面积" if area else "") if len(noun) > 1 else ""


def is_deed(words: str) -> bool:
    """Whether words only tell what was done: 新建, 改造提升."""
    changed = CHANGED.fullmatch(words)
    return bool(changed) or (len(words) > 1 and all(word.tag.startswith("v") for word in lexicon.words(words)))


def acting_verb(text: str) -> str:
    """The verb before what is counted, which made or changed it: 累计创建, 改造建设; 建成甲、乙等 begins a list."""
    part = re.split("[，；：（）\ue000]", AFTER_VERB.sub("", text))[-1]
    head, listed, _ = part.partition("、")
    if listed:
        found = lexicon.words(head[-12:])
        verbs = _run(found)
        return "" if len(found) > len(verbs) and found[len(verbs)].text in LIGHT else "".join(verbs)
    tail = re.split("[“”]", part)[-1][-12:]
    verb = "".join(reversed(_run(reversed(lexicon.words(tail))))) if len(tail) > 1 else ""
    if not verb and (changed := next((tail[-size:] for size in (3, 2) if CHANGED.fullmatch(tail[-size:])), "")):
        return changed
    return NEW + verb if verb and tail[: len(tail) - len(verb)].endswith(NEW) else verb


def _run(found: Iterable[lexicon.Word]) -> list[str]:
    """The verbs, one or two, that words begin with."""
    verbs: list[str] = []
    for word in found:
        if not (word.tag.startswith("v") and len(word.text) > 1) or word.text in LIGHT or len(verbs) > 1:
            break
        verbs.append(word.text)
    return verbs


def with_deed(verb: str, noun: str) -> str:
    """A noun with its verb, where the verb tells of a change or the noun is too short to tell anything."""
    if not verb or noun.startswith((verb, "惠及")) or CHANGED.match(noun):
        return noun
    return verb + noun if len(noun) < _SHORT or CHANGED.match(verb) else noun
