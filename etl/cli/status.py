"""`warehouse status`: what is published, since when, from which documents and versions."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from etl.cli.words import plural
from etl.publish.status import Published, Status

SHOWN = 20  # documents printed without --all


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="print one JSON object")
@click.option("--all", "show_all", is_flag=True, help=f"list every article, not the first {SHOWN}")
def command(as_json: bool, show_all: bool) -> None:
    """Say what is published, since when, from which articles and versions, and how the last run went.

    \b
    Examples:
      warehouse status
      warehouse status --json
    """
    from etl.database import open_database
    from etl.publish import status
    from etl.settings import Settings

    with open_database(Settings.from_environment()) as database:
        found = status(database)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, default=str))
    else:
        _print(found, SHOWN if not show_all else None)


def _print(found: Status, shown: int | None) -> None:
    click.echo(_headline(found.published))
    if found.at_work:
        click.echo(f"  at work   {found.at_work}")
    if found.last_run:
        run = found.last_run
        took = f" in {run.seconds:.1f} s" if run.seconds is not None else ""
        click.echo(
            f"  last run  {run.run_id}, {run.status.replace('_', ' ')}{took}, {run.started_at:%Y-%m-%d %H:%M} UTC"
        )
        if run.message:
            click.echo(f"            {run.message}")
    if found.waiting_loads:
        click.echo(f"  waiting   {found.waiting_loads} landed but not published yet: run warehouse refresh")
    if found.documents:
        click.echo("")
    for document in found.documents[:shown]:
        title = f"  {document.title}" if document.title else ""
        click.echo(
            f"  {document.source_uri}{title}\n"
            f"    {plural(document.observation_count, 'figure')} of {plural(document.mention_count, 'number')},"
            f" load {document.load_id}, bytes {document.document_id[:12]}, extractor {document.extractor_version}"
        )
    if shown is not None and len(found.documents) > shown:
        click.echo(f"  … and {len(found.documents) - shown} more: warehouse status --all")


def _headline(published: Published | None) -> str:
    if published is None:
        return "Nothing is published yet: run warehouse refresh FILE"
    what = f"{plural(published.document_count, 'article')}, {plural(published.observation_count, 'figure')}"
    restored = published.restored_publication_id
    back = f", rolled back to publication {restored}" if published.kind == "rollback" and restored else ""
    return f"Publication {published.publication_id}{back}: {what}, since {published.published_at:%Y-%m-%d %H:%M:%S} UTC"
