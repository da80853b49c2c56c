"""What a dashboard is: rows of charts, each with its width (of 12), and heights of rows (in steps of 8 pixels)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import datasets as data
from charts import Chart

Cell = tuple[Chart, int]


@dataclass(frozen=True)
class Filter:
    """A filter of the whole dashboard: its name, where its values come from, what it begins with."""

    title: str
    dataset: data.Dataset
    column: str
    begins_with: Sequence[str] = ()


@dataclass(frozen=True)
class Dashboard:
    """A page: its address (slug), its filters, and rows of cells with their height."""

    title: str
    slug: str
    filters: Sequence[Filter]
    rows: Sequence[tuple[int, Sequence[Cell]]]
