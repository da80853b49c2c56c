"""When a source must be landed again: its bytes, metadata or review changed, or what extracts it did."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from etl import __version__
from etl.documents import Document


@cache
def extractor_version(seeds_dir: Path) -> str:
    """The package version and a hash of the extraction code and the vocabulary: any change of either shows."""
    code = Path(__file__).resolve().parent.parent / "extraction"
    digest = hashlib.sha256()
    for path in [*sorted(code.rglob("*.py")), *sorted(seeds_dir.glob("*.csv"))]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def fingerprint(document: Document, version: str, review: bytes = b"") -> str:
    """Equal for two landings of a source that would land the same rows."""
    parts = {
        "sha256": document.sha256,
        "metadata": asdict(document.metadata),
        "format": document.format,
        "extractor": version,
        "review": hashlib.sha256(review).hexdigest(),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
