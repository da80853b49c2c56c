"""kill -9 of the process and of PostgreSQL at every step of a refresh, then a refresh that nothing disturbs."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.faults.struck import POINTS
from tests.faults.warehouses import Warehouse

pytestmark = pytest.mark.faults

COMMITTED = ("swap: committed", "report: swapped, not reported")
# a session of a killed server may still carry out the COMMIT that is on its way
AT_ONCE = ("swap: renamed, not committed", "server")


@pytest.mark.parametrize("victim", ["process", "server"])
@pytest.mark.parametrize("point", POINTS)
def test_a_refresh_after_a_kill(
    warehouse: Warehouse,
    articles: Path,
    untouched: dict[str, str],
    undisturbed: dict[str, str],
    point: str,
    victim: str,
) -> None:
    struck = warehouse.strike(point, victim, "refresh", articles)
    if victim == "process":
        assert struck.returncode == -signal.SIGKILL
    else:
        assert struck.returncode not in (0, -signal.SIGKILL)
        assert struck.stderr.count("\n") == 1 and struck.stderr.startswith("warehouse: "), struck.stderr
    found = warehouse.contents()
    assert found in (untouched, undisturbed)  # all of it or nothing of it
    if (point, victim) != AT_ONCE:
        assert (found == undisturbed) == (point in COMMITTED)
    warehouse.run("refresh", articles)
    assert warehouse.contents() == undisturbed
