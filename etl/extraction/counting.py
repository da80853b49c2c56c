"""Names of what is counted: the noun after a number, with what was done to it or what it did."""

from __future__ import annotations

import re
from collections.abc import Iterable

from etl.extraction import capacities, indicators, lexicon, nouns, units
from etl.extraction.clauses import PERIOD_MARK
from etl.extraction.context import Context
from etl.extraction.counting_forms import (
    ACTED,
    ACTED_LISTED,
    AFTER_VERB,
    AMOUNTS,
    AREAS,
    AWARDED,
    BOUND,
    BOUND_AFTER,
    CAUSES,
    CHANGED,
    ENTITY_ACTS,
    FUNDS,
    GENERIC,
    GROUPS,
    JOINS,
    LANDMARK,
    LIGHT,
    LISTED_IN,
    MODIFIER,
    NAMES_AMOUNT,
    NEW,
    OTHER_DEED,
    PEOPLE,
    PLAIN_CLASSIFIERS,
    PREPOSITION,
    PURPOSE,
    SAID_METRIC,
    SAID_OF,
    SPENT,
    THROUGH,
    WHOLE_LIST,
)
from etl.extraction.lexer import Number
from etl.extraction.naming_forms import AREA_UNIT
from etl.extraction.predicates import Predicate
from etl.extraction.predication import TO
from etl.extraction.reading import Reading

_SHORT = 6  # a noun of fewer characters says little without its verb
_PLACE_AT_END = re.compile("(?<=..)(?<![高初])[中内里]$")


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
        if leaving and (not reading.after or TO.match(re.split("[，；]", reading.after)[0])):
            return ""
        noun = self._after(reading, phrase)
        if noun and (said := SAID_METRIC.match(reading.after)) and noun.endswith(("行业", "企业", "产品")):
            context.head, context.head_sentence = said[1], context.sentence
        return noun

    def with_verb(self, name: str, reading: Reading, phrase: str) -> str:
        """出台政策25项: the verb belongs to the name of a count where the noun alone says little."""
        if reading.kind != "level" or reading.bounded or not _is_counted(reading.number, ""):
            return name
        at = phrase.rfind(name) if name else -1
        verb = self._verb(phrase[:at] if at >= 0 else "", reading.gap)
        if changed := CHANGED.match(name):
            self.context.verb = changed[0]  # 新登记企业147万户、其中工业57万户
        return _verbal(verb, name) if name and not indicators.is_pronoun(name) else name

    def _verb(self, before: str, gap: str) -> str:
        """The verb before a noun or a number, or the one that the list it continues began with."""
        verb = acting_verb(before)
        listed = gap.startswith(("、", "和", "及"))
        part = gap.lstrip("，").startswith("其中") and CHANGED.match(self.context.verb)
        if (listed or part) and not verb:
            return self.context.verb
        self.context.verb = verb
        return verb

    def _after(self, reading: Reading, phrase: str) -> str:
        number, gap, after, beyond = reading.number, reading.gap, reading.after, reading.beyond
        counted = _is_counted(number, after)
        if shared := _shared_noun(reading, phrase):
            return shared
        if not counted and number.unit and after and _is_physical(number):
            return _quantity(number, after, phrase)
        through = THROUGH.search(gap)
        if through and number.unit in units.TIME_UNITS:
            return through["to"]
        if _is_money(number):
            return self._paid_for(after, phrase)
        if not counted and not after.startswith("的") and number.unit not in ("个工作日", "工作日"):
            return ""
        if after in ("", "共", "的") and beyond and counted:
            return noun_and_action(re.split("[，。；]", beyond)[0], "")[0]  # 4项17条专项政策
        said = SAID_OF.match(after)
        if said and counted:
            whole = self.context.whole if (self.context.whole or "").endswith(said["noun"]) else said["noun"]
            return said["said"].replace("实现", "") + "的" + (whole or "")
        return self._counted(reading, phrase) if counted else self._measured(after, phrase)

    def _counted(self, reading: Reading, phrase: str) -> str:
        gap, after = reading.gap, reading.after
        noun, acted = noun_and_action(after, reading.beyond)
        if after == noun + "中":
            self.context.whole = noun
        listed = LISTED_IN.search(gap)
        if listed:
            self.context.designation = listed["object"]
        if self.context.designation and (listed or gap.endswith(("、", "和", "以及"))) and GENERIC.match(noun):
            return self.context.designation
        if done := _done_there(gap, after, reading.beyond):
            return done
        if bounded := _one_side_bounded(reading):
            return bounded
        if len(noun) < 2 and noun not in AREAS:
            return ""
        if not lexicon.names_something(noun) and lexicon.names_something(indicators.clean(phrase)):
            return ""
        if entity := ENTITY_ACTS.match(indicators.strip_lead(phrase)):
            return re.sub("已经|已|[了着]", "", entity["name"]) + noun
        if modified := MODIFIER.search(indicators.strip_lead(phrase)) if gap.endswith("的") else None:
            return modified[0] + noun  # 因灾损毁的29处设施
        whole_of = self.context.whole or ""
        if whole_of != noun and whole_of.endswith(noun) and gap.endswith("中"):
            noun = whole_of  # 70条客运航线中54条航线
        verb = self._verb(gap, gap)
        if acted and (gap in ("", "、") or not verb or verb.endswith(CAUSES)):
            return acted if acted.endswith(noun) and AWARDED.match(acted) else f"{acted}的{noun}"
        counted, aspect = nouns.without_aspect(noun)
        return f"{verb}{aspect}的{counted}" if verb and aspect else _verbal(verb, noun)  # 改善300所小学办学条件

    def _measured(self, after: str, phrase: str) -> str:
        noun = nouns.noun_after(after)
        cleaned = indicators.clean(phrase)
        if len(noun) < 2 or indicators.HEAD.search(cleaned):
            return ""
        return "" if not lexicon.names_something(noun) and lexicon.names_something(cleaned) else noun

    def _paid_for(self, after: str, phrase: str) -> str:
        """3亿元专项资金: the noun after an amount of money, where nothing before names it."""
        noun, _ = noun_and_action(after, "")
        cleaned = indicators.clean(phrase)
        spent = SPENT.search(phrase)
        owner = cleaned.removesuffix(spent["verb"]) if spent else cleaned  # 中央财政投入 has a name
        if spent and not lexicon.names_something(owner) and (told := _funds(spent["verb"], noun, after)):
            return told
        if indicators.HEAD.search(cleaned) or cleaned in self.known or LANDMARK.match(noun):
            return ""
        if after.startswith("的"):
            return noun if len(noun) > 1 else ""
        return noun if 2 <= len(noun) <= 24 else ""

    def _shared(self, after: str) -> str:
        """The things of which a percentage is stated: 的外贸企业, 企业用上了…, 来自…."""
        text = after.removeprefix("的")
        if said := SAID_OF.match(text):
            return said["said"].replace("实现", "") + "的" + said["noun"]
        if re.match("来自|是|为|由|用于|集中", text):
            return nouns.noun_after(re.sub("^(?:来自|是|为|由|用于|集中于?|集中在)", "", text))
        noun, acted = noun_and_action(text, "")
        return f"{acted}的{noun}" if acted and noun else noun


def noun_and_action(text: str, beyond: str) -> tuple[str, str]:
    """What is counted and what is said of it: 企业入选名单 → 企业, 入选名单; a list shares what is said behind it."""
    whole = WHOLE_LIST.match(text)
    noun = whole[0] if whole else nouns.listed(text, nouns.noun_after(text), more=bool(beyond))
    rest = text[text.find(noun) + len(noun) :]
    if rest.startswith("的") and lexicon.is_attribute(noun):  # 阻断的公路, 针对企业的政策
        noun, rest = f"{noun}的{nouns.noun_after(rest)}", rest[1 + len(nouns.noun_after(rest)) :]
    if beyond and not _PLACE_AT_END.search(noun) and (not rest or JOINS.fullmatch(rest)):
        rest = beyond[len(nouns.noun_after(beyond)) :]
    elif beyond and not re.search("[，；。：]", rest):
        rest = ""  # what is said leads to the next figure
    told_of, aspect = nouns.without_aspect(noun) if rest[:1] not in ("的", "、", "和") else (noun, "")
    said = re.split("[，。；：、（）]", rest)[0].replace(PERIOD_MARK, "")
    if said and aspect:
        return told_of, aspect + said
    if beyond and aspect:
        return told_of, ""  # 18个项目投资12亿元
    rest = rest.lstrip(PERIOD_MARK)
    noun = _PLACE_AT_END.sub("", noun)
    if len(noun.rpartition("的")[2]) >= 4:
        noun = noun.rpartition("的")[2]
    acted = ACTED_LISTED.match(rest) if not beyond and AWARDED.match(rest) else ACTED.match(rest)
    return noun, acted["acted"].replace("了", "", 1).replace(PERIOD_MARK, "") if acted else ""


def _funds(verb: str, noun: str, after: str) -> str:
    """投入2000万元专项资金, 统筹40亿元支持乡村振兴: the funds, or what they are for."""
    if FUNDS.search(noun):
        return verb + noun
    purpose = PURPOSE.match(after)
    if purpose is None:
        return ""
    what = purpose["what"] if purpose["how"] in ("用于", "实施") else purpose[0]
    return what + ("投入" if verb == "投入" else "资金")


def _shared_noun(reading: Reading, phrase: str) -> str:
    """新建30万亩、改造提升20万亩高标准农田: two deeds to one thing, which only the last one names."""
    joined = OTHER_DEED.fullmatch(reading.after)
    verb = indicators.clean(phrase) if joined else ""
    if joined is None or not reading.beyond or not (_is_deed(verb) and _is_deed(joined["deed"])):
        return ""
    noun = nouns.noun_after(re.split("[，。；、]", reading.beyond)[0])
    area = AREA_UNIT.search(reading.number.unit or "") and not noun.endswith("面积")
    return verb + noun + ("面积" if area else "") if len(noun) > 1 else ""


def _is_deed(words: str) -> bool:
    """Whether words only tell what was done: 新建, 改造提升."""
    changed = CHANGED.fullmatch(words)
    return bool(changed) or (len(words) > 1 and all(word.tag.startswith("v") for word in lexicon.words(words)))


def _done_there(gap: str, after: str, beyond: str) -> str:
    """在30个县建设服务中心, 为5万名农民工追回欠薪: where, or for whom, something is done."""
    if not PREPOSITION.search(gap):
        return ""
    noun = nouns.before_deed(after)
    done = re.split("[，。；：、]", after[len(noun) :])[0].replace(PERIOD_MARK, "")
    if beyond and done and lexicon.words(done)[-1].tag.startswith("v"):
        done += nouns.noun_after(beyond)  # 与39个国家缔结118对友城
    told = len(done) > 2 and lexicon.words(done)[0].tag.startswith("v")
    return f"{done.replace('了', '', 1)}的{noun}" if told and len(noun) > 0 else ""


def _one_side_bounded(reading: Reading) -> str:
    """60家企业营业收入超百亿元, 8种产品产量居全国首位: the next figure only says which of them are counted."""
    following = next((number for number in reading.clause.numbers if number.start > reading.number.end), None)
    noun = nouns.noun_after(reading.after)
    counted, aspect = nouns.without_aspect(noun, told=bool(BOUND_AFTER.match(reading.after, len(noun))))
    if following is None or not aspect:
        return ""
    said = reading.after[len(counted) :].replace(PERIOD_MARK, "")
    bound = BOUND_AFTER.search(said) or (BOUND.match(following.text) and len(said) == len(aspect))
    return f"{said}{following.text}的{counted}" if bound and not re.search("[，；。、]", said) else ""


def catalogue_name(name: str, measure: str, unit: str | None) -> str:
    """The name of what is counted as a catalogue has it: 示范村 → 示范村数, 累计转移 in persons → 累计转移人数."""
    base = (unit or "").lstrip("万亿千百")
    if measure == "level" and unit:
        name = capacities.with_length(name, unit)
    if measure not in ("count", "level") or not base or len(name) < 2 or NAMES_AMOUNT.search(name):
        return name
    if measure == "count" and (base in GROUPS or lexicon.ends_in_action(name)):
        return name + AMOUNTS.get(base, f"{base}数")
    if lexicon.ends_in_action(name):
        return name + ("金额" if base in units.MONEY_UNITS else "面积" if AREA_UNIT.search(base) else "量")
    return name + "数" if measure == "count" and base in PLAIN_CLASSIFIERS else name


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
    return NEW + verb if verb and tail[: len(tail) - len(verb)].endswith(NEW) else verb


def _run(found: Iterable[lexicon.Word]) -> list[str]:
    """The verbs, one or two, that words begin with."""
    verbs: list[str] = []
    for word in found:
        if not (word.tag.startswith("v") and len(word.text) > 1) or word.text in LIGHT or len(verbs) > 1:
            break
        verbs.append(word.text)
    return verbs


def _verbal(verb: str, noun: str) -> str:
    """A noun with its verb, where the verb tells of a change or the noun is too short to tell anything."""
    if not verb or noun.startswith(verb):
        return noun
    return verb + noun if len(noun) < _SHORT or CHANGED.match(verb) else noun


def _is_counted(number: Number, after: str) -> bool:
    return number.unit in units.CLASSIFIERS or (number.unit in units.LARGE and bool(PEOPLE.match(after)))


def _is_money(number: Number) -> bool:
    return bool(number.unit and number.unit.lstrip("万亿千百") in units.MONEY_UNITS)


def _is_physical(number: Number) -> bool:
    return bool(number.unit and number.unit.lstrip("万亿") in units.PHYSICAL_UNITS)


def _quantity(number: Number, after: str, phrase: str) -> str:
    """60万亩小麦, 7400万度清洁电能: the thing after a physical quantity, where nothing before names it."""
    cleaned = indicators.clean(phrase)
    if not indicators.HEAD.search(cleaned) and (told := capacities.of_facility(number.unit or "", after)):
        return told
    area = AREA_UNIT.search(number.unit or "")
    noun = nouns.noun_after(after) if area or not after.startswith("的") else ""
    if not 2 <= len(noun) <= 10 or indicators.HEAD.search(cleaned):
        return ""
    if area:
        return noun + "面积" if not noun.endswith("面积") else noun
    return _verbal(acting_verb(phrase), noun)
