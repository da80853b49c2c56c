"""Names of what is counted: the noun after a number, with what was done to it or what it did."""

from __future__ import annotations

import itertools
import re

from etl.extraction.context import Context
from etl.extraction.language import lexicon
from etl.extraction.lexer import Number
from etl.extraction.names import cleaning, indicators, nouns
from etl.extraction.names.counts import (
    AREAS,
    AWARDED,
    CAUSES,
    CHANGED,
    ENTITY_ACTS,
    FUNDS,
    GENERIC,
    LANDMARK,
    LISTED_IN,
    MODIFIER,
    PEOPLE,
    SAID_METRIC,
    SAID_OF,
    STEPS,
    THROUGH,
    TITLE,
)
from etl.extraction.naming import amounts, deeds, which
from etl.extraction.numbers import units
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.predication import TO
from etl.extraction.reading import Reading

_ITEMS = re.compile("[大小分子]项")  # 比赛设34个大项419个小项
_SET = re.compile("(?:共?设有?|包括|包含|分为?|共有?|完成|调整为?)$")
_OWNER = 12  # characters
_THINGS = frozenset("药茶鱼花书车菜酒果树")
_EXAMPLES = re.compile("^[^的]{2,30}等(?!级)(?=[\u4e00-\u9fff“”]{5,}$)")  # “青云市集”等夜间消费聚集区
_PROGRAMME = re.compile(
    f"(?P<trade>[\u4e00-\u9fff]{{2,8}}(?:产业|行业|业))“[^”]+”(?:行动|计划|工程)(?P<verb>{CHANGED.pattern[1:]})"
)
_CLASSES = re.compile("[大小]类$")  # 八大类家电: not the things are counted
_ELIDED = re.compile("(?:以上|以下|以内|之间)的$|的(?:有|达|共|已|就|约)+$")
_AMONG = re.compile("(?P<whole>[^，]{2,24})中(?:已|共|就|还|约)*有?$")
_GROWN = re.compile("(?:成长|升级|晋升|发展|转型|培育|认定)(?:成)?为[^，。；、的]{2,16}")
_NEXT_SHARE = re.compile("(?:[和及与、]|以及)(?=[约近超]?\\d)")  # 三成的外资和四成的外贸
_GRADE = re.compile("(?:其中)?(?:国家|省|市|县|[1-5一二三四五]?A+|[1-5一二三四五]星|[一二三]|甲|乙)级(?:及?以上)?")
_HANDLED = re.compile("(?:^|，)把|将")  # 把3类资源收了进去: the verb tells what was done with all that 把 opens
_CUT = re.compile("[，。；]")
_ASPECTS = re.compile("已经|已|[了着]")
_TOLD_AFTER = re.compile("来自|是|为|由|用于|集中于?")  # 其中，30%是…, 集中于…


class Counting:
    """Names counts and shares by the noun that stands after them, with the context of what was counted before."""

    def __init__(self, context: Context, known: dict[str, str]) -> None:
        self.context = context
        self.known = known

    def name(self, reading: Reading, phrase: str, predicate: Predicate) -> str:
        """The noun that the numbers of a group count or are shares of; empty where none stands after them."""
        context = self.context
        if predicate.rule == "share_of_noun":
            noun = self._shared(reading.said)
            return context.indicator if noun.endswith("水平") and context.indicator else noun
        if reading.kind != "level" or predicate.rule == "compared_value":
            return ""
        leaving = predicate.rule.endswith("_from")
        if leaving and (not reading.after or TO.match(_CUT.split(reading.after, maxsplit=1)[0])):
            return ""
        noun = self._after(reading, phrase) or self._elided(reading, phrase) or self._of_areas(reading)
        if noun and (said := SAID_METRIC.match(reading.after)) and noun.endswith(("行业", "企业", "产品")):
            context.head, context.head_sentence = said[1], context.sentence
        return noun

    def _of_areas(self, reading: Reading) -> str:
        """覆盖8省27市: the areas that the unit names, with the verb that they were reached by."""
        area = reading.number.unit or ""
        if reading.after or area not in AREAS or reading.gap.rstrip("、")[-1:] in ("的", "中"):
            return ""
        verb = deeds.acting_verb(reading.gap) or (self.context.verb if not reading.gap.strip("、") else "")
        self.context.verb = verb
        return f"{verb}{area}" if verb and not verb.endswith(("至", "到", "为")) else ""

    def of_grade(self, name: str) -> str:
        """5A级 after A级旅游景区: the things that were counted, of that grade."""
        if "级" not in name or not _GRADE.fullmatch(name):
            return name
        counted = self.context.counted.removesuffix("数")
        counted = counted[grade.end() :] if (grade := _GRADE.match(counted)) else counted
        first, *others = lexicon.words(counted) or (None,)
        if first and others and deeds.is_deed(first.text):
            counted = counted[first.end :]  # 国家级试点 of 培育试点
        return name + counted

    def _elided(self, reading: Reading, phrase: str) -> str:
        """投资超亿元的有12个, after 项目30个: those that were counted before."""
        if not self.context.counted or not _is_counted(reading.number, "") or not _ELIDED.search(reading.gap):
            return ""
        said, counted = cleaning.clean(phrase), self.context.counted.removesuffix("数").rpartition("的")[2]
        return f"{said}的{CHANGED.sub('', counted, count=1) or counted}" if said else ""

    def with_verb(self, name: str, reading: Reading, phrase: str) -> str:
        """出台政策25项: the verb belongs to the name of a count where the noun alone says little."""
        if "等" in name and reading.kind == "level" and not indicators.is_industry(indicators.modifier_of(name)):
            name = _EXAMPLES.sub("", name)
        if reading.kind != "level" or reading.bounded or not _is_counted(reading.number, ""):
            return name
        if programme := _PROGRAMME.match(name):
            self.context.topic, self.context.programme = programme["trade"], True
            self.context.verb = programme["verb"]  # 软件业“繁星”行动新增人员5万人、企业800家
            return programme["trade"] + name[programme.start("verb") :]
        if name.endswith(lexicon.QUANTITIES) and cleaning.achieves(name, phrase):
            return name  # 完成客运量
        if shared := self._verb_of_list(name, reading.gap):
            return shared + name
        at = phrase.rfind(name) if name else -1
        verb = self._verb(phrase[:at] if at >= 0 else "", reading.gap)
        if changed := CHANGED.match(name):
            self.context.verb = changed[0]  # 新登记企业147万户、其中工业57万户
        if not name or indicators.is_pronoun(name):
            return name
        led = self.context.topic if self.context.programme and reading.gap.startswith("、") and verb else ""
        return led + deeds.with_deed(verb, name)

    def _verb_of_list(self, name: str, gap: str) -> str:
        """培养工匠30名、技师50名: the verb that the name of the first of a list begins with is that of all."""
        listed = lexicon.words(self.context.last_name) if gap.startswith("、") else ()
        verb = listed[0].text if len(listed) > 1 and listed[0].tag == "v" else ""
        if len(verb) < 2 or CHANGED.match(verb):
            return ""
        said = lexicon.words(gap.lstrip("、"))
        if said and said[0].tag.startswith("v"):
            return ""  # 、突破技术10项: of its own verb
        told = lexicon.words(name)
        plain = bool(told) and not told[0].tag.startswith("v") and not indicators.head_of(name)
        return verb if plain and self.context.measure == "count" else ""

    def with_owner(self, name: str, reading: Reading) -> str:
        """班列开行900列、发送9万标箱: what only its deed names in a list is done by, or with, what comes first."""
        if not reading.gap.startswith("、") or not deeds.is_deed(name) or indicators.head_of(name):
            return name
        found = lexicon.words(self.context.indicator)
        owner = next((before.end for before, word in itertools.pairwise(found) if word.tag.startswith(("v", "d"))), 0)
        named = owner > 1 and all(word.tag[0] not in "vpdm" for word in found if word.end <= owner)
        return self.context.indicator[:owner] + name if named else name

    def _verb(self, before: str, gap: str) -> str:
        """The verb before a noun or a number, or the one that the list it continues began with."""
        verb = deeds.acting_verb(before)
        listed = gap.startswith(("、", "和", "及"))
        part = gap.lstrip("，").startswith("其中") and CHANGED.match(self.context.verb)
        if (listed or part) and not verb:
            return self.context.verb
        self.context.verb = verb
        return verb

    def _after(self, reading: Reading, phrase: str) -> str:
        number, gap, after, beyond = reading.number, reading.gap, reading.after, reading.beyond
        counted = _is_counted(number, after)
        if shared := deeds.shared_noun(reading, phrase):
            return shared
        if not counted and after and units.is_physical(number.unit):
            return amounts.quantity(number, after, phrase)
        if number.unit in units.TIME_UNITS and (through := THROUGH.search(gap)):
            return through["to"]
        if units.is_money(number.unit) or (number.unit in units.LARGE and FUNDS.search(nouns.noun_after(after))):
            return amounts.paid_for(after, phrase, self.known)
        if not counted and not after.startswith("的") and number.unit not in ("个工作日", "工作日"):
            return ""
        if after in ("", "共", "的") and beyond and counted:
            return deeds.noun_and_action(_CUT.split(beyond, maxsplit=1)[0], "")[0]  # 4项17条专项政策
        if counted and after.startswith("的") and _ends_in_noun(cleaning.clean(phrase)):
            return ""  # 布置泊位625个的规划
        if counted and (said := SAID_OF.match(after)):
            whole = self.context.whole if (self.context.whole or "").endswith(said["noun"]) else said["noun"]
            return said["said"].replace("实现", "") + "的" + (whole or "")
        return self._counted(reading, phrase) if counted else amounts.timed(after, phrase)

    def _counted(self, reading: Reading, phrase: str) -> str:
        gap, after = reading.gap, reading.after
        if reading.number.unit == "人" and after.startswith("口"):
            after = "人" + after  # 100万人口
        if told := which.told(reading.gap, after, reading.beyond, self.context):
            return told
        if (among := _AMONG.search(gap) if "中" in gap else None) and (grown := _GROWN.match(after)):
            return (
                f"{grown[0]}的{re.sub('^全[国省市区县]', '', cleaning.clean(among['whole']))}"  # 企业中有8家成长为龙头
            )
        noun, acted = deeds.noun_and_action(after, reading.beyond)
        if _ITEMS.fullmatch(noun):
            return self._items(noun, phrase)
        if classes := _CLASSES.search(reading.number.text):
            return deeds.with_deed(self._verb(gap, gap), noun + classes[0])
        acted = "" if _HANDLED.search(phrase) else acted
        if after == noun + "中":
            self.context.whole = noun
        listed = LISTED_IN.search(gap)
        if listed:
            self.context.designation = listed["object"]
        if self.context.designation and (listed or gap.endswith(("、", "和", "以及"))) and GENERIC.match(noun):
            return self.context.designation
        served = gap.endswith("为") and reading.number.unit in ("个", "类", "大类")  # 为20个行业提供…: those served
        if not served and (done := deeds.done_there(gap, after, reading.beyond)):
            return done
        if bounded := deeds.one_side_bounded(reading, self.context.whole or self.context.counted.removesuffix("数")):
            return bounded
        if noun.endswith(STEPS) and noun not in STEPS:
            return self._steps(noun, phrase)
        if len(noun) == 1 and acted and noun in _THINGS:
            return f"{acted}的{noun}"  # 114种药被纳入…
        if (len(noun) < 2 and noun not in AREAS) or LANDMARK.fullmatch(noun.lstrip("”")):
            return ""
        if not lexicon.names_something(noun) and lexicon.names_something(cleaning.clean(phrase)):
            return ""
        if entity := ENTITY_ACTS.match(cleaning.strip_lead(phrase)):
            return _ASPECTS.sub("", entity["name"]) + noun
        if modified := MODIFIER.search(cleaning.strip_lead(phrase)) if gap.endswith("的") else None:
            return modified[0] + noun  # 因灾损毁的29处设施
        whole_of = self.context.whole or ""
        if whole_of != noun and whole_of.endswith(noun) and gap.endswith("中"):
            noun = whole_of  # 70条客运航线中54条航线
        verb = self._verb(gap, gap)
        if acted and (titled := TITLE.fullmatch(acted)):
            return titled["title"] + noun  # 企业拿到示范工厂的牌子
        if acted and (gap in ("", "、") or not verb or verb.endswith(CAUSES)):
            return acted if acted.endswith(noun) and AWARDED.match(acted) else f"{acted}的{noun}"
        counted, aspect = nouns.without_aspect(noun)
        return f"{verb}{aspect}的{counted}" if verb and aspect else deeds.with_deed(verb, noun)  # 改善300所小学办学条件

    def _items(self, noun: str, phrase: str) -> str:
        """竞技比赛设34个大项419个小项: the items of what the clause, or the count before, is about."""
        owner = _SET.sub("", cleaning.clean(_SET.sub("", phrase)))
        told = (
            _ITEMS.sub("", self.context.counted.removesuffix("数")) if not owner or _ITEMS.fullmatch(owner) else owner
        )
        return told + noun if len(told) <= _OWNER else noun

    def _steps(self, noun: str, phrase: str) -> str:
        """出口额跨过2个千亿元大关: how far something came, which stays what the clause is about."""
        owner = cleaning.clean(phrase)
        if not owner:
            return noun
        told_of = self.context.subject
        self.context.indicator = indicators.canonical(owner, told_of.name if told_of else None)
        return f"{owner}跨过的{noun}"

    def _shared(self, after: str) -> str:
        """The things of which a percentage is stated: 的外贸企业, 企业用上了…, 来自…."""
        text = _NEXT_SHARE.split(after.removeprefix("的"))[0]
        if said := SAID_OF.match(text):
            return said["said"].replace("实现", "") + "的" + said["noun"]
        if told := _TOLD_AFTER.match(text):
            return nouns.noun_after(text[told.end() :])
        noun, acted = deeds.noun_and_action(text, "")
        return f"{acted}的{noun}" if acted and noun else noun


def _ends_in_noun(phrase: str) -> bool:
    found = lexicon.words(phrase)
    return bool(found) and found[-1].tag == "n"


def _is_counted(number: Number, after: str) -> bool:
    return number.unit in units.CLASSIFIERS or (number.unit in units.LARGE and bool(PEOPLE.match(after)))
