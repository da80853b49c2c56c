"""The warehouse command, struck at one point: `python -m tests.faults.struck POINT VICTIM ARGUMENTS…`.

The victim is this process or the database server; either gets SIGKILL, which nothing can prepare for. The points are
put into the running program from here: the program itself knows nothing of them.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from etl.cli import main


def strike(victim: str) -> None:
    """Kill."""
    if victim == "process":
        os.kill(os.getpid(), signal.SIGKILL)
    pid_file = Path(os.environ["WAREHOUSE_HOME"]) / "postgresql" / "data" / "postmaster.pid"
    os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGKILL)


def after(target: str, victim: str, count: int = 1) -> None:
    """Strike when the function `target` has returned for the `count`th time."""
    _around(target, victim, count, before=False)


def before(target: str, victim: str) -> None:
    """Strike when the function `target` is called."""
    _around(target, victim, 1, before=True)


def _around(target: str, victim: str, count: int, *, before: bool) -> None:
    module, _, name = target.rpartition(".")
    holder: Any = __import__(module, fromlist=[name])
    original = getattr(holder, name)
    calls = 0

    def struck(*arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if before and calls == count:
            strike(victim)
        result = original(*arguments, **named)
        if not before and calls == count:
            strike(victim)
        return result

    mock.patch.object(holder, name, struck).start()


def during_models(victim: str) -> None:
    """Strike when dbt has written the fact table of this build and goes on with others."""
    import dbt.task.run as running
    from dbt.artifacts.schemas.results import BaseResult as RunResult

    original = running.ModelRunner.after_execute

    def counted(self: object, result: RunResult) -> None:
        original(self, result)
        if result.node.name == "fct_observation":
            threading.Timer(0.05, strike, [victim]).start()

    mock.patch.object(running.ModelRunner, "after_execute", counted).start()


POINTS: dict[str, Callable[[str], None]] = {
    "landing: first article landed": lambda victim: after("etl.landing.land.land", victim),
    "landing: inside the transaction of the second": lambda victim: after("etl.landing.load._copy", victim, count=6),
    "audit: staging judged, nothing recorded": lambda victim: after("etl.audit.staging.judge_suites", victim),
    "audit: inside the quarantine": lambda victim: after("etl.audit.staging.quarantine", victim),
    "dbt: about to start": lambda victim: before("etl.transform.transform", victim),
    "dbt: half of the models built": during_models,
    "dbt: all built": lambda victim: after("etl.transform.transform", victim),
    "audit: marts judged, nothing recorded": lambda victim: after("etl.audit.marts.judge_suites", victim),
    "swap: standby recorded as built": lambda victim: after("etl.refresh.record_standby", victim),
    "swap: renamed, not committed": lambda victim: after("etl.publish.swap._exchange_once", victim),
    "swap: committed": lambda victim: before("etl.publish.swap.close_standby", victim),
    "report: swapped, not reported": lambda victim: before("etl.report.build_report", victim),
}


if __name__ == "__main__":
    POINTS[sys.argv[1]](sys.argv[2])
    main(sys.argv[3:])
