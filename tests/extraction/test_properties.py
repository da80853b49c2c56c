"""What holds for every text: no exception, no lost numeral, one disposition each, evidence that supports the value."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import yaml

from etl.documents import Document, Metadata
from etl.extraction import Extraction, Observation, extract
from etl.extraction.lexer import Number, tokens
from etl.extraction.text.normalise import normalise

SPECS = Path(__file__).parent / "specs"
PIECES = list(
    "0123456789０５９.,，。、；：（）()%％亿万千百十一二三两元个家年月日至到—-~/第余多近超约成倍比占增长降均“”【】 "
    "\n\u3000國"
)
PUBLISHED = (None, "2023", "2022-02", "2024-07-19", "2020-02-29")
AREAS = (None, "海州市", "全国", "山东省", "香港特别行政区")
DISPOSITIONS = {"observation", "date", "name", "ordinal", "idiom", "review"}
COUNT = 1200


@cache
def sentences() -> list[str]:
    """The texts of all specs."""
    specs = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(SPECS.glob("*.yaml"))]
    return [case["text"] for spec in specs for case in spec["cases"]]


def mutate(text: str, chance: random.Random) -> str:
    """The text with characters lost, changed and put in."""
    characters = list(text)
    for _ in range(chance.randrange(0, 25)):
        at = chance.randrange(len(characters) + 1)
        action = chance.random()
        if action < 0.4:
            characters.insert(at, chance.choice(PIECES))
        elif characters and action < 0.7:
            characters[at - 1] = chance.choice(PIECES)
        elif characters:
            del characters[at - 1]
    return "".join(characters)


@cache
def extractions() -> list[Extraction]:
    """Extractions of generated texts: spec sentences joined at random, and mutated."""
    chance = random.Random(7)
    found = []
    for _ in range(COUNT):
        text = "".join(chance.choice(sentences()) for _ in range(chance.randrange(1, 5)))
        metadata = Metadata(published=chance.choice(PUBLISHED), area=chance.choice(AREAS))
        found.append(extract(Document("generated", "", mutate(text, chance), metadata=metadata)))
    return found


def bare(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def test_every_digit_is_in_exactly_one_mention() -> None:
    for extraction in extractions():
        text = extraction.document.text
        covered = [0] * len(text)
        for mention in extraction.mentions:
            for at in range(mention.start, mention.end):
                covered[at] += 1
        lost = [at for at, character in enumerate(text) if re.match(r"\d", character) and covered[at] != 1]
        assert not lost, (text, text[lost[0] :])


def test_chinese_numerals_in_use_are_mentions() -> None:
    for extraction in extractions():
        spans = [(mention.start, mention.end) for mention in extraction.mentions]
        for found in re.finditer("[一二三四五六七八九十]+(?:个百分点|亿元|万元|万吨)", extraction.document.text):
            assert any(start < found.end() and found.start() < end for start, end in spans), found.group()


def test_every_mention_has_one_disposition_and_observations_exactly_where_it_says_so() -> None:
    for extraction in extractions():
        indexes = [index for mention in extraction.mentions for index in mention.observation_indexes]
        assert sorted(indexes) == list(range(len(extraction.observations)))
        for mention in extraction.mentions:
            assert mention.disposition in DISPOSITIONS
            assert (mention.disposition == "observation") == bool(mention.observation_indexes)
            assert mention.disposition == "observation" or mention.reason


def test_quotes_are_the_text_at_their_offsets() -> None:
    for extraction in extractions():
        text = extraction.document.text
        for observation in extraction.observations:
            assert observation.quote == bare(text[observation.start : observation.end])
        for mention in extraction.mentions:
            assert mention.quote == bare(text[mention.start : mention.end])


def reread(observation: Observation) -> list[Number]:
    """The numbers that the evidence alone states."""
    return [token for token in tokens(normalise(observation.quote).text) if isinstance(token, Number)]


def test_the_evidence_alone_gives_the_value() -> None:
    for text in sentences():
        for observation in extract(Document("spec", "", text, metadata=Metadata(published="2023-06"))).observations:
            numbers = reread(observation)
            assert numbers, observation.quote
            large = {"亿": 10**8, "万": 10**4, "万亿": 10**12}.get(numbers[0].unit or "", 1)
            values = {numbers[0].value, numbers[0].value * large, numbers[0].value / 10**4, numbers[0].value / 10**8}
            assert abs(observation.value) in {abs(value) for value in values}, (observation.quote, observation.value)


FELL = re.compile("^(?:下降|下滑|下跌|减少|降低|回落|缩减|萎缩|压减|缩短|负增长|倒退|少增|降|跌|减)|-|负")


def test_the_evidence_of_a_fall_says_that_it_fell() -> None:
    metadata = Metadata(published="2023-06")
    for text in ("全市出口同比下降3.2%。", "同比减少12.5万吨。", "利润为-8.4亿元。", "较上年回落1.6个百分点。"):
        (observation,) = extract(Document("spec", "", text, metadata=metadata)).observations
        assert observation.value < 0
        assert FELL.search(normalise(observation.quote).text)


def test_the_same_text_gives_the_same_facts() -> None:
    for extraction in extractions()[:100]:
        assert extract(extraction.document) == extraction
