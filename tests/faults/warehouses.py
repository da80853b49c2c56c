"""Warehouses to strike at: copies of one that holds a publication, and what such a warehouse contains."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from etl.database import Database, open_database
from etl.database.roles import TRANSFORMER
from etl.settings import PROJECT_DIR, Settings

# what an undisturbed refresh would have too, but with other numbers or at another time
ACCIDENTAL = {"load_id", "loaded_at", "built_at", "publication_id"}
COLUMNS = """
SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position)
FROM information_schema.columns WHERE table_schema = %s AND table_name <> 'publication' GROUP BY table_name
"""


@dataclass(frozen=True)
class Warehouse:
    """A state directory of its own, and the command that works on it."""

    home: Path
    port: int
    project: Path = PROJECT_DIR

    @property
    def settings(self) -> Settings:
        """As the command reads them."""
        return Settings(home=self.home, port=self.port)

    @property
    def environment(self) -> dict[str, str]:
        """The variables that point the command here."""
        return {**os.environ, "WAREHOUSE_HOME": str(self.home), "WAREHOUSE_PORT": str(self.port)}

    def run(self, *arguments: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run the command."""
        result = self.start("etl", *arguments)
        output, complaints = result.communicate(timeout=300)
        if check:
            assert result.returncode == 0, complaints
        return subprocess.CompletedProcess(result.args, result.returncode, output, complaints)

    def strike(self, point: str, victim: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run the command, and kill `victim` at `point`."""
        process = self.start("tests.faults.struck", point, victim, *arguments)
        output, complaints = process.communicate(timeout=300)
        return subprocess.CompletedProcess(process.args, process.returncode, output, complaints)

    def start(self, module: str, *arguments: str | Path) -> subprocess.Popen[str]:
        """Start the command and do not wait for it."""
        return subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=self.project,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def copy_to(self, home: Path, port: int) -> Warehouse:
        """A copy of this warehouse, whose server must be down."""
        shutil.copytree(self.home, home, symlinks=True)
        for path, _, names in os.walk(self.home / "postgresql"):
            for name in [".", *names]:  # a copy belongs to who copied it; the server insists on its own files
                owner = (Path(path) / name).lstat()
                os.chown(home / Path(path).relative_to(self.home) / name, owner.st_uid, owner.st_gid)
        return Warehouse(home, port)

    def contents(self, schema: str = "marts") -> dict[str, str]:
        """A digest of every published table."""
        with open_database(self.settings) as database:
            return contents(database, schema)


def contents(database: Database, schema: str = "marts") -> dict[str, str]:
    """A digest of every table of the schema, without numbers and times that differ from run to run."""
    digests: dict[str, str] = {}
    with database.connect(TRANSFORMER) as connection:
        for table, columns in connection.execute(COLUMNS, (schema,)).fetchall():
            kept = ", ".join(f'"{column}"' for column in columns if column not in ACCIDENTAL)
            rows = connection.execute(f"SELECT ROW({kept})::text FROM {schema}.{table} ORDER BY 1".encode())
            digests[table] = hashlib.sha256("\n".join(row for (row,) in rows).encode()).hexdigest()
    return digests
