"""One hash for everything that decides what dbt builds from given staging tables."""

from __future__ import annotations

import hashlib
from pathlib import Path

BUILDING_PARTS = ("dbt_project.yml", "macros", "models", "seeds")
BUILDING_SUFFIXES = {".sql", ".yml", ".csv"}


def project_fingerprint(project_dir: Path) -> str:
    """Equal for two states of the dbt project that build the same tables."""
    digest = hashlib.sha256()
    for path in sorted(_files(project_dir)):
        digest.update(str(path.relative_to(project_dir)).encode())
        digest.update(b"\0")
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def _files(project_dir: Path) -> set[Path]:
    found: set[Path] = set()
    for part in BUILDING_PARTS:
        root = project_dir / part
        found |= {root} if root.is_file() else {path for path in root.rglob("*") if path.suffix in BUILDING_SUFFIXES}
    return found
