"""The health file: what the scheduler did last and does next, for people and for container health checks."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etl.errors import WarehouseError

BEAT_EVERY = timedelta(seconds=10)
LATE = 6 * BEAT_EVERY


@dataclass
class Health:
    """Times are ISO 8601 in UTC; None is never."""

    process_id: int = field(default_factory=os.getpid)
    started_at: str = field(default_factory=lambda: now())
    heartbeat_at: str = field(default_factory=lambda: now())
    state: str = "idle"
    next_run_at: str | None = None
    last_started_at: str | None = None
    last_success_at: str | None = None
    last_status: str | None = None
    last_error_at: str | None = None
    last_error: str | None = None
    last_exit_code: int | None = None
    failures_in_a_row: int = 0

    def write(self, path: Path) -> None:
        """Replace the file in one step: a reader never sees half of it."""
        self.heartbeat_at = now()
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        partial.replace(path)


def read_health(path: Path) -> Health | None:
    """What the file says; None when there is none, or none that this version understands."""
    try:
        return Health(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


class UnhealthyError(WarehouseError):
    """The scheduler does not run, or its refreshes fail."""


def check_health(path: Path) -> str:
    """One line for a healthy scheduler; UnhealthyError says what is wrong."""
    health = read_health(path)
    if health is None:
        raise UnhealthyError(f"{path}: no scheduler has run here", "start warehouse schedule")
    age = datetime.now(UTC) - datetime.fromisoformat(health.heartbeat_at)
    if health.state == "stopped" or age > LATE:
        raise UnhealthyError(f"the scheduler last gave a sign at {health.heartbeat_at}", "start warehouse schedule")
    if health.failures_in_a_row:
        raise UnhealthyError(
            f"the last refresh failed at {health.last_error_at} ({health.last_error})", "see the log of the scheduler"
        )
    return (
        f"{health.state}; last success {health.last_success_at or 'none yet'}; next run {health.next_run_at or 'none'}"
    )


def now() -> str:
    """This moment."""
    return datetime.now(UTC).isoformat(timespec="seconds")
