"""The documentation of the warehouse as dbt draws it: models, columns, tests and lineage on one page."""

from __future__ import annotations

import shutil
from pathlib import Path

from etl.database import Database
from etl.settings import Settings
from etl.transform.invoke import artifacts_dir, invoke


def write_docs(database: Database, settings: Settings, page: Path) -> Path:
    """Write dbt's documentation of the built standby to `page`, one self-contained file."""
    invoke(database, settings, "docs", "generate", "--static")
    page.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(artifacts_dir(settings) / "static_index.html", page)
    return page
