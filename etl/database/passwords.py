"""Passwords: in a file of PostgreSQL's own pgpass format, readable by its owner only, or from the environment."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from etl.database.locking import locked, not_writable
from etl.errors import DatabaseError, UsageError

SCRAM_ITERATIONS = 4096
FIELD = re.compile(r"((?:[^\\:]|\\.)*)(?::|$)")


def read_passwords(path: Path, host: str) -> dict[str, str]:
    """Return role → password for `host`; empty when the file is not there."""
    lines = [line for line in _read_lines(path) if line and not line.startswith("#")]
    entries = [[_unescape(field) for field in FIELD.findall(line)[:5]] for line in lines]
    return {entry[3]: entry[4] for entry in entries if len(entry) == 5 and entry[0] == host}


def write_passwords(path: Path, passwords: Mapping[str, str], host: str) -> None:
    """Write the lines of `host` anew, in one step, mode 0600, so that psql can use the file as PGPASSFILE."""
    others = [line for line in _read_lines(path) if not line.startswith(f"{_escape(host)}:")]
    ours = [f"{_escape(host)}:*:*:{role}:{_escape(password)}" for role, password in sorted(passwords.items())]
    partial = path.with_suffix(".partial")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("".join(f"{line}\n" for line in [*others, *ours]))
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise not_writable(path.parent, error) from error


def complete_passwords(path: Path, host: str, wanted: Mapping[str, str]) -> dict[str, str]:
    """Add the passwords of `wanted` that the file lacks for `host`; concurrent callers agree on one."""
    with locked(path.with_suffix(".lock")):
        known = read_passwords(path, host)
        complete = {**wanted, **known}
        if complete != known:
            write_passwords(path, complete, host)
    return complete


def environment_passwords(roles: Iterable[str], environ: Mapping[str, str]) -> dict[str, str]:
    """Return role → password from ROLE_PASSWORD, or the file that ROLE_PASSWORD_FILE names (container secrets)."""
    passwords = {}
    for role in roles:
        name = f"{role.upper()}_PASSWORD"
        if environ.get(name):
            passwords[role] = environ[name]
        elif environ.get(f"{name}_FILE"):
            passwords[role] = read_secret(Path(environ[f"{name}_FILE"]), f"{name}_FILE")
    return passwords


def read_secret(path: Path, variable: str) -> str:
    """The one line of a secret's file, which the environment variable `variable` names."""
    try:
        secret = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be read ({error.strerror})", f"let {variable} name a readable file"
        ) from error
    if not secret:
        raise UsageError(f"{path}: is empty", f"write the password into the file that {variable} names")
    return secret


def new_password() -> str:
    """A password without characters that pgpass or a URL would need escaped."""
    return secrets.token_urlsafe(24)


def scram_verifier(password: str) -> str:
    """What PostgreSQL stores for a password: with it, no statement, log or script ever shows the password."""
    salt = secrets.token_bytes(16)
    prepared = unicodedata.normalize("NFKC", password).encode()
    salted = hashlib.pbkdf2_hmac("sha256", prepared, salt, SCRAM_ITERATIONS)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    salt_text, stored_text, server_text = (base64.b64encode(part).decode() for part in (salt, stored, server))
    return f"SCRAM-SHA-256${SCRAM_ITERATIONS}:{salt_text}${stored_text}:{server_text}"


def _read_lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DatabaseError(f"{path}: cannot be read ({error.strerror})", "run as the user who made it") from error


def _escape(field: str) -> str:
    return field.replace("\\", "\\\\").replace(":", "\\:")


def _unescape(field: str) -> str:
    return re.sub(r"\\(.)", r"\1", field)
