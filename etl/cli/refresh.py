"""`warehouse refresh`: load articles, build, audit, publish."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from pathlib import Path

import click

from etl.cli.articles import article_options
from etl.cli.progress import progress_for
from etl.cli.summary import print_summary
from etl.documents import Given
from etl.errors import DocumentError
from etl.settings import Settings


@click.command("refresh")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@article_options
@click.option("--prune", is_flag=True, help="withdraw articles that have left their folder")
@click.option("--wait", metavar="SECONDS", type=float, default=0.0, help="wait so long for another refresh to end")
@click.option("--json", "as_json", is_flag=True, help="print the outcome as one JSON object")
def command(
    paths: tuple[Path, ...], published: str | None, area: str | None, prune: bool, wait: float, as_json: bool
) -> int:
    """Load articles, build the warehouse, audit it, and publish it in one step.

    A FILE is an article (text, Markdown, HTML, PDF, Word), a .jsonl file of many, or a folder of either.
    What is published stays as it was unless everything went well. An article that cannot be read or that breaks a
    rule is set aside with the reason, and the others are published; the exit code is then 3.

    \b
    Examples:
      warehouse refresh articles/
      warehouse refresh report.pdf --published 2023-07 --area 青岛市
      warehouse refresh articles/ --prune --wait 60 --json
    """
    from etl.refresh import Request, refresh

    settings = Settings.from_environment()
    begun = time.monotonic()
    with progress_for(quiet=as_json) as progress:
        outcome = refresh(settings, Request(paths, Given(published, area), prune, wait), progress)
    if as_json:
        click.echo(json.dumps(asdict(outcome), ensure_ascii=False, default=str))
    else:
        print_summary(outcome, time.monotonic() - begun)
    for source in outcome.landing.rejected:
        click.echo(f"warehouse: {source.error}", err=True)
    for stale in outcome.landing.stale:
        click.echo(f"warehouse: correction {stale.correction.identity} does not fit any more: {stale.reason}", err=True)
    for article in outcome.quarantined:
        click.echo(f"warehouse: {article.source_uri}: {article.reason}; see the report", err=True)
    return DocumentError.exit_code if outcome.landing.rejected or outcome.quarantined else 0
