"""`make bi`: the warehouse and Superset with our dashboards, both on this machine only, until Ctrl-C."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from etl.cli.stopping import until_stopped
from etl.errors import WarehouseError
from etl.settings import Settings

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
PATIENCE = 300.0  # seconds until Superset answers; the first start makes its database
DEFAULT_PORT = 8088


def main() -> None:
    """Start both, say where they are, wait, and stop both."""
    settings = Settings.from_environment()
    port = int(os.environ.get("WAREHOUSE_SUPERSET_PORT", DEFAULT_PORT))
    with until_stopped() as stopped, _warehouse() as connection:
        _require_published(connection)
        environment, password_file = _environment(settings, connection, port)
        log = settings.home / "superset" / "superset.log"
        print(f"starting Superset (the first time takes a minute; log: {log})", flush=True)
        with (
            log.open("w") as output,
            _running([str(HERE / "start")], env=environment, stdout=output, stderr=output) as superset,
        ):
            _wait(superset, port, stopped, log)
            print(f"\n  dashboards  http://127.0.0.1:{port}/dashboard/list/")
            print(f"  user        admin\n  password    in {password_file}\n\nCtrl-C stops it.", flush=True)
            while not stopped.wait(1.0) and superset.poll() is None:
                pass
            if superset.poll() is not None:
                raise WarehouseError("Superset has ended", f"see {log}")


@contextlib.contextmanager
def _running(command: list[str], **options: object) -> Iterator[subprocess.Popen[str]]:
    """A process that ends with the block; a Ctrl-C at the terminal is for us, who pass it on."""
    process = subprocess.Popen(command, text=True, start_new_session=True, **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=90)


@contextlib.contextmanager
def _warehouse() -> Iterator[dict[str, Any]]:
    """The connection that `warehouse serve` prints, and the database up inside the block."""
    with _running([sys.executable, "-m", "etl", "serve", "--json"], stdout=subprocess.PIPE) as serve:
        assert serve.stdout is not None
        line = serve.stdout.readline()
        if not line:
            raise SystemExit(serve.wait())  # it has said why
        yield json.loads(line)


def _require_published(connection: dict[str, Any]) -> None:
    login = {"host": connection["host"], "port": connection["port"], "dbname": connection["database"]}
    with psycopg.connect(**login, user=connection["user"], passfile=connection["passwords_file"]) as database:
        row = database.execute("SELECT to_regclass('marts.indicator_series')").fetchone()
    if row is None or row[0] is None:
        raise WarehouseError("nothing is published yet", "run make run first")


def _environment(settings: Settings, connection: dict[str, Any], port: int) -> tuple[dict[str, str], Path]:
    """What bi/superset/start reads, and the file with the administrator's password."""
    home = settings.home / "superset"
    home.mkdir(parents=True, exist_ok=True)
    secret_key, password = _secret(home / "secret_key"), _secret(home / "admin_password")
    environment = {
        "PATH": f"{PROJECT / '.venv-bi' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "SUPERSET_HOME": str(home),
        "SUPERSET_SECRET_KEY_FILE": str(secret_key),
        "SUPERSET_ADMIN_PASSWORD_FILE": str(password),
        "SUPERSET_REPORTS_DIR": str(settings.reports_dir),
        "SUPERSET_BIND": f"127.0.0.1:{port}",
        "WAREHOUSE_BI_HOST": str(connection["host"]),
        "WAREHOUSE_BI_PORT": str(connection["port"]),
        "PGPASSFILE": str(connection["passwords_file"]),
    }
    return {**os.environ, **environment}, password


def _secret(path: Path) -> Path:
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
    return path


def _wait(superset: subprocess.Popen[str], port: int, stopped: threading.Event, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and superset.poll() is None and not stopped.wait(1.0):
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5)
            return
    if not stopped.is_set():
        raise WarehouseError("Superset did not start", f"see {log}")


if __name__ == "__main__":
    try:
        main()
    except WarehouseError as error:
        sys.exit(f"bi: {error}")
