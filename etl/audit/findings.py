"""Judge suites and keep what was found: every rule's verdict as a row of quality.validation_result."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import psycopg

from etl.audit.auditor import Auditor
from etl.audit.scope import evidence_rows, fill_scope, scope_table
from etl.audit.suites import Rule, Suite
from etl.audit.verdict import CRITICAL, Verdict
from etl.errors import AuditError

STAGING = "staging"
ROWS_SHOWN = 20  # rows of a failing rule that are kept with its verdict

INSERT = """
INSERT INTO quality.validation_result (run_id, result_number, suite, table_name, expectation, column_name, severity,
    is_success, description_en, description_zh, element_count, unexpected_count, observed_value, unexpected_rows)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True)
class Finding:
    """One judged rule, with the rows that break it."""

    suite: Suite
    rule: Rule
    verdict: Verdict
    element_count: int
    rows: Sequence[Mapping[str, Any]]

    @property
    def is_critical(self) -> bool:
        """Whether it fails and that is grave."""
        return not self.verdict.is_success and self.rule.severity == CRITICAL


def judge_suites(
    transformer: psycopg.Connection, auditor: Auditor, suites: Sequence[Suite], parameters: Mapping[str, Any]
) -> list[Finding]:
    """Put the rows in scope aside and have each suite judged."""
    findings: list[Finding] = []
    for suite in suites:
        elements = fill_scope(transformer, suite, parameters)
        verdicts = {verdict.rule: verdict for verdict in auditor.judge(suite, scope_table(suite))}
        for rule in suite.rules:
            verdict = verdicts[rule.name]
            if verdict.error:
                raise AuditError(f"the rule {rule.name} of {suite.name} could not be judged ({verdict.error})")
            # whoever is quarantined must be named, of other rows a few will do
            names_documents = suite.stage == STAGING and rule.severity == CRITICAL
            rows = evidence_rows(transformer, suite, verdict, None if names_documents else ROWS_SHOWN)
            findings.append(Finding(suite, rule, verdict, elements, rows))
    return findings


def record_findings(loader: psycopg.Connection, run_id: int, findings: Sequence[Finding]) -> None:
    """Write them to quality.validation_result, after what this run has written there already."""
    row = loader.execute(
        "SELECT coalesce(max(result_number), 0) FROM quality.validation_result WHERE run_id = %s", (run_id,)
    ).fetchone()
    first = (row[0] if row else 0) + 1
    with loader.cursor() as cursor:
        cursor.executemany(
            INSERT, [_values(run_id, number, finding) for number, finding in enumerate(findings, start=first)]
        )


def _values(run_id: int, number: int, finding: Finding) -> tuple[Any, ...]:
    suite, rule, verdict = finding.suite, finding.rule, finding.verdict
    rows = json.dumps(list(finding.rows[:ROWS_SHOWN]), ensure_ascii=False, default=_plain) if finding.rows else None
    return (
        *(run_id, number, suite.name, suite.table, rule.name, ", ".join(rule.columns) or None, rule.severity),
        *(verdict.is_success, rule.description_en, rule.description_zh),
        *(finding.element_count, verdict.unexpected_count, verdict.observed_value, rows),
    )


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
