"""`warehouse report`: write the data-quality report again, and open it."""

from __future__ import annotations

import json
import webbrowser

import click


@click.command("report")
@click.option("--open", "open_it", is_flag=True, help="open the page in a browser")
@click.option("--data-docs", is_flag=True, help="render Great Expectations' Data Docs too (takes longer)")
@click.option("--run", "run_id", type=int, help="the run to report on (default: the latest that did something)")
@click.option("--json", "as_json", is_flag=True, help="print the paths of the pages as one JSON object")
def command(open_it: bool, data_docs: bool, run_id: int | None, as_json: bool) -> None:
    """Write the data-quality report: one page that opens from disk, without a network, and prints well.

    \b
    Examples:
      warehouse report --open
      warehouse report --data-docs
      warehouse report --run 3 --json
    """
    from etl.cli.progress import progress_for
    from etl.database import open_database
    from etl.database.roles import TRANSFORMER
    from etl.errors import UsageError
    from etl.report import build_report
    from etl.report.build import last_run
    from etl.settings import Settings

    settings = Settings.from_environment()
    with progress_for("reading the warehouse", quiet=as_json) as progress, open_database(settings) as database:
        with database.connect(TRANSFORMER) as connection:
            chosen = run_id if run_id is not None else last_run(connection)
        if chosen is None:
            raise UsageError("there is no run to report on yet", "run warehouse refresh FILE")
        progress.step("writing the report")
        pages = [build_report(database, settings, chosen)]
        if data_docs:
            from etl.report.data_docs import build_data_docs

            progress.step("rendering Data Docs")
            pages.append(build_data_docs(database, settings))
    if as_json:
        click.echo(json.dumps({"pages": list(map(str, pages))}, ensure_ascii=False))
    for page in pages:
        if not as_json:
            click.echo(page)
        if open_it:
            webbrowser.open(page.as_uri())
