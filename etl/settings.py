"""Where things are: read once from the environment, passed down as one value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from etl.errors import UsageError

PROJECT_DIR = Path(__file__).resolve().parent.parent
DEFAULT_PORT = 25432  # below the ports that systems hand out by themselves


@dataclass(frozen=True)
class Settings:
    """Locations and connection choices of one run.

    `home` holds the state (database files, passwords, reports). `database_url`, when set, names a
    PostgreSQL server of the user's own; otherwise the embedded one listens on `port` of 127.0.0.1.
    """

    home: Path
    port: int = DEFAULT_PORT
    database_url: str | None = None
    project_dir: Path = PROJECT_DIR

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read WAREHOUSE_HOME, WAREHOUSE_PORT and WAREHOUSE_DATABASE_URL."""
        env = os.environ if environ is None else environ
        home = Path(env.get("WAREHOUSE_HOME") or PROJECT_DIR / ".warehouse").expanduser().absolute()
        port = env.get("WAREHOUSE_PORT") or str(DEFAULT_PORT)
        if not port.isdigit() or not 1 <= int(port) <= 65535:
            raise UsageError(f"WAREHOUSE_PORT is {port!r}", "set it to a port number, such as 25432")
        return cls(home=home, port=int(port), database_url=env.get("WAREHOUSE_DATABASE_URL") or None)

    @property
    def dbt_project_dir(self) -> Path:
        """The dbt project, whose seeds are the vocabulary."""
        return self.project_dir / "dbt_project"

    @property
    def seeds_dir(self) -> Path:
        """The vocabulary's CSV files, read by the extractor and by dbt."""
        return self.dbt_project_dir / "seeds"

    @property
    def expectations_dir(self) -> Path:
        """The Great Expectations suites, one JSON file for each audited table."""
        return self.project_dir / "expectations"

    @property
    def reports_dir(self) -> Path:
        """Where the data-quality report is written."""
        return self.home / "reports"

    @property
    def passwords_file(self) -> Path:
        """Passwords in PostgreSQL's own pgpass format, mode 0600."""
        return self.home / "pgpass"
