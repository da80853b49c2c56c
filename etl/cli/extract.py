"""`warehouse extract`: the figures of articles, without a database."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from etl.cli.articles import Articles, article_options

if TYPE_CHECKING:
    from etl.extraction import Extraction

Record = dict[str, object]
TABLE_COLUMNS = ("quote", "indicator", "measure", "value", "unit", "subject", "period")
MENTION_COLUMNS = ("quote", "start", "kind", "disposition", "reason")
RIGHT_ALIGNED = {"value", "start"}
WHOLE = {"measure", "value", "period", "start", "kind", "disposition"}


@click.command("extract")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@article_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table", "csv"]),
    default="jsonl",
    show_default=True,
    help="how to print",
)
@click.option("--mentions", is_flag=True, help="every number and what became of it, instead of the figures")
def command(files: tuple[Path, ...], published: str | None, area: str | None, form: str, mentions: bool) -> None:
    """Print the figures of articles, one observation a line.

    A FILE is an article (text, Markdown, HTML, PDF, Word), a .jsonl file of many, or a folder of either.

    \b
    Examples:
      warehouse extract article.txt
      warehouse extract report.pdf --published 2023-07-18 --area 青岛市 --format table
      warehouse extract articles/ --format csv > figures.csv
      warehouse extract article.txt --mentions --format table
    """
    articles = Articles(files, published, area)
    records = chain.from_iterable(map(_mentions if mentions else _observations, _extractions(articles)))
    PRINTERS[form](records, MENTION_COLUMNS if mentions else TABLE_COLUMNS)
    articles.finish()


def _extractions(articles: Articles) -> Iterator[Extraction]:
    from etl.extraction import extract

    return (extract(document) for document in articles)


def _observations(extraction: Extraction) -> Iterator[Record]:
    from etl.extraction.identity import observation_ids
    from etl.extraction.jsonl import observation_records

    source = extraction.document.source_uri
    for identity, record in zip(observation_ids(extraction), observation_records(extraction), strict=True):
        yield {**record, "observation_id": identity, "source_uri": source}


def _mentions(extraction: Extraction) -> Iterator[Record]:
    for mention in extraction.mentions:
        count = len(mention.observation_indexes)
        record = {name: value for name, value in mention._asdict().items() if name != "observation_indexes"}
        yield {**record, "observation_count": count, "source_uri": extraction.document.source_uri}


def _print_jsonl(records: Iterable[Record], columns: tuple[str, ...]) -> None:
    for record in records:
        click.echo(json.dumps(record, ensure_ascii=False))


def _print_csv(records: Iterable[Record], columns: tuple[str, ...]) -> None:
    line = io.StringIO()
    for number, record in enumerate(records):
        writer = csv.DictWriter(line, list(record), lineterminator="\n")
        if number == 0:
            writer.writeheader()
        writer.writerow(record)
        click.echo(line.getvalue(), nl=False)
        line.seek(0)
        line.truncate()


def _print_table(records: Iterable[Record], columns: tuple[str, ...]) -> None:
    from rich import box
    from rich.table import Table

    from etl.cli.console import console

    table = Table(box=box.SIMPLE_HEAD)
    for column in columns:
        justify: Literal["left", "right"] = "right" if column in RIGHT_ALIGNED else "left"
        table.add_column(column, justify=justify, no_wrap=column in WHOLE, overflow="fold", min_width=5)
    for record in records:
        table.add_row(*("" if record[column] is None else str(record[column]) for column in columns))
    console().print(table)


PRINTERS: dict[str, Callable[[Iterable[Record], tuple[str, ...]], None]] = {
    "jsonl": _print_jsonl,
    "csv": _print_csv,
    "table": _print_table,
}
