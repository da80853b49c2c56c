"""Real processes that use the embedded server, and folders that misbehave."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.settings import Settings
from tests.conftest import free_port

HOLDER = """
import sys
from etl.database import open_database
from etl.settings import Settings
with open_database(Settings.from_environment()) as database:
    print(database.base_url.port, flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def fresh(tmp_path: Path) -> Settings:
    """A state directory that does not exist yet, and a free port."""
    return Settings(home=tmp_path / "state", port=free_port())


def environment(settings: Settings) -> dict[str, str]:
    """The environment in which a process uses `settings`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WAREHOUSE_")}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "WAREHOUSE_HOME": str(settings.home),
        "WAREHOUSE_PORT": str(settings.port),
    }


def start_user(settings: Settings, python: str = sys.executable, **options: object) -> subprocess.Popen[str]:
    """A process that opens the database, says its port, and leaves when its input ends."""
    command = [python, "-c", HOLDER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, env=environment(settings), text=True, **pipes, **options)  # type: ignore[call-overload,no-any-return]


@contextlib.contextmanager
def user(settings: Settings) -> Iterator[subprocess.Popen[str]]:
    """A process that uses the database inside the block."""
    process = start_user(settings)
    assert process.stdout is not None
    port = process.stdout.readline()
    assert port.strip().isdigit(), process.communicate()[1]
    try:
        yield process
    finally:
        process.communicate("leave\n", timeout=60)


def listens(port: int) -> bool:
    """Whether anything answers on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def postmaster(settings: Settings) -> int:
    """The process id of the embedded server."""
    return int((settings.home / "postgresql" / "data" / "postmaster.pid").read_text().splitlines()[0])


@contextlib.contextmanager
def mounted(kind: str, folder: Path, *options: str) -> Iterator[Path]:
    """A mount on `folder`; skips where mounting is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        pytest.skip("only root can mount")
    result = subprocess.run(["mount", *options, kind, str(folder)], capture_output=True, text=True, check=False)
    if result.returncode:
        pytest.skip(f"mounting is not allowed here: {result.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
