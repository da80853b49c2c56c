"""What the dbt project is at this moment, as one hash: a publication of another project is built anew."""

from __future__ import annotations

import hashlib

from etl.settings import Settings

FOLDERS = ("models", "macros", "seeds", "snapshots")
SUFFIXES = {".sql", ".yml", ".yaml", ".csv", ".py"}
PROJECT_FILES = ("dbt_project.yml", "packages.yml")


def fingerprint(settings: Settings) -> str:
    """Hash of the files that decide what dbt builds; equal on any machine for equal files."""
    root = settings.dbt_project_dir
    files = [path for name in FOLDERS for path in (root / name).rglob("*") if path.suffix in SUFFIXES]
    files += [root / name for name in PROJECT_FILES if (root / name).is_file()]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
