"""The audit: Great Expectations judges what is new, before and after the build; grave failures stop it."""

from etl.audit.auditor import Auditor
from etl.audit.quarantine import Quarantined
from etl.audit.staging import audit_staging

__all__ = ["Auditor", "Quarantined", "audit_staging"]
