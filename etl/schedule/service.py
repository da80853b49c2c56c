"""The long-running scheduler: refreshes on time and on arrivals, one at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger

from etl.schedule.arrivals import Arrivals
from etl.schedule.health import BEAT_EVERY, Health, now, read_health
from etl.schedule.log import log
from etl.schedule.refreshing import PASSING, Refreshing


@dataclass(frozen=True)
class Plan:
    """When to refresh and how patiently."""

    command: Sequence[str]
    health_file: Path
    trigger: BaseTrigger | None = None
    watch: Path | None = None
    poll_seconds: float = 5.0
    settle_seconds: float = 5.0
    retries: int = 3
    pause_seconds: float = 30.0
    misfire_grace_seconds: int = 3600
    catch_up: bool = True


class Service:
    """Runs a plan until it is stopped.

    Times that pass while the machine sleeps are made up for by one refresh, if the last is no older than
    `misfire_grace_seconds`; those that passed while no scheduler ran by one at the start. A time that comes while the
    refresh of the time before still runs is skipped; arrivals during a refresh wait for one refresh after it.
    """

    def __init__(self, plan: Plan, stopped: threading.Event) -> None:
        self._plan = plan
        self._stopped = stopped
        self._before = read_health(plan.health_file)
        self._health = Health()
        if self._before:
            self._health.last_success_at = self._before.last_success_at
        self._health_lock = threading.Lock()
        self._refreshing = Refreshing(plan.command, stopped, plan.retries, plan.pause_seconds)
        self._arrivals = Arrivals(plan.watch, plan.settle_seconds) if plan.watch else None
        self._scheduler = BackgroundScheduler(
            executors={"refresh": ThreadPoolExecutor(1), "default": ThreadPoolExecutor(2)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": plan.misfire_grace_seconds},
            timezone=UTC,
        )

    def run(self) -> None:
        """Work until stopped; a refresh that runs then is interrupted and waited for."""
        self._schedule()
        self._scheduler.start()
        self._beat()
        log("started", next_run_at=self._health.next_run_at, watch=self._plan.watch, process_id=self._health.process_id)
        self._stopped.wait()
        log("stopping", state=self._health.state)
        self._scheduler.shutdown(wait=True)
        self._tell(state="stopped", next_run_at=None)
        log("stopped")

    def _schedule(self) -> None:
        add = self._scheduler.add_job
        add(self._beat, "interval", seconds=BEAT_EVERY.total_seconds(), id="beat")
        if self._plan.trigger:
            add(self._refresh, self._plan.trigger, args=["time"], id="time", executor="refresh")
            if self._plan.catch_up and self._missed_one(self._plan.trigger):
                add(self._refresh, args=["missed"], id="missed", executor="refresh")
        if self._arrivals:
            if self._plan.catch_up:
                self._arrivals.forget()
            add(self._look, "interval", seconds=self._plan.poll_seconds, id="look")

    def _missed_one(self, trigger: BaseTrigger) -> bool:
        """Whether a time has passed since the last success of an earlier scheduler."""
        if not self._before or not self._before.last_success_at:
            return False
        due = trigger.get_next_fire_time(
            None, datetime.fromisoformat(self._before.last_success_at) + timedelta(seconds=1)
        )
        return due is not None and due < datetime.now(UTC)

    def _look(self) -> None:
        if self._arrivals and self._arrivals.settled():
            self._scheduler.add_job(
                self._refresh, args=["arrival"], id="arrival", executor="refresh", replace_existing=True
            )

    def _refresh(self, reason: str) -> None:
        if self._stopped.is_set():
            return
        self._tell(state="refreshing", last_started_at=now())
        log("refresh started", reason=reason)
        result = self._refreshing.run()
        told: dict[str, Any] = asdict(result) | {"reason": reason}
        error = told.pop("error")
        if error is None:
            self._tell(
                state="idle",
                last_success_at=now(),
                last_status=result.status,
                last_exit_code=result.exit_code,
                failures_in_a_row=0,
            )
            log("refresh ended", **told)
            return
        if self._arrivals and result.exit_code in PASSING:
            self._arrivals.forget()  # what arrived is still to be loaded
        failures = self._health.failures_in_a_row + (result.status == "failed")
        self._tell(
            state="idle",
            last_status=result.status,
            last_error_at=now(),
            last_error=error,
            last_exit_code=result.exit_code,
            failures_in_a_row=failures,
        )
        log("refresh failed", level=logging.ERROR, error=error, **told)

    def _beat(self) -> None:
        job = self._scheduler.get_job("time")
        due = job.next_run_time if job else None
        self._tell(next_run_at=due.astimezone(UTC).isoformat(timespec="seconds") if due else None)

    def _tell(self, **changes: object) -> None:
        with self._health_lock:
            for name, value in changes.items():
                setattr(self._health, name, value)
            try:
                self._health.write(self._plan.health_file)
            except OSError as error:
                log("health file not written", level=logging.ERROR, file=self._plan.health_file, error=error.strerror)
