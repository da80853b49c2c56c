"""Fixtures on a real PostgreSQL: an embedded server with a state directory of its own for each test module."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.database import Database, open_database
from etl.settings import Settings

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def free_port() -> int:
    """A TCP port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the original article and the corpus; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the third-party texts of ../shared are not here")
    return SHARED


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """State of its own for each test module."""
    home = tmp_path_factory.mktemp("warehouse")
    return Settings(home=home, port=free_port())


@pytest.fixture(scope="module")
def database(settings: Settings) -> Iterator[Database]:
    """A prepared warehouse on a running embedded server, one for each test module."""
    with open_database(settings) as opened:
        yield opened
