"""What builds and judges at this moment, as one hash: a publication of other models or rules is built anew."""

from __future__ import annotations

import hashlib

from etl.settings import Settings

BUILDING = ("dbt_project.yml", "models", "macros", "seeds")
SUFFIXES = {".sql", ".yml", ".csv", ".json"}


def fingerprint(settings: Settings) -> str:
    """Hash of the files that decide what dbt builds and which rules it must pass; equal files, equal hash."""
    roots = [*(settings.dbt_project_dir / name for name in BUILDING), settings.expectations_dir]
    digest = hashlib.sha256()
    for root in roots:
        for path in [root] if root.is_file() else sorted(root.rglob("*")):
            if path.suffix in SUFFIXES:
                digest.update(path.relative_to(root.parent).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
