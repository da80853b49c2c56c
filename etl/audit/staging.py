"""The audit before the build: the rules of single documents, on newly landed rows only."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg

from etl.audit.auditor import Auditor, auditor_for
from etl.audit.findings import Finding, judge_suites, record_findings
from etl.audit.quarantine import Quarantined, broken_rules, quarantine, reinstate
from etl.audit.scope import drop_scope, fill_plausible
from etl.audit.suites import load_suites, rules_fingerprint
from etl.database import Database
from etl.database.roles import LOADER, TRANSFORMER
from etl.errors import AuditError
from etl.settings import Settings

STAGE = "staging"
# what these rules have not judged yet: new loads, those of a run that was killed, and all once the rules change
NOT_AUDITED = """
SELECT load.load_id
FROM staging.load
JOIN staging.document ON document.load_id = load.load_id
WHERE load.audited_with IS DISTINCT FROM %s
    AND (
        document.is_current
        OR load.status = 'quarantined' AND NOT EXISTS (
            SELECT 1 FROM staging.load AS later
            WHERE later.source_uri = load.source_uri AND later.load_id > load.load_id AND later.status <> 'rejected'
        )
    )
ORDER BY load.load_id
"""


def audit_staging(
    database: Database, settings: Settings, run_id: int, auditor: Auditor | None = None
) -> list[Quarantined]:
    """Quarantine each document that breaks a critical rule, and say which; the rest may be built."""
    suites = load_suites(settings.expectations_dir, STAGE)
    rules = rules_fingerprint(suites)
    with (
        database.connect(TRANSFORMER, autocommit=True) as transformer,
        database.connect(LOADER, autocommit=True) as loader,
    ):
        load_ids = [load_id for (load_id,) in loader.execute(NOT_AUDITED, (rules,))]
        if not load_ids:
            return []
        with auditor_for(database, auditor) as judging:
            fill_plausible(transformer, settings.seeds_dir)
            findings = judge_suites(transformer, judging, suites, {"load_ids": load_ids})
        _require_rows(findings)
        broken = broken_rules(findings)
        with loader.transaction():
            record_findings(loader, run_id, findings)
            _settle(loader, run_id, load_ids, broken, rules)
        drop_scope(transformer, suites)
    return broken


def _settle(
    loader: psycopg.Connection, run_id: int, load_ids: Sequence[int], broken: Sequence[Quarantined], rules: str
) -> None:
    bad = {one.load_id for one in broken}
    reinstate(loader, [load_id for load_id in load_ids if load_id not in bad])
    quarantine(loader, run_id, broken)
    loader.execute("UPDATE staging.load SET audited_with = %s WHERE load_id = ANY(%s)", (rules, list(load_ids)))


def _require_rows(findings: Sequence[Finding]) -> None:
    """What breaks a rule in more places than can be named cannot be put right by quarantine."""
    for finding in findings:
        if finding.is_critical and len(finding.rows) < max(finding.verdict.unexpected_count, 1):
            raise AuditError(
                f"{finding.rule.description_en} {finding.rule.description_zh} ({finding.suite.name})",
                "what is published is unchanged",
            )
