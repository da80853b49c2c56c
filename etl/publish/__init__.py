"""Publication: one refresh at a time, its history, and the swap of the standby schema with the live one."""

from etl.publish.fingerprint import fingerprint
from etl.publish.history import Run, start_run
from etl.publish.lock import refresh_lock
from etl.publish.standby import StandbyState, begin_build, published_state, record_standby, standby_state
from etl.publish.status import Status, status
from etl.publish.swap import Publication, rollback, swap

__all__ = [
    "Publication",
    "Run",
    "StandbyState",
    "Status",
    "begin_build",
    "fingerprint",
    "published_state",
    "record_standby",
    "refresh_lock",
    "rollback",
    "standby_state",
    "start_run",
    "status",
    "swap",
]
