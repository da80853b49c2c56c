"""The seeds as the tests of the vocabulary read them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "dbt_project" / "seeds"
KEYS = {
    "indicators": "indicator_code",
    "indicator_topics": "topic_code",
    "areas": "area_code",
    "units": "unit_code",
    "measures": "measure_code",
    "pilot_programmes": "programme_code",
    "pilot_levels": "code",
    "pilot_kinds": "code",
    "publishers": "publisher_name_zh",
}

Row = dict[str, str]


def read(path: Path) -> tuple[Row, ...]:
    """All rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def rows(seed: str) -> tuple[Row, ...]:
    """All rows of a seed."""
    return read(SEEDS / f"{seed}.csv")


@cache
def by_key(seed: str) -> dict[str, Row]:
    """The rows of a seed by what identifies them."""
    return {row[KEYS[seed]]: row for row in rows(seed)}


def names(row: Row, *columns: str) -> list[str]:
    """What the row is called: in these columns and among its aliases."""
    return [name for name in (*(row[column] for column in columns), *row["aliases_zh"].split("|")) if name]


def plain(name: str) -> str:
    """A name as matching sees it: width, quotation marks and spaces do not count."""
    return re.sub(r"[“”‘’\"'\s]", "", unicodedata.normalize("NFKC", name)).lower()


def owners(seed: str, *columns: str) -> dict[str, set[str]]:
    """Whose name each name is."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(seed):
        for name in names(row, *columns):
            found[plain(name)].add(row[KEYS[seed]])
    return found


def shared(owned: dict[str, set[str]]) -> dict[str, set[str]]:
    """The names with more than one owner."""
    return {name: codes for name, codes in owned.items() if len(codes) > 1}


def repeated(values: Iterable[str]) -> list[str]:
    """The values that come more than once."""
    return [value for value, count in Counter(values).items() if count > 1]
