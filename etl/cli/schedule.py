"""`warehouse schedule`: refresh on time and when articles arrive."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from etl.errors import UsageError
from etl.settings import Settings


@click.command("schedule")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE…]")
@click.option("--cron", metavar="EXPRESSION", help='five fields of cron, such as "0 6 * * *"')
@click.option("--timezone", metavar="NAME", help="the zone of the cron expression, such as Asia/Shanghai")
@click.option(
    "--watch", metavar="FOLDER", type=click.Path(path_type=Path), help="a folder whose arrivals are loaded at once"
)
@click.option(
    "--poll",
    metavar="SECONDS",
    type=click.FloatRange(0.05),
    default=5.0,
    show_default=True,
    help="look into the folder so often",
)
@click.option(
    "--settle",
    metavar="SECONDS",
    type=click.FloatRange(0),
    default=5.0,
    show_default=True,
    help="load a file that kept its size so long",
)
@click.option(
    "--retries",
    type=click.IntRange(0, 20),
    default=3,
    show_default=True,
    help="how often a passing failure is tried again",
)
@click.option(
    "--pause",
    metavar="SECONDS",
    type=click.FloatRange(0),
    default=30.0,
    show_default=True,
    help="before the first retry; doubled each time",
)
@click.option("--prune", is_flag=True, help="withdraw articles that have left their folder")
@click.option("--no-catch-up", is_flag=True, help="do not make up at the start for what was missed")
@click.option("--check", is_flag=True, help="say whether the scheduler is healthy; exit code 1 if not")
@click.option("--json", "as_json", is_flag=True, help="with --check: print the health as one JSON object")
def command(
    paths: tuple[Path, ...],
    cron: str | None,
    timezone: str | None,
    watch: Path | None,
    poll: float,
    settle: float,
    retries: int,
    pause: float,
    prune: bool,
    no_catch_up: bool,
    check: bool,
    as_json: bool,
) -> None:
    """Refresh each FILE (or folder) and the watched folder on time and when articles arrive, until stopped.

    One refresh at a time. A failure that may pass (database, lock) is tried again, each time after twice the pause. A
    watched file is loaded once it has kept its size for the settling time. Events are JSON lines on standard error;
    schedule.json in WAREHOUSE_HOME holds the last success, the last error and the next run.

    \b
    Examples:
      warehouse schedule articles --cron "0 6 * * *"
      warehouse schedule --watch inbox --cron "0 6 * * 1-5" --timezone Asia/Shanghai
      warehouse schedule --check --json
    """
    settings = Settings.from_environment()
    health_file = settings.home / "schedule.json"
    if check:
        _check(health_file, as_json=as_json)
        return
    sources = list(dict.fromkeys([*paths, *([watch] if watch else [])]))
    if not sources or not (cron or watch):
        raise UsageError("nothing to do", "give --cron with what to refresh, or --watch DIR, or both")
    if watch and not watch.is_dir():
        raise UsageError(f"{watch}: is no folder", "make it, or watch another one")
    from etl.cli.stopping import until_stopped
    from etl.database.locking import sole
    from etl.schedule import Plan, Service
    from etl.schedule.cron import cron_trigger
    from etl.schedule.log import log_to_stderr

    options = ["--json", "--wait", "60", *(["--prune"] if prune else [])]
    refresh = [sys.executable, "-m", "etl", "refresh", *options, *map(str, sources)]
    plan = Plan(
        command=refresh,
        health_file=health_file,
        trigger=cron_trigger(cron, timezone) if cron else None,
        watch=watch,
        poll_seconds=poll,
        settle_seconds=settle,
        retries=retries,
        pause_seconds=pause,
        catch_up=not no_catch_up,
    )
    log_to_stderr()
    with sole(settings.home / "schedule.lock", "a scheduler"), until_stopped() as stopped:
        Service(plan, stopped).run()


def _check(health_file: Path, *, as_json: bool) -> None:
    from etl.schedule.health import UnhealthyError, check_health, read_health

    if not as_json:
        click.echo(check_health(health_file))
        return
    health = read_health(health_file)
    try:
        verdict = {"healthy": True, "message": check_health(health_file)}
    except UnhealthyError as error:
        verdict = {"healthy": False, "message": str(error)}
    click.echo(json.dumps({**verdict, **(asdict(health) if health else {})}, ensure_ascii=False))
    click.get_current_context().exit(0 if verdict["healthy"] else UnhealthyError.exit_code)
