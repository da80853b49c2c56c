"""The audit after the build: what changed in the standby is judged before anybody may read it."""

from __future__ import annotations

from dataclasses import dataclass

from etl.audit.auditor import Auditor, auditor_for
from etl.audit.findings import Finding, judge_suites, record_findings
from etl.audit.scope import drop_scope
from etl.audit.suites import load_suites
from etl.database import Database
from etl.database.roles import LOADER, TRANSFORMER
from etl.errors import AuditError
from etl.settings import Settings

STAGE = "marts"
# of the whole run: staging was judged before
TOTALS = """
SELECT count(*), count(*) FILTER (WHERE NOT is_success AND severity <> 'critical')
FROM quality.validation_result WHERE run_id = %s
"""


@dataclass(frozen=True)
class AuditOutcome:
    """How many expectations a run checked, and how many of them were broken without being grave."""

    expectations: int
    warnings: int


def audit_marts(database: Database, settings: Settings, run_id: int, auditor: Auditor | None = None) -> AuditOutcome:
    """Judge what the build changed in the standby; a broken critical rule is an AuditError."""
    suites = load_suites(settings.expectations_dir, STAGE)
    with (
        auditor_for(database, auditor) as judging,
        database.connect(TRANSFORMER, autocommit=True) as transformer,
        database.connect(LOADER, autocommit=True) as loader,
    ):
        findings = judge_suites(transformer, judging, suites, {})
        with loader.transaction():
            record_findings(loader, run_id, findings)
        drop_scope(transformer, suites)
        grave = [finding for finding in findings if finding.is_critical]
        if grave:
            raise _stopped(grave)
        totals = loader.execute(TOTALS, (run_id,)).fetchone()
    return AuditOutcome(*totals) if totals else AuditOutcome(0, 0)


def _stopped(grave: list[Finding]) -> AuditError:
    first = grave[0]
    rows = f"{first.verdict.unexpected_count} row" + ("s" if first.verdict.unexpected_count != 1 else "")
    others = f", and {len(grave) - 1} more" if len(grave) > 1 else ""
    said = first.rule.description_en.rstrip(".")
    return AuditError(
        f"{first.suite.table} breaks the rule “{said}” in {rows}{others}",
        "what is published is unchanged; see the report",
    )
