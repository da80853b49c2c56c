"""Several refreshes at once: one works, the others wait or say who does."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.errors import LockedError
from tests.faults.warehouses import Warehouse

pytestmark = pytest.mark.faults


@pytest.mark.parametrize("count", [2, 5])
def test_refreshes_that_wait(warehouse: Warehouse, articles: Path, undisturbed: dict[str, str], count: int) -> None:
    processes = [warehouse.start("etl", "refresh", "--wait", "280", articles) for _ in range(count)]
    outputs = [process.communicate(timeout=300) for process in processes]
    assert [process.returncode for process in processes] == [0] * count, outputs
    published = [output for output, _ in outputs if output.startswith("Published")]
    unchanged = [output for output, _ in outputs if output.startswith("Nothing new")]
    assert (len(published), len(unchanged)) == (1, count - 1)
    assert warehouse.contents() == undisturbed


def test_refreshes_that_do_not_wait(warehouse: Warehouse, articles: Path, undisturbed: dict[str, str]) -> None:
    processes = [warehouse.start("etl", "refresh", articles) for _ in range(5)]
    outputs = {process.pid: process.communicate(timeout=300) for process in processes}
    worked = [process.pid for process in processes if process.returncode == 0]
    refused = [process for process in processes if process.returncode == LockedError.exit_code]
    assert len(worked) >= 1 and len(worked) + len(refused) == 5, outputs
    assert refused
    for process in refused:
        complaint = outputs[process.pid][1]
        assert complaint.count("\n") == 1
        assert any(f"process {pid} on" in complaint for pid in worked) or "just ended" in complaint
    assert warehouse.contents() == undisturbed
