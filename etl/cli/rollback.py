"""`warehouse rollback`: publish the previous publication again."""

from __future__ import annotations

import click


@click.command("rollback")
@click.option("--wait", type=float, default=0.0, metavar="SECONDS", help="wait for a refresh that is at work")
def command(wait: float) -> None:
    """Put the publication before this one back in its place; a second rollback undoes the first.

    It takes a moment, whatever the size, and stays until a refresh finds something new.

    \b
    Examples:
      warehouse rollback
    """
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
    click.echo(
        f"Rolled back: {publication.document_count:,} articles and {publication.observation_count:,} figures"
        f" are published as publication {publication.publication_id}"
    )
