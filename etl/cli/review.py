"""`warehouse review`: what waits for a person, and the file to write the verdicts into."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from etl.cli.articles import Articles, article_options
from etl.cli.words import plural
from etl.errors import UsageError
from etl.settings import Settings

if TYPE_CHECKING:
    from etl.review import Stale, Waiting


@click.command("review")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE…]")
@article_options
@click.option("--below", type=click.FloatRange(0, 1.01), default=0.65, show_default=True, help="confidence that waits")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "jsonl"]),
    default="text",
    show_default=True,
    help="how to print",
)
@click.option("--json", "as_json", is_flag=True, help="print one JSON object, with what is decided and not applied")
@click.option("--write", is_flag=True, help="add what waits to NAME.review.csv beside each article")
def command(
    files: tuple[Path, ...],
    published: str | None,
    area: str | None,
    below: float,
    form: str,
    as_json: bool,
    write: bool,
) -> None:
    """List what waits for a person, the worst first; without a FILE, of the articles that ship.

    A verdict goes into NAME.review.csv beside the article: accept, correct (with the corrected
    fields) or reject. It is applied at every refresh, and reported where it no longer fits.

    \b
    Examples:
      warehouse review article.txt
      warehouse review articles/ --below 0.9
      warehouse review article.txt --write        then fill the column verdict
      warehouse review article.txt --format csv > article.review.csv
    """
    paths = files or (Settings.from_environment().project_dir / "articles",)
    articles = Articles(paths, published, area)
    listings = list(_listings(articles, below))
    if write:
        _write(listings)
    elif as_json:
        _print_json(listings)
    elif form == "csv":
        _print_csv(listings)
    else:
        items = sorted((item for listing in listings for item in listing.items), key=lambda item: item.confidence)
        if form == "jsonl":
            for item in items:
                click.echo(json.dumps(asdict(item), ensure_ascii=False))
        else:
            _print_text(listings, items)
    articles.finish()


@dataclass(frozen=True)
class _Listing:
    """What is left of an article once it is reviewed: not its text."""

    source_uri: str
    items: list[Waiting]
    stale: list[Stale]
    decided: int


def _listings(articles: Articles, below: float) -> Iterator[_Listing]:
    from etl.extraction import extract
    from etl.review import ReviewError, apply_review, read_review, review_path, waiting

    for document in articles:
        try:
            corrections = read_review(review_path(document.source_uri))
        except ReviewError as error:
            articles.report(error)
            continue
        reviewed = apply_review(extract(document), corrections)
        decided = len(corrections) - len(reviewed.stale)
        yield _Listing(document.source_uri, waiting(reviewed, below), reviewed.stale, decided)


def _write(listings: list[_Listing]) -> None:
    from etl.review.file import add_rows, review_path

    added = 0
    for listing in listings:
        path = review_path(listing.source_uri)
        count = add_rows(path, (item.row() for item in listing.items))
        added += count
        if count:
            click.echo(f"{path}: {plural(count, 'row')} added, waiting for a verdict")
    if not added:
        click.echo("nothing new waits")


def _print_csv(listings: list[_Listing]) -> None:
    from etl.review.file import format_rows

    if len(listings) != 1:
        raise UsageError(f"--format csv is for one article, not {len(listings)}", "use --write for many")
    click.echo(format_rows(item.row() for item in listings[0].items), nl=False)


def _print_json(listings: list[_Listing]) -> None:
    articles = [
        {
            "source_uri": each.source_uri,
            "waiting": [asdict(item) for item in each.items],
            "stale": [{"id": stale.correction.identity, "reason": stale.reason} for stale in each.stale],
            "decided": each.decided,
        }
        for each in listings
    ]
    click.echo(json.dumps({"articles": articles}, ensure_ascii=False))


def _print_text(listings: list[_Listing], items: list[Waiting]) -> None:
    from rich.markup import escape
    from rich.padding import Padding
    from rich.text import Text

    from etl.cli.console import console

    screen = console()
    for item in items:
        heading = f"[bold]{item.confidence:.2f}[/bold]  [cyan]{item.identity}[/cyan]  {escape(item.source_uri)}"
        screen.print(heading, soft_wrap=True)
        sentence = Text(item.sentence)
        sentence.highlight_words([item.quote], "bold underline")
        screen.print(Padding(sentence, (0, 0, 0, 6)))
        screen.print(Padding(Text(f"{item.expect or item.quote}  ({item.reason})", style="dim"), (0, 0, 1, 6)))
    for listing in listings:
        for stale in listing.stale:
            place = f"{listing.source_uri}, review line {stale.correction.line}"
            reason = escape(f"{place}: {stale.correction.identity}: {stale.reason}")
            screen.print(f"[red]not applied[/red]  {reason}", soft_wrap=True)
    decided = sum(listing.decided for listing in listings)
    screen.print(f"{len(items)} wait, {decided} decided, {sum(len(each.stale) for each in listings)} not applied")
