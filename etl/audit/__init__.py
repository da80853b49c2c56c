"""The audit: Great Expectations judges what is new, before and after the build; grave failures stop it."""

from etl.audit.auditor import Auditor
from etl.audit.marts import AuditOutcome, audit_marts
from etl.audit.quarantine import Quarantined
from etl.audit.staging import audit_staging

__all__ = ["AuditOutcome", "Auditor", "Quarantined", "audit_marts", "audit_staging"]
