"""A state folder that is read-only, private or full: one clear line, nothing half-written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from etl.database import open_database, roles
from etl.errors import DatabaseError
from etl.settings import Settings
from tests.conftest import free_port
from tests.database.conftest import mounted

WRITABLE = "point WAREHOUSE_HOME at a writable folder with space"


def test_a_read_only_folder(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    with mounted(str(source), tmp_path / "home", "--bind", "-o", "ro") as home:
        _remount_read_only(home)
        with pytest.raises(DatabaseError, match=rf"cannot be written \(Read-only file system\); {WRITABLE}"):
            _open(home)
    assert list(source.iterdir()) == []


def test_a_warehouse_on_a_disk_that_became_read_only(tmp_path: Path) -> None:
    source = tmp_path / "source"
    _open(source)
    with mounted(str(source), tmp_path / "home", "--bind") as home:
        _remount_read_only(home)
        with pytest.raises(DatabaseError, match=rf"cannot be written \(Read-only file system\); {WRITABLE}"):
            _open(home)
    _open(source)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_someone_else(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DatabaseError, match=rf"cannot be written \(Permission denied\); {WRITABLE}"):
        _open(tmp_path / "home")


@pytest.mark.parametrize("size", ["4k", "64k", "8m", "30m"])
def test_no_space_for_the_database(tmp_path: Path, size: str) -> None:
    with mounted("tmpfs", tmp_path / "home", "-t", "tmpfs", "-o", f"size={size}") as home:
        with pytest.raises(
            DatabaseError, match=r"No space left on device.*(free some space|writable folder with space)"
        ):
            _open(home / "state")
        left = {path.name for path in (home / "state").rglob("*")}
    assert not left & {"data", "data.partial", "superuser.password", "pgpass.partial"}


def test_a_disk_that_filled_up(tmp_path: Path) -> None:
    with mounted("tmpfs", tmp_path / "home", "-t", "tmpfs", "-o", "size=200m") as home:
        _open(home)
        filler = home / "filler"
        free = shutil.disk_usage(home).free
        subprocess.run(["fallocate", "-l", str(free), str(filler)], check=True)
        with pytest.raises(DatabaseError, match="No space left on device"):
            _open(home)
        filler.unlink()
        _open(home)


def test_the_command_line_says_it_in_one_line(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    with mounted(str(source), tmp_path / "home", "--bind") as home:
        _remount_read_only(home)
        result = subprocess.run(
            [sys.executable, "-m", "etl", "export", "pilot_summary"],
            env={**os.environ, "WAREHOUSE_HOME": str(home), "WAREHOUSE_PORT": str(free_port())},
            capture_output=True,
            text=True,
            check=False,
        )
    assert result.returncode == DatabaseError.exit_code
    assert len(result.stderr.splitlines()) == 1 and WRITABLE in result.stderr


def _open(home: Path) -> None:
    with open_database(Settings(home=home, port=free_port())) as database, database.connect(roles.BI_READER):
        pass


def _remount_read_only(home: Path) -> None:
    # a bind mount takes `ro` only when it is mounted again
    subprocess.run(["mount", "-o", "remount,bind,ro", str(home)], check=True)
