"""`warehouse explain`: an article with its figures marked."""

from __future__ import annotations

from pathlib import Path

import click

from etl.cli.articles import article_options


@click.command("explain")
@click.argument("file", type=click.Path(path_type=Path))
@article_options
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="write a page instead of printing"
)
def command(file: Path, published: str | None, area: str | None, page: Path | None) -> None:
    """Show an article with every number coloured by what became of it, and the facts that it states.

    \b
    Examples:
      warehouse explain article.txt
      warehouse explain report.pdf --published 2023-07-18 --html report.html
    """
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
