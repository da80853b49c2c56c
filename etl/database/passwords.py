"""Role passwords in a file of PostgreSQL's own pgpass format, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from etl.errors import DatabaseError


def read_passwords(path: Path) -> dict[str, str]:
    """Return role → password; empty when the file is not there."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise DatabaseError(f"{path}: cannot be read ({error.strerror})", "run as the user who made it") from error
    fields = [line.split(":", 4) for line in lines if line and not line.startswith("#")]
    return {parts[3]: parts[4] for parts in fields if len(parts) == 5}


def write_passwords(path: Path, passwords: dict[str, str], host: str, port: int) -> None:
    """Write the file whole, mode 0600, so that psql can use it as PGPASSFILE."""
    content = "".join(f"{host}:{port}:*:{role}:{password}\n" for role, password in sorted(passwords.items()))
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content)
        partial.replace(path)
    except OSError as error:
        raise DatabaseError(
            f"{path}: cannot be written ({error.strerror})",
            "point WAREHOUSE_HOME at a writable folder with space",
        ) from error


def new_password() -> str:
    """A password without characters that pgpass or a URL would need escaped."""
    return secrets.token_urlsafe(24)
