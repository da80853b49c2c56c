"""`warehouse rollback`: publish the previous publication again."""

from __future__ import annotations

import json
from dataclasses import asdict

import click


@click.command("rollback")
@click.option("--wait", type=float, default=0.0, metavar="SECONDS", help="wait so long for a refresh to end")
@click.option("--json", "as_json", is_flag=True, help="print the publication as one JSON object")
def command(wait: float, as_json: bool) -> None:
    """Put the publication before this one back in its place; a second rollback undoes the first.

    It takes a moment, whatever the size, and stays until a refresh finds something new.

    \b
    Examples:
      warehouse rollback
      warehouse rollback --wait 60 --json
    """
    from etl.cli.words import plural
    from etl.database import open_database
    from etl.publish import refresh_lock, rollback, start_run
    from etl.settings import Settings

    with (
        open_database(Settings.from_environment()) as database,
        refresh_lock(database, wait, purpose="rollback"),
        start_run(database, "rollback") as run,
    ):
        with run.step("rollback"):
            publication = rollback(database, run.run_id)
        run.finish("rolled_back", load_watermark=publication.load_watermark)
    if as_json:
        click.echo(json.dumps(asdict(publication), ensure_ascii=False, default=str))
        return
    click.echo(
        f"Rolled back: {plural(publication.document_count, 'article')} and"
        f" {plural(publication.observation_count, 'figure')}"
        f" are published as publication {publication.publication_id}"
    )
