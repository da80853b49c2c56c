"""A document that breaks a rule is taken out of what will be published, and the others go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

from etl.audit.findings import Finding

REJECT = """
INSERT INTO quality.rejected_document (run_id, load_id, source_uri, rule, reason, evidence_text)
VALUES (%s, %s, %s, %s, %s, %s)
"""
# the version before it, if that was published and has not been withdrawn, is what readers keep
RESTORE = """
UPDATE staging.document SET is_current = true
WHERE load_id = (
    SELECT load.load_id FROM staging.load
    WHERE load.source_uri = %(source_uri)s AND load.load_id < %(load_id)s AND load.status IN ('landed', 'withdrawn')
    ORDER BY load.load_id DESC LIMIT 1
) AND NOT EXISTS (
    SELECT 1 FROM staging.document AS other WHERE other.source_uri = %(source_uri)s AND other.is_current
)
"""


@dataclass(frozen=True)
class Quarantined:
    """A rule that a document breaks, and the sentence that breaks it."""

    load_id: int
    source_uri: str
    rule: str
    reason: str
    evidence_text: str | None


def broken_rules(findings: Sequence[Finding]) -> list[Quarantined]:
    """One for each document and critical rule that it breaks."""
    found: dict[tuple[int, str], Quarantined] = {}
    for finding in findings:
        if not finding.is_critical:
            continue
        for row in finding.rows:
            key = (row["load_id"], finding.rule.name)
            found.setdefault(
                key, Quarantined(*_who(row), finding.rule.name, _reason(finding, row), row["evidence_text"])
            )
    return list(found.values())


def quarantine(loader: psycopg.Connection, run_id: int, broken: Sequence[Quarantined]) -> None:
    """Record the broken rules and put the earlier version of each document back in its place."""
    for load_id, source_uri in dict.fromkeys((one.load_id, one.source_uri) for one in broken):
        loader.execute("DELETE FROM quality.rejected_document WHERE load_id = %s", (load_id,))
        reasons = "; ".join(one.reason for one in broken if one.load_id == load_id)
        loader.execute(
            "UPDATE staging.load SET status = 'quarantined', reason = %s WHERE load_id = %s", (reasons, load_id)
        )
        loader.execute("UPDATE staging.document SET is_current = false WHERE load_id = %s", (load_id,))
        loader.execute(RESTORE, {"source_uri": source_uri, "load_id": load_id})
    for one in broken:
        loader.execute(REJECT, (run_id, one.load_id, one.source_uri, one.rule, one.reason, one.evidence_text))


def reinstate(loader: psycopg.Connection, load_ids: Sequence[int]) -> None:
    """Let documents go that an earlier version of the rules held back."""
    for load_id, source_uri in loader.execute(
        "SELECT load_id, source_uri FROM staging.load WHERE load_id = ANY(%s) AND status = 'quarantined'",
        (list(load_ids),),
    ).fetchall():
        loader.execute("DELETE FROM quality.rejected_document WHERE load_id = %s", (load_id,))
        loader.execute("UPDATE staging.load SET status = 'landed', reason = NULL WHERE load_id = %s", (load_id,))
        loader.execute(
            "UPDATE staging.document SET is_current = (load_id = %s) WHERE source_uri = %s", (load_id, source_uri)
        )


def _who(row: Mapping[str, Any]) -> tuple[int, str]:
    return row["load_id"], row["source_uri"]


def _reason(finding: Finding, row: Mapping[str, Any]) -> str:
    said = " ".join(str(row[name]) for name in ("indicator", "quote", "member") if row.get(name) is not None)
    rule = f"{finding.rule.description_en} {finding.rule.description_zh}"
    return f"{rule} [{said}]" if said else rule
