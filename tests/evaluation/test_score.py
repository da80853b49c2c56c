"""Counting: what is found, what is missed, what is too much; and the same figures as the shared script."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from etl.errors import DocumentError
from etl.evaluation import read_gold, score
from etl.evaluation.gold import FIELDS
from etl.extraction.model import Observation

FACTS = [
    {"quote": "6.7%", "start": 10, "value": 6.7, "unit": "%", "indicator": ["增加值", "服务业增加值"],
     "measure": "growth_yoy", "subject": "青岛市", "period": "2023"},
    {"quote": "62%", "start": 20, "value": 62, "unit": "%", "indicator": "占比", "measure": "share", "of": "GDP",
     "subject": "青岛市", "period": "2022"},
    {"quote": "近10年", "start": 30, "value": 10, "unit": "年", "indicator": "时长", "measure": "level",
     "optional": True},
]  # fmt: skip


def write_gold(folder: Path, facts: list[dict[str, Any]] = FACTS) -> Path:
    path = folder / "a.gold.jsonl"
    path.write_text("\n".join(json.dumps(fact, ensure_ascii=False) for fact in facts), encoding="utf-8")
    return path


def said(fact: dict[str, Any], **changes: Any) -> Observation:
    """An observation that says what a gold fact says, but for the changes."""
    first: Callable[[Any], Any] = lambda answer: answer[0] if isinstance(answer, list) else answer  # noqa: E731
    fields = {name: first(fact.get(name)) for name in ("unit", "indicator", "measure", "of", "subject", "period")}
    value = Decimal(str(first(fact["value"])))
    end = fact.get("end", fact["start"] + len(fact["quote"]))
    observation = Observation(
        quote=fact["quote"], start=fact["start"], end=end, value=value, value_base=value, unit_base=None,
        qualifier=first(fact.get("qualifier")) or "exact", lower=None, upper=None, indicator_code=None,
        subject_kind=None, period_basis="stated", period_source_start=None, period_source_end=None,
        compared_with=None, modality="fact", confidence=0.9, rule="growth", **fields,
    )  # fmt: skip
    return observation._replace(**changes)


def test_everything_right(tmp_path: Path) -> None:
    result = score(read_gold(write_gold(tmp_path)), [said(fact) for fact in FACTS])
    assert (result.total.gold, result.total.predicted, result.total.detected, result.total.complete) == (2, 2, 2, 2)
    assert (result.detection_f1, result.full_fact_f1) == (1.0, 1.0)
    assert set(result.accuracy.values()) == {1.0}


def test_a_miss_an_error_and_one_too_many(tmp_path: Path) -> None:
    wrong = said(FACTS[0], period="2022", confidence=0.4, rule="other")
    extra = said(FACTS[0], start=90, end=94)
    result = score(read_gold(write_gold(tmp_path)), [wrong, extra])
    assert (result.total.gold, result.total.predicted, result.total.detected, result.total.complete) == (2, 2, 1, 0)
    assert (result.detection_f1, result.full_fact_f1) == (0.5, 0.0)
    assert result.accuracy["period"] == 0.0
    assert result.accuracy["subject"] == 1.0
    assert {name: group.gold for name, group in result.by_measure().items()} == {"growth_yoy": 1, "share": 1}
    assert {name: group.predicted for name, group in result.by_rule().items()} == {
        "(not found)": 0, "growth": 1, "other": 1,
    }  # fmt: skip
    filled = {(each.low, each.predicted, each.complete) for each in result.calibration() if each.predicted}
    assert filled == {(0.0, 1, 0), (0.9, 1, 0)}
    assert [verdict.wrong for verdict in result.counted] == [["period"], [], []]


def test_the_last_bin_holds_certainty(tmp_path: Path) -> None:
    sure = [said(fact, confidence=1.0) for fact in FACTS]
    last = score(read_gold(write_gold(tmp_path)), sure).calibration()[-1]
    assert (last.predicted, last.complete) == (2, 2)


def test_of_two_claims_about_one_number_the_better_is_paired(tmp_path: Path) -> None:
    worse = said(FACTS[0], subject="济南市", indicator="别的")
    result = score(read_gold(write_gold(tmp_path)), [worse, said(FACTS[0]), said(FACTS[1])])
    assert (result.total.predicted, result.total.complete) == (3, 2)


def test_nothing_found_and_nothing_asked(tmp_path: Path) -> None:
    assert score(read_gold(write_gold(tmp_path)), []).detection_f1 == 0.0
    assert score([], []).full_fact_f1 == 0.0


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", ":1: no JSON object"), ('{"quote": "5%"}', ":1: start, value missing"), ("5", ":1: no JSON object")],
)
def test_a_gold_file_that_is_none(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "a.gold.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=message):
        read_gold(path)
    with pytest.raises(DocumentError, match="no such file"):
        read_gold(tmp_path / "none.jsonl")


def shared_script(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", shared / "tools" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def muddled(facts: list[dict[str, Any]], seed: int) -> list[Observation]:
    """Claims like the gold, some of them wrong in every way that an extractor can be wrong."""
    chance = random.Random(seed)
    pool: dict[str, list[Any]] = {
        "value": [Decimal(1), Decimal("62"), Decimal("-6.7")], "unit": ["%", "亿元", None, "万家", "个百分点", "位"],
        "qualifier": ["approx", "more_than", "exact"], "indicator": ["增加值", "服务业", "生产总值", ""],
        "measure": ["ratio", "share", "level", "count", "growth", "growth_yoy", "change_pp"], "of": [None, "GDP"],
        "subject": ["青岛", "全国", None, "海尔集团"], "period": ["2022", "2023-H1", None], "start": [0, 5, 40],
    }  # fmt: skip
    observations = []
    for fact in facts:
        changes = {name: chance.choice(pool[name]) for name in pool if chance.random() < 0.12}
        if "start" in changes:
            changes["end"] = changes["start"] + 4
        if chance.random() < 0.9:
            observations.append(said(fact, **changes))
    return observations


@pytest.mark.parametrize("seed", range(6))
def test_the_same_figures_as_the_shared_script(shared: Path, tmp_path: Path, seed: int) -> None:
    script = shared_script(shared)
    gold_path = shared / "article" / "qingdao-two-industries.gold.jsonl"
    for path in (gold_path, *sorted((shared / "corpus").glob("0*.gold.jsonl"))):
        facts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        observations = muddled(facts, seed)
        result = score(read_gold(path), observations)
        tally = script.Tally()
        names = ("quote", "start", "end", *FIELDS)
        tally.add(script.load(path), [{name: getattr(each, name) for name in names} for each in observations])
        assert (result.total.gold, result.total.predicted) == (tally.gold, tally.pred)
        assert (result.total.detected, result.total.complete) == (tally.detected, tally.full)
        shares = {name: tally.fields[name] / tally.detected if tally.detected else 0.0 for name in result.accuracy}
        assert result.accuracy == pytest.approx(shares)
