"""The reach that the engine must keep, on annotated articles that are not part of the project."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Protocol

import pytest

from etl.documents import read_document
from etl.extraction import extract
from etl.extraction.jsonl import observation_lines

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
ARTICLE = SHARED / "article" / "qingdao-two-industries"
SEEN = [f"{number:02d}" for number in range(1, 15)]  # the rest of the corpus is held back from who builds


class Tally(Protocol):
    """What the score script counts in."""

    gold: int
    pred: int
    detected: int
    full: int
    fields: dict[str, int]

    def add(self, gold: list[dict[str, object]], pred: list[dict[str, object]]) -> None:
        """Count one text."""


pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not beside this checkout")


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """The script that scores, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def add(tally: Tally, score: ModuleType, text: Path, published: str | None, area: str | None) -> None:
    """Score one text into a tally."""
    extraction = extract(read_document(text, published=published, area=area))
    predicted = [json.loads(line) for line in observation_lines(extraction)]
    tally.add(score.load(text.with_suffix(".gold.jsonl")), predicted)


def f1(tally: Tally, hits: int) -> float:
    """F1 of that many hits."""
    return 2 * hits / float(tally.gold + tally.pred)


def test_the_original_article(score: ModuleType) -> None:
    tally = score.Tally()
    add(tally, score, ARTICLE.with_suffix(".txt"), "2023", "青岛市")
    assert f1(tally, tally.full) >= 0.98
    assert f1(tally, tally.detected) >= 0.99


def test_the_part_of_the_corpus_that_was_seen(score: ModuleType) -> None:
    tally = score.Tally()
    for name in SEEN:
        text = SHARED / "corpus" / f"{name}.txt"
        meta = json.loads(text.with_suffix(".meta.json").read_text("utf-8"))
        add(tally, score, text, meta.get("published"), meta.get("area"))
    assert f1(tally, tally.detected) >= 0.97
    assert tally.fields["qualifier"] / tally.detected >= 0.97
    assert f1(tally, tally.full) >= 0.75
