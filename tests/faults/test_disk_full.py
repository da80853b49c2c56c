"""A disk that is full: one clear line, nothing published by halves, and all well once there is room."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.database import open_database
from tests.conftest import free_port
from tests.faults.warehouses import Warehouse

pytestmark = pytest.mark.faults

BLOCK = 4096
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


@contextlib.contextmanager
def full(folder: Path) -> Iterator[None]:
    """Keep the disk full inside the block: what is freed there is taken at once."""
    stop = threading.Event()

    def take() -> None:
        with (folder / "filler").open("wb") as file:
            while not stop.is_set():
                free = os.statvfs(folder)
                room = free.f_bavail * free.f_frsize // BLOCK * BLOCK
                if room:
                    with contextlib.suppress(OSError):  # somebody was quicker
                        os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), room)
                stop.wait(0.02)

    filling = threading.Thread(target=take)
    filling.start()
    stop.wait(0.5)
    try:
        yield
    finally:
        stop.set()
        filling.join()
        (folder / "filler").unlink()


def test_a_full_disk(base: Warehouse, small_disk: Path, articles: Path, undisturbed: dict[str, str]) -> None:
    warehouse = base.copy_to(small_disk / "home", free_port())
    before = warehouse.contents()
    with open_database(warehouse.settings), full(small_disk):
        result = warehouse.run("refresh", articles, check=False)
    assert result.returncode not in (0, 1)
    assert result.stderr.count("\n") == 1 and result.stderr.startswith("warehouse: "), result.stderr
    assert warehouse.contents() == before
    warehouse.run("refresh", articles)
    assert warehouse.contents() == undisturbed


def test_no_room_for_a_database(small_disk: Path, articles: Path) -> None:
    warehouse = Warehouse(small_disk / "home", free_port())
    with full(small_disk):
        result = warehouse.run("refresh", articles, check=False)
    assert result.returncode not in (0, 1)
    assert result.stderr.count("\n") == 1 and "space" in result.stderr, result.stderr
    assert not (warehouse.home / "postgresql" / "data").exists()
