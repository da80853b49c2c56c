"""`warehouse query`: SQL as the BI role, which may read what is published and nothing else."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

FORMATS = ("table", "csv", "json", "jsonl")


@click.command("query")
@click.argument("sql")
@click.option("--json", "output", flag_value="json", help="the same as --format json")
@click.option("--format", "output", type=click.Choice(FORMATS), default="table", show_default=True, help="how to print")
def command(sql: str, output: str) -> None:
    """Run SQL as bi_reader: the published tables (marts) and the quality tables, reading only.

    \b
    Examples:
      warehouse query "SELECT * FROM marts.pilot_summary"
      warehouse query "SELECT * FROM indicator_series WHERE area_code = '370200'" --format csv
    """
    import psycopg

    from etl.database import open_database
    from etl.database.roles import BI_READER
    from etl.errors import UsageError
    from etl.settings import Settings

    with open_database(Settings.from_environment()) as database, database.connect(BI_READER) as connection:
        try:
            cursor = connection.execute(sql.encode())
        except psycopg.Error as error:
            reason = str(error).strip().splitlines()[0]
            raise UsageError(f"the query failed: {reason}", "bi_reader reads marts and quality") from error
        if cursor.description is None:
            raise UsageError("the statement gives no rows", "write a SELECT")
        names = [column.name for column in cursor.description]
        _write(names, cursor, output)


def _write(names: Sequence[str], rows: Iterator[Sequence[Any]], output: str) -> None:
    if output == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)
    elif output == "jsonl":
        for row in rows:
            click.echo(_json(dict(zip(names, row, strict=True))))
    elif output == "json":
        click.echo(_json([dict(zip(names, row, strict=True)) for row in rows]))
    else:
        _write_table(names, rows)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    from decimal import Decimal

    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def _write_table(names: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    from rich import box
    from rich.table import Table

    from etl.cli.console import UNBOUNDED, console
    from etl.cli.words import plural

    found = list(rows)
    table = Table(*names, box=box.SIMPLE_HEAD, pad_edge=False)
    for column, name in zip(table.columns, range(len(names)), strict=True):
        if found and all(isinstance(row[name], int | float) or _is_decimal(row[name]) for row in found):
            column.justify = "right"
    for row in found:
        table.add_row(*("" if value is None else str(value) for value in row))
    console(UNBOUNDED).print(table)
    click.echo(plural(len(found), "row"))


def _is_decimal(value: object) -> bool:
    from decimal import Decimal

    return isinstance(value, Decimal)
