"""What the report says of runs: how the last one went, what it broke, and how it compares with those before it."""

from __future__ import annotations

from typing import Any, LiteralString

import psycopg
from psycopg.rows import dict_row

Row = dict[str, Any]
TREND_RUNS = 30

RUN = "SELECT * FROM quality.run WHERE run_id = %(run_id)s"
STEPS = """
SELECT step_number, step, seconds, row_count, status, message
FROM quality.run_step WHERE run_id = %(run_id)s ORDER BY step_number
"""
PUBLICATION = "SELECT * FROM quality.publication ORDER BY publication_id DESC LIMIT 1"
PREVIOUS = """
SELECT * FROM quality.publication WHERE publication_id < %(publication_id)s ORDER BY publication_id DESC LIMIT 1
"""
# the rules of a table stand as last judged: a run with little new does not judge them all
RESULTS = """
SELECT
    suite, table_name, expectation, column_name, severity, is_success, description_en, description_zh,
    element_count, unexpected_count, observed_value, unexpected_rows
FROM quality.validation_result
WHERE run_id = %(run_id)s
ORDER BY is_success, severity, result_number
"""
QUARANTINED = """
SELECT
    rejected_document.source_uri, rejected_document.rule, rejected_document.reason, rejected_document.evidence_text,
    rejected_document.run_id, load.load_id, load.status
FROM quality.rejected_document
JOIN staging.load ON load.load_id = rejected_document.load_id
WHERE NOT EXISTS (
    SELECT 1 FROM staging.load AS later
    WHERE later.source_uri = load.source_uri AND later.load_id > load.load_id
)
ORDER BY rejected_document.rejection_id DESC
LIMIT 100
"""
TREND = """
SELECT run_id, kind, status, seconds, expectation_count, critical_count, warning_count, rejected_document_count,
    document_count, observation_count
FROM quality.run_trend
WHERE run_id <= %(run_id)s AND status <> 'nothing_new'
ORDER BY run_id DESC
LIMIT %(limit)s
"""
STEP_TREND = """
SELECT run_step.run_id, run_step.step, run_step.seconds
FROM quality.run_step
WHERE run_step.run_id = ANY(%(run_ids)s) AND run_step.seconds IS NOT NULL
ORDER BY run_step.run_id, run_step.step_number
"""


def fetch(connection: psycopg.Connection, query: LiteralString, **parameters: object) -> list[Row]:
    """The rows of a query, by column name."""
    return connection.cursor(row_factory=dict_row).execute(query, parameters).fetchall()


def run_facts(connection: psycopg.Connection, run_id: int) -> Row:
    """Everything about this run and those before it."""
    publication = next(iter(fetch(connection, PUBLICATION)), None)
    previous = publication and next(
        iter(fetch(connection, PREVIOUS, publication_id=publication["publication_id"])), None
    )
    results = fetch(connection, RESULTS, run_id=run_id)
    trend = list(reversed(fetch(connection, TREND, run_id=run_id, limit=TREND_RUNS)))
    return {
        "run": fetch(connection, RUN, run_id=run_id)[0],
        "steps": fetch(connection, STEPS, run_id=run_id),
        "publication": publication,
        "previous": previous,
        "results": results,
        "broken": [row for row in results if not row["is_success"] and row["severity"] == "critical"],
        "warned": [row for row in results if not row["is_success"] and row["severity"] != "critical"],
        "quarantined": _by_document(fetch(connection, QUARANTINED)),
        "trend": trend,
        "step_trend": fetch(connection, STEP_TREND, run_ids=[row["run_id"] for row in trend]),
    }


def _by_document(rows: list[Row]) -> list[Row]:
    documents: dict[str, Row] = {}
    for row in rows:
        document = documents.setdefault(row["source_uri"], {**row, "rules": []})
        document["rules"].append(row)
    return list(documents.values())
