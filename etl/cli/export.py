"""`warehouse export`: a published table as a file, as the BI role reads it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click
import psycopg
from psycopg import sql

from etl.database import open_database
from etl.database.roles import BI_READER
from etl.errors import UsageError
from etl.settings import Settings

FORMATS = ("csv", "json", "jsonl")
BYTE_ORDER_MARK = "\ufeff".encode()
READABLE = """
SELECT table_schema, table_name FROM information_schema.tables
WHERE table_schema IN ('marts', 'quality') ORDER BY table_schema, table_name
"""


@click.command("export")
@click.argument("table", metavar="TABLE")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="how to write it")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="a file instead of the terminal")
@click.option("--excel", is_flag=True, help="begin with a byte-order mark, so that Excel shows Chinese (csv)")
def command(table: str, form: str, output: Path | None, excel: bool) -> None:
    """Write a table of `marts` or `quality` to a file.

    \b
    Examples:
      warehouse export indicator_series > series.csv
      warehouse export fct_observation --excel -o figures.csv
      warehouse export quality.validation_result --format jsonl
    """
    if excel and form != "csv":
        raise UsageError("--excel goes with --format csv", "leave one of them out")
    with open_database(Settings.from_environment()) as database, database.connect(BI_READER) as connection:
        name = _find(connection, table)
        with _opened(output) as file:
            if excel:
                file.write(BYTE_ORDER_MARK)
            _write(connection, name, form, file)


def _find(connection: psycopg.Connection, table: str) -> sql.Identifier:
    known = connection.execute(READABLE).fetchall()
    schema, _, name = table.rpartition(".")
    if ((schema or "marts"), name) in known:
        return sql.Identifier(schema or "marts", name)
    names = [name if schema == "marts" else f"{schema}.{name}" for schema, name in known]
    raise UsageError(f"there is no published table {table!r}", f"choose one of: {', '.join(names)}")


@contextlib.contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    """The file to write, whole or not at all."""
    if output is None:
        yield sys.stdout.buffer
        return
    partial = output.with_name(output.name + ".partial")
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(output)
    except OSError as error:
        raise UsageError(f"{output}: cannot be written ({error.strerror})", "choose another file with -o") from error
    finally:
        partial.unlink(missing_ok=True)


def _write(connection: psycopg.Connection, name: sql.Identifier, form: str, file: BinaryIO) -> None:
    if form == "csv":
        statement = sql.SQL("COPY (SELECT * FROM {}) TO STDOUT (FORMAT CSV, HEADER)").format(name)
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for block in copy:
                file.write(block)
        return
    with connection.cursor("export") as rows:
        rows.execute(sql.SQL("SELECT row_to_json(exported)::text FROM {} AS exported").format(name))
        if form == "jsonl":
            file.writelines(row.encode() + b"\n" for (row,) in rows)
            return
        file.write(b"[")
        file.writelines((b",\n" if number else b"\n") + row.encode() for number, (row,) in enumerate(rows))
        file.write(b"\n]\n")
