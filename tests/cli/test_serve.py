"""`warehouse serve` as a real process: what it prints works, others work beside it, and it ends cleanly."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import create_engine, make_url

from etl.cli.bi_settings import Connection
from etl.database import open_database, roles
from etl.database.passwords import read_passwords
from etl.settings import Settings
from tests.database.conftest import environment, listens, postmaster


@contextlib.contextmanager
def serving(settings: Settings, *options: str) -> Iterator[subprocess.Popen[str]]:
    """A `warehouse serve` that has begun to print."""
    process = subprocess.Popen(
        [sys.executable, "-m", "etl", "serve", *options],
        env=environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
        with open_database(settings):
            pass  # the last one out stops what a failed test left behind


def told(process: subprocess.Popen[str]) -> dict[str, Any]:
    """What `serve --json` says first."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, process.communicate()[1]
    return dict(json.loads(line))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(settings: Settings, number: int) -> None:
    with serving(settings) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("The warehouse is up")
        assert listens(settings.port)
        process.send_signal(number)
        output = process.stdout.read()
        assert (process.wait(timeout=30), process.communicate()[1]) == (0, "")
        assert output.endswith("stopped\n") and str(settings.passwords_file) in output
        assert not listens(settings.port)


def test_the_printed_settings_work(settings: Settings) -> None:
    with serving(settings, "--json") as process:
        said = told(process)
        tools = said["tools"]
        assert set(tools) == {"Superset", "Metabase", "Power BI", "Tableau", "Excel", "DBeaver", "psql"}
        password = read_passwords(Path(said["passwords_file"]), said["host"])[said["user"]]
        url = make_url(tools["Superset"].replace("PASSWORD", password))
        engine = create_engine(url)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT current_user, count(*) FROM quality.run").one() == (
                "bi_reader",
                0,
            )
        engine.dispose()
        assert password not in process_output(process)


def test_the_printed_psql_command_works(settings: Settings) -> None:
    psql = shutil.which("psql") or pytest.skip("psql is not installed")
    with serving(settings, "--json") as process:
        command = shlex.split(told(process)["tools"]["psql"])
        result = subprocess.run(
            [psql, *command[1:], "-At", "-c", "SELECT current_user"], capture_output=True, text=True, check=False
        )
        assert (result.returncode, result.stdout) == (0, "bi_reader\n"), result.stderr


def test_a_reader_stays_connected_while_others_write_and_leave(settings: Settings) -> None:
    with serving(settings, "--json") as process:
        said = told(process)
        passfile = said["passwords_file"]
        login = {"host": said["host"], "port": said["port"], "dbname": said["database"], "user": said["user"]}
        with psycopg.connect(**login, passfile=passfile, autocommit=True) as reader:
            for number in range(1, 3):
                with open_database(settings) as database, database.connect(roles.LOADER) as writer:
                    writer.execute("INSERT INTO quality.run (status) VALUES ('published')")
                assert reader.execute("SELECT count(*) FROM quality.run").fetchone() == (number,)


def test_a_killed_server_is_started_again(settings: Settings) -> None:
    with serving(settings, "--json") as process:
        told(process)
        before = postmaster(settings)
        os.kill(before, signal.SIGKILL)
        assert process.stderr is not None
        assert "started again" in process.stderr.readline()
        deadline = time.monotonic() + 30
        while not listens(settings.port) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert postmaster(settings) != before
        process.terminate()
        process.communicate(timeout=30)
        assert process.returncode == 0


def test_a_port_in_use_is_one_line(settings: Settings) -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", settings.port))
        other.listen()
        command = [sys.executable, "-m", "etl", "serve"]
        result = subprocess.run(command, env=environment(settings), capture_output=True, text=True, check=False)
    assert result.returncode == 4
    assert result.stderr.splitlines() == [
        f"warehouse: port {settings.port} of 127.0.0.1 is in use by another program; set WAREHOUSE_PORT to a free port"
    ]


def test_settings_of_an_encrypted_server_say_so() -> None:
    url = make_url("postgresql+psycopg://admin:secret@db.example:6432/figures?sslmode=verify-full")
    tools = Connection.of(url, Path("/home/me/my state/pgpass")).tools()
    assert tools["Superset"] == "postgresql+psycopg2://bi_reader:PASSWORD@db.example:6432/figures?sslmode=verify-full"
    assert "SSLmode=verify-full" in tools["Excel"]
    assert tools["DBeaver"].endswith("/figures?sslmode=verify-full")
    assert shlex.split(tools["psql"])[1].endswith("passfile='/home/me/my state/pgpass'")
    assert not any("secret" in entry or "admin" in entry for entry in tools.values())


def process_output(process: subprocess.Popen[str]) -> str:
    """All that a process said until it was told to end."""
    process.terminate()
    output, errors = process.communicate(timeout=30)
    return output + errors
