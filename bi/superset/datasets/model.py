"""What a dataset is: a query of the warehouse with Chinese names for people."""

from __future__ import annotations

from dataclasses import dataclass, field

TEXT, NUMBER, TIME = "TEXT", "NUMERIC", "TIMESTAMP WITH TIME ZONE"


@dataclass(frozen=True)
class Dataset:
    """A query of the warehouse: column → (Chinese name, type), and metrics: name → (Chinese name, SQL)."""

    name: str
    sql: str
    columns: dict[str, tuple[str, str]]
    metrics: dict[str, tuple[str, str]] = field(default_factory=lambda: {"count": ("条数", "count(*)")})
    time: str | None = None


QUALIFIER = """CASE {0} WHEN 'exact' THEN '准确' WHEN 'approx' THEN '约' WHEN 'more_than' THEN '超过'
        WHEN 'less_than' THEN '不足' WHEN 'at_least' THEN '不低于' WHEN 'at_most' THEN '不高于' ELSE {0} END"""
