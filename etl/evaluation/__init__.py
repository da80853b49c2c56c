"""Scoring extraction against facts that a person annotated."""

from etl.evaluation.gold import GoldFact, read_gold
from etl.evaluation.score import Score, score

__all__ = ["GoldFact", "Score", "read_gold", "score"]
