"""The controlled vocabulary as the extractor sees it: the same seeds that dbt loads, read into typed records."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.errors import WarehouseError
from etl.settings import PROJECT_DIR


class VocabularyError(WarehouseError):
    """A seed is missing, or a column of it."""

    exit_code = 8


@dataclass(frozen=True, slots=True)
class Indicator:
    """What can be measured, with the names that articles use for it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    unit: str | None
    default_measure: str | None
    share_of: str | None
    growth_min: float | None
    growth_max: float | None


@dataclass(frozen=True, slots=True)
class Area:
    """A place of GB/T 2260."""

    code: str
    name: str
    short_name: str
    level: str
    parent: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A pilot programme, such as 两业融合试点."""

    code: str
    name: str
    aliases: tuple[str, ...]


class Vocabulary:
    """Indicators, areas and pilot programmes, each found by any of its names."""

    def __init__(
        self, indicators: tuple[Indicator, ...], areas: tuple[Area, ...], programmes: tuple[Programme, ...]
    ) -> None:
        self.indicators = {indicator.code: indicator for indicator in indicators}
        self.areas = {area.code: area for area in areas}
        self.programmes = programmes
        self.indicator_names: dict[str, str] = {}
        for indicator in indicators:
            self.indicator_names.setdefault(indicator.name, indicator.code)
        for indicator in indicators:
            for alias in indicator.aliases:
                self.indicator_names.setdefault(alias, indicator.code)
        self.area_names: dict[str, str] = {}
        for rank in ("country", "province", "prefecture", "county"):
            for area in areas:
                if area.level == rank:
                    self._name_area(area)
        self.counties_by_short_name: dict[str, list[Area]] = {}
        for area in areas:
            if area.level == "county" and len(area.short_name) > 1:
                self.counties_by_short_name.setdefault(area.short_name[:2], []).append(area)
        self.area_names_by_start: dict[str, list[str]] = {}
        for name in sorted(self.area_names, key=len, reverse=True):
            self.area_names_by_start.setdefault(name[:2], []).append(name)

    def _name_area(self, area: Area) -> None:
        names = [area.name, *area.aliases]
        if area.level != "county":
            names.append(area.short_name)
        for name in names:
            if len(name) > 1:
                self.area_names.setdefault(name, area.code)

    @classmethod
    def read(cls, folder: Path) -> Vocabulary:
        """Read the seeds in `folder`."""
        return cls(
            tuple(_indicator(row) for row in _rows(folder / "indicators.csv")),
            tuple(
                Area(
                    row["area_code"], row["name_zh"], row["short_name_zh"], row["area_level"],
                    row["parent_code"], _cell_list(row["aliases_zh"]),
                )
                for row in _rows(folder / "areas.csv")
            ),
            tuple(
                Programme(row["programme_code"], row["name_zh"], _cell_list(row["aliases_zh"]))
                for row in _rows(folder / "pilot_programmes.csv")
            ),
        )  # fmt: skip


@cache
def default_vocabulary() -> Vocabulary:
    """The vocabulary of this project."""
    return Vocabulary.read(PROJECT_DIR / "dbt_project" / "seeds")


def _indicator(row: dict[str, str]) -> Indicator:
    return Indicator(
        row["indicator_code"],
        row["name_zh"],
        _cell_list(row["aliases_zh"]),
        row["unit_code"] or None,
        row["default_measure"] or None,
        row["share_of_code"] or None,
        _number(row["growth_min_pct"]),
        _number(row["growth_max_pct"]),
    )


def _cell_list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    except FileNotFoundError as error:
        raise VocabularyError(f"{path}: no such seed", "restore dbt_project/seeds") from error
