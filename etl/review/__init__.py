"""A person's word on what was extracted: kept in a file beside the article, applied at every extraction."""

from etl.review.apply import Note, Reviewed, Stale, apply_review
from etl.review.correction import Correction
from etl.review.file import ReviewError, read_review, review_path
from etl.review.waiting import Waiting, waiting

__all__ = [
    "Correction",
    "Note",
    "ReviewError",
    "Reviewed",
    "Stale",
    "Waiting",
    "apply_review",
    "read_review",
    "review_path",
    "waiting",
]
