"""A folder of articles with gold files beside them: NAME.gold.jsonl, NAME.txt, and NAME.meta.json where needed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.documents import SUFFIXES
from etl.errors import DocumentError

GOLD_SUFFIX = ".gold.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """An article, its gold file, and what is known of it besides its text."""

    name: str
    gold: Path
    text: Path
    published: str | None = None
    area: str | None = None


def cases_in(folder: Path) -> Iterator[Case]:
    """The cases of a folder by name; raise DocumentError where there is none or an article is missing."""
    found = sorted(folder.glob(f"*{GOLD_SUFFIX}")) if folder.is_dir() else []
    if not found:
        raise DocumentError(f"{folder}: no gold files here", "name them NAME.gold.jsonl, beside NAME.txt")
    for gold in found:
        name = gold.name.removesuffix(GOLD_SUFFIX)
        texts = (gold.with_name(name + suffix) for suffix in SUFFIXES)
        text = next(filter(Path.is_file, texts), None)
        if text is None:
            raise DocumentError(f"{gold}: its article is missing", f"put {name}.txt beside it")
        known = _known(gold.with_name(f"{name}.meta.json"))
        yield Case(name, gold, text, known.get("published"), known.get("area"))


def _known(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DocumentError(f"{path}: no JSON object", 'write {"published": "2023-07", "area": "…"}') from error
    if not isinstance(record, dict):
        raise DocumentError(f"{path}: no JSON object", 'write {"published": "2023-07", "area": "…"}')
    return {name: str(record[name]) for name in ("published", "area") if record.get(name)}
