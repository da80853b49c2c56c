"""A disk that is full: one clear line, nothing published by halves, and all well once there is room."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import free_port
from tests.faults.warehouses import Warehouse

pytestmark = pytest.mark.faults

LEFT = 256 * 1024  # bytes that are left on the full disk
DISK = "320m"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own; skips where nothing can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=755", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Fill the disk but for LEFT bytes."""
    filler = folder / "filler"
    free = os.statvfs(folder)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - LEFT)
    return filler


def test_a_full_disk(base: Warehouse, small_disk: Path, articles: Path, undisturbed: dict[str, str]) -> None:
    warehouse = base.copy_to(small_disk / "home", free_port())
    before = warehouse.contents()
    filler = fill(small_disk)
    result = warehouse.run("refresh", articles, check=False)
    assert result.returncode not in (0, 1)
    assert result.stderr.count("\n") == 1 and result.stderr.startswith("warehouse: "), result.stderr
    filler.unlink()
    assert warehouse.contents() == before
    warehouse.run("refresh", articles)
    assert warehouse.contents() == undisturbed


def test_no_room_for_a_database(small_disk: Path, articles: Path) -> None:
    warehouse = Warehouse(small_disk / "home", free_port())
    fill(small_disk)
    result = warehouse.run("refresh", articles, check=False)
    assert result.returncode not in (0, 1)
    assert result.stderr.count("\n") == 1 and "space" in result.stderr, result.stderr
    assert not (warehouse.home / "postgresql" / "data").exists()
