"""`warehouse schedule`: refresh on time and when articles arrive."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from etl.errors import UsageError
from etl.settings import Settings


@click.command("schedule")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--cron", metavar="EXPRESSION", help='five fields of cron, such as "0 6 * * *"')
@click.option("--timezone", metavar="NAME", help="the zone of the cron expression, such as Asia/Shanghai")
@click.option("--watch", type=click.Path(path_type=Path), help="a folder whose arrivals are loaded at once")
@click.option("--poll", metavar="SECONDS", type=click.FloatRange(0.05), default=5.0, show_default=True)
@click.option("--settle", metavar="SECONDS", type=click.FloatRange(0), default=5.0, show_default=True)
@click.option("--retries", type=click.IntRange(0, 20), default=3, show_default=True, help="after a passing failure")
@click.option("--pause", metavar="SECONDS", type=click.FloatRange(0), default=30.0, show_default=True)
@click.option("--prune", is_flag=True, help="withdraw articles that have left their folder")
@click.option("--no-catch-up", is_flag=True, help="do not make up at the start for what was missed")
@click.option("--check", is_flag=True, help="exit 0 if the scheduler of this warehouse is healthy, 1 if not")
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
) -> None:
    """Refresh PATHS and the watched folder on time and when articles arrive, until stopped.

    One refresh at a time. A failure that may pass (database, lock) is tried again, each time after twice the pause. A
    watched file is loaded once it has kept its size for the settling time. Events are JSON lines on standard error;
    schedule.json in WAREHOUSE_HOME holds the last success, the last error and the next run.

    \b
    Examples:
      warehouse schedule articles --cron "0 6 * * *"
      warehouse schedule --watch inbox --cron "0 6 * * 1-5" --timezone Asia/Shanghai
      warehouse schedule --check
    """
    from etl.schedule.health import check_health

    settings = Settings.from_environment()
    health_file = settings.home / "schedule.json"
    if check:
        click.echo(check_health(health_file))
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
