"""The digest that ships tells every figure of the original article and none of its sentences."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
DIGEST = PROJECT / "articles" / "qingdao-two-industries.md"
GOLD = DIGEST.with_suffix(".gold.jsonl")
ORIGINAL = PROJECT.parent / "shared" / "article" / "qingdao-two-industries.txt"

LONGEST_SHARED_RUN = 12
# Names of industries and of rankings are the same words in any text.
NAMES = ("信息系统集成和物联网技术服务", "数字经济城市发展百强榜")

needs_original = pytest.mark.skipif(
    not ORIGINAL.exists(), reason="the original article is third-party and not part of the project"
)


def read_gold(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def chinese_runs(text: str) -> set[str]:
    """Every run of Chinese characters one longer than allowed, across punctuation and figures."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    for name in NAMES:
        text = text.replace(name, "|")
    size = LONGEST_SHARED_RUN + 1
    kept = re.sub(r"[^\u4e00-\u9fff|]", "", text)
    runs = {kept[start : start + size] for start in range(len(kept) - size + 1)}
    return {run for run in runs if "|" not in run}


def claim(record: dict[str, Any]) -> tuple[object, ...]:
    scalars = (record[field] for field in ("value", "unit", "qualifier", "measure", "period", "tier"))
    return (*scalars, record["subject"][0], *(record["of"] or [])[:1])


def test_gold_offsets_point_at_the_evidence() -> None:
    text = DIGEST.read_text(encoding="utf-8")
    misplaced = [
        record["quote"]
        for record in read_gold(GOLD)
        if re.sub(r"\s", "", text[record["start"] : record["end"]]) != record["quote"]
    ]
    assert misplaced == []


def test_gold_holds_67_figures_at_67_places() -> None:
    records = read_gold(GOLD)
    assert len({(record["start"], record["end"]) for record in records}) == len(records) == 67
    assert [record["start"] for record in records] == sorted(record["start"] for record in records)


@needs_original
def test_every_claim_of_the_original_is_in_the_digest() -> None:
    original = Counter(map(claim, read_gold(ORIGINAL.with_suffix(".gold.jsonl"))))
    assert Counter(map(claim, read_gold(GOLD))) == original


@needs_original
def test_no_sentence_is_taken_over() -> None:
    digest, original = (chinese_runs(path.read_text(encoding="utf-8")) for path in (DIGEST, ORIGINAL))
    assert digest & original == set()


@pytest.mark.parametrize(
    "fact",
    [
        "海尔集团、青啤集团等2家“灯塔工厂”",
        "雷神科技",
        "在北京证券交易所上市",
        "头一回盖过第二产业",
        "占比首次超过50%",
        "国家首批两业融合试点城市",
        "海尔卡奥斯一直守着首位",
    ],
)
def test_facts_without_a_figure_are_told(fact: str) -> None:
    assert fact in DIGEST.read_text(encoding="utf-8")
