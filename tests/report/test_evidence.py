"""The evidence of a figure, before anything is published; what is published is tested with the whole pipeline."""

from __future__ import annotations

from etl.database import Database
from etl.database.roles import BI_READER
from etl.report.evidence import evidence_of


def test_nothing_is_published_yet(database: Database) -> None:
    with database.connect(BI_READER) as connection:
        assert evidence_of(connection, "0" * 12) == []
