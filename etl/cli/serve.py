"""`warehouse serve`: the database stays up for BI tools."""

from __future__ import annotations

import json

import click

from etl.cli.bi_settings import Connection
from etl.cli.stopping import until_stopped
from etl.database import open_database
from etl.database.connection import embedded_cluster, embedded_database
from etl.settings import Settings

LOOK_EVERY = 2.0  # seconds


@click.command("serve")
@click.option("--json", "as_json", is_flag=True, help="print the settings as one JSON object")
def command(as_json: bool) -> None:
    """Keep the embedded database up for BI tools, and print how they connect.

    Ctrl-C or SIGTERM stops it. Other commands, such as refresh, work beside it. With WAREHOUSE_DATABASE_URL, whose
    server stays up by itself, the settings are printed and that is all.

    \b
    Examples:
      warehouse serve
      warehouse serve --json
    """
    settings = Settings.from_environment()
    if settings.database_url:
        with open_database(settings) as database:
            _show(Connection.of(database.base_url, settings.passwords_file), as_json)
        return
    cluster = embedded_cluster(settings)
    with until_stopped() as stopped, cluster.running() as port:
        database = embedded_database(settings, port)
        if not as_json:
            click.echo("The warehouse is up. Leave this running; Ctrl-C stops it.\n")
        _show(Connection.of(database.base_url, settings.passwords_file), as_json)
        while not stopped.wait(LOOK_EVERY):
            if not cluster.answers(port):
                click.echo("warehouse: the server had stopped, and is started again", err=True)
                cluster.ensure_up()
    if not as_json:
        click.echo("stopped")


def _show(connection: Connection, as_json: bool) -> None:
    lines = [json.dumps(connection.as_json(), ensure_ascii=False)] if as_json else connection.lines()
    click.echo("\n".join(lines))
