"""The engine reads the shipped digest as its annotator did."""

from __future__ import annotations

from etl.documents import read_document
from etl.evaluation import read_gold, score
from etl.extraction import extract
from etl.settings import PROJECT_DIR

DIGEST = PROJECT_DIR / "articles" / "qingdao-two-industries.md"


def test_the_digest_scores_like_the_original() -> None:
    found = score(read_gold(DIGEST.with_suffix(".gold.jsonl")), extract(read_document(DIGEST)).observations)
    assert found.full_fact_f1 >= 0.98
    assert found.detection_f1 >= 0.99
    assert found.accuracy["qualifier"] >= 0.97
