"""`warehouse explain`: an article with its figures marked, or the evidence of one published figure."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from etl.cli.articles import article_options
from etl.errors import UsageError
from etl.settings import Settings

IDENTIFIER = re.compile(r"[0-9a-f]{12}")


@click.command("explain")
@click.argument("target", metavar="FILE|ID")
@article_options
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="write a page instead of printing"
)
@click.option("--json", "as_json", is_flag=True, help="print the evidence of a figure as JSON")
def command(target: str, published: str | None, area: str | None, page: Path | None, as_json: bool) -> None:
    """Show an article with every number marked and explained, or where one published figure comes from.

    A FILE is an article; the figure of an ID (`observation_id`) is looked up in the warehouse.

    \b
    Examples:
      warehouse explain article.txt
      warehouse explain report.pdf --published 2023-07-18 --html report.html
      warehouse explain 42264b0cfa73
    """
    if IDENTIFIER.fullmatch(target) and not Path(target).exists():
        if page:
            raise UsageError("--html goes with a FILE", "give the article's file")
        _explain_figure(target, as_json=as_json)
    elif as_json:
        raise UsageError("--json goes with an ID", "for an article, use warehouse extract")
    else:
        _explain_article(Path(target), published, area, page)


def _explain_article(file: Path, published: str | None, area: str | None, page: Path | None) -> None:
    from etl.documents import read_document
    from etl.extraction import extract
    from etl.review import apply_review, read_review, review_path

    document = read_document(file, published=published, area=area)
    reviewed = apply_review(extract(document), read_review(review_path(document.source_uri)))
    if page is None:
        from etl.cli.console import console
        from etl.explain import print_article

        print_article(reviewed.extraction, console(), reviewed.notes)
        return
    from etl.explain import render_article

    page.write_text(render_article(reviewed.extraction, reviewed.notes), encoding="utf-8")
    click.echo(f"{page}: {len(reviewed.extraction.observations)} figures marked")


def _explain_figure(identity: str, *, as_json: bool) -> None:
    from etl.database import open_database
    from etl.database.roles import BI_READER
    from etl.report.evidence import evidence_of

    with open_database(Settings.from_environment()) as database, database.connect(BI_READER) as connection:
        found = evidence_of(connection, identity)
    if not found:
        raise UsageError(f"{identity}: no such figure is published", "warehouse extract FILE prints identifiers")
    if as_json:
        records = [{**each.figure, "relations": each.relations} for each in found]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2, default=float))
        return
    from etl.cli.console import console
    from etl.cli.evidence import print_evidence

    for each in found:
        print_evidence(each, console())
