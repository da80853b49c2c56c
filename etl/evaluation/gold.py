"""Gold files: one fact a line, as a person read it, with every answer that is accepted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.errors import DocumentError

Answers = tuple[Any, ...]
FIELDS = ("value", "unit", "qualifier", "indicator", "measure", "of", "subject", "period")
NEEDED = ("quote", "start", "value")


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One annotated fact; `accepted` holds the answers to each field, an empty tuple where any is right.

    Value, unit and qualifier have no such freedom: a gold fact without a unit can be detected by nothing. The
    scores that this project is compared by count so, and a fact like that should name its unit (比例).

    A fact that is not required is neither asked for nor counted against an extraction that finds it.
    """

    quote: str
    start: int
    end: int
    accepted: dict[str, Answers]
    required: bool


def read_gold(path: Path) -> list[GoldFact]:
    """Read a gold file; raise DocumentError naming the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise DocumentError(f"{path}: no such file", "check the path") from error
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path}: cannot be read", "give a UTF-8 file of JSON lines") from error
    return [_fact(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _fact(line: str, place: str) -> GoldFact:
    try:
        record = json.loads(line)
        missing = [name for name in NEEDED if name not in record]
    except (ValueError, TypeError) as error:
        raise DocumentError(f"{place}: no JSON object", "write one fact a line") from error
    if missing:
        raise DocumentError(f"{place}: {', '.join(missing)} missing", f"a fact has at least {', '.join(NEEDED)}")
    return GoldFact(
        quote=record["quote"],
        start=record["start"],
        end=record.get("end", record["start"] + len(record["quote"])),
        accepted={name: _answers(record, name) for name in FIELDS},
        required=record.get("tier") != "minor" and not record.get("optional"),
    )


def _answers(record: dict[str, Any], name: str) -> Answers:
    """The answers to a field and, under NAME_alt, others that the annotator lets pass."""
    default = "exact" if name == "qualifier" else None
    answers: list[Any] = []
    for answer in (record.get(name, default), record.get(f"{name}_alt")):
        answers.extend(answer if isinstance(answer, list) else [] if answer is None else [answer])
    return tuple(answers)
