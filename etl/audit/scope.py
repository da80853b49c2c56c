"""The rows that a suite judges: what is new, put aside in a table of its own, so that no rule reads the warehouse."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from etl.audit.suites import Suite
from etl.audit.verdict import Verdict

SCHEMA = "intermediate"
STANDBY = "marts_standby"
PLAUSIBLE = "audit_plausible"
PLAUSIBLE_COLUMNS = ("growth_min_pct", "growth_max_pct", "level_min", "level_max")


def scope_table(suite: Suite) -> str:
    """The name of the table that holds the rows in scope of `suite`."""
    return f"audit_{suite.name}"


def fill_scope(
    connection: psycopg.Connection, suite: Suite, parameters: Mapping[str, Any], *, built: str = STANDBY
) -> int:
    """Put the rows in scope aside, of marts those in the schema `built`; returns how many there are."""
    table = sql.Identifier(SCHEMA, scope_table(suite))
    connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(table))
    create = sql.SQL("CREATE UNLOGGED TABLE {} AS ").format(table) + sql.SQL(
        suite.query.replace(f"{STANDBY}.", f"{built}.")
    )
    # values are put in here: a statement that creates a table takes no parameters
    return psycopg.ClientCursor(connection).execute(create, parameters).rowcount


def drop_scope(connection: psycopg.Connection, suites: Sequence[Suite]) -> None:
    """Remove what fill_scope put aside."""
    for suite in suites:
        connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(SCHEMA, scope_table(suite))))


def fill_plausible(connection: psycopg.Connection, seeds_dir: Path) -> None:
    """The ranges that the vocabulary calls plausible: before the first build, dbt has not loaded its seeds yet."""
    table = sql.Identifier(SCHEMA, PLAUSIBLE)
    connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(table))
    connection.execute(
        sql.SQL(
            "CREATE UNLOGGED TABLE {} (indicator_code text PRIMARY KEY, unit_code text, growth_min_pct numeric,"
            " growth_max_pct numeric, level_min numeric, level_max numeric)"
        ).format(table)
    )
    with (seeds_dir / "indicators.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            (row["indicator_code"], row["unit_code"] or None, *(row[name] or None for name in PLAUSIBLE_COLUMNS))
            for row in csv.DictReader(file)
        ]
    with connection.cursor() as cursor, cursor.copy(sql.SQL("COPY {} FROM STDIN").format(table)) as copy:
        for row in rows:
            copy.write_row(row)


def evidence_rows(
    connection: psycopg.Connection, suite: Suite, verdict: Verdict, limit: int | None
) -> list[dict[str, Any]]:
    """Keys and evidence of rows that break a rule: of the first `limit`, or of all."""
    names = [*suite.keys, *(name for name in suite.evidence if name not in suite.keys)]
    wanted = list(verdict.unexpected_keys)[:limit]
    if not wanted:
        return []
    keys = sql.SQL(", ").join(map(sql.Identifier, suite.keys))
    rows = [
        sql.SQL("({})").format(sql.SQL(", ").join(sql.Literal(row[key]) for key in suite.keys))
        for row in verdict.unexpected_keys
    ]
    query = sql.SQL("SELECT {columns} FROM {table} WHERE ({keys}) IN ({rows}) ORDER BY {keys}").format(
        columns=sql.SQL(", ").join(map(sql.Identifier, names)),
        table=sql.Identifier(SCHEMA, scope_table(suite)),
        keys=keys,
        rows=sql.SQL(", ").join(rows),
    )
    return connection.cursor(row_factory=dict_row).execute(query).fetchall()
