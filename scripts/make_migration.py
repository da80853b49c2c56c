"""Write the next revision of `staging` and `quality` from what changed in etl/database/tables.py.

Run: python scripts/make_migration.py "Add the column …", then read what it wrote, and run tests/database.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import URL

from etl.database import Database, roles
from etl.database.cluster import HOST, Cluster
from etl.database.migrate import MIGRATIONS, alembic_config
from etl.database.passwords import read_passwords
from etl.database.prepare import set_up


def main(message: str) -> None:
    """Compare the metadata with a server at the newest revision, and write the difference."""
    with tempfile.TemporaryDirectory(prefix="warehouse-migration-") as folder:
        home = Path(folder)
        with Cluster(home / "postgresql", _free_port(), home / "pgpass").running() as port:
            _write_revision(_prepared(home / "pgpass", port), message)
    ruff = [sys.executable, "-m", "ruff"]
    subprocess.run([*ruff, "check", "--quiet", "--fix", str(MIGRATIONS / "versions")], check=False)
    subprocess.run([*ruff, "format", "--quiet", str(MIGRATIONS / "versions")], check=True)


def _prepared(passwords_file: Path, port: int) -> Database:
    """Roles and schemas, no tables."""
    url = URL.create("postgresql+psycopg", host=HOST, port=port, database="postgres")
    passwords = read_passwords(passwords_file, HOST) | dict.fromkeys(roles.ROLES, "temporary")
    database = Database(url, passwords)
    with database.connect(roles.SUPERUSER) as connection:
        set_up(connection, "postgres", passwords)
    return database


def _write_revision(database: Database, message: str) -> None:
    engine = database.engine(roles.OWNER)
    with engine.begin() as connection:
        config = alembic_config(connection)
        config.set_main_option("file_template", "r%%(rev)s_%%(slug)s")
        command.upgrade(config, "head")
        number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
        command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")
    engine.dispose()
    for path in (MIGRATIONS / "versions").glob(f"r{number:04d}_*.py"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if "# ### " not in line), encoding="utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main(sys.argv[1])
