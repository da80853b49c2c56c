"""The subcommands: named here, each in a module of its own that is imported when it is asked for."""

from __future__ import annotations

import difflib
import importlib

import click

COMMANDS = {
    "refresh": "load articles, build, audit and publish",
    "extract": "print the figures of an article",
    "explain": "show an article, or one number, with its evidence",
    "review": "list what waits for a person, worst first",
    "evaluate": "score extraction against a gold file",
    "query": "run SQL as the BI role",
    "export": "write a published table to a file",
    "status": "what is published, since when, from which articles",
    "report": "write the data-quality report, and open it",
    "rollback": "publish the previous publication again",
    "serve": "keep the database up for BI tools",
    "schedule": "refresh on time and when articles arrive",
    "init-db": "prepare a PostgreSQL server of your own",
}
VERBOSE = "--verbose"


class LazyGroup(click.Group):
    """A group that imports a subcommand's module (`etl.cli.NAME`, its `command`) on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand; None for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"etl.cli.{cmd_name.replace('-', '_')}").command
        if all(VERBOSE not in parameter.opts for parameter in command.params):
            command.params.append(verbose_option())
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that was typed; names the nearest one where there is none."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1, cutoff=0.5)
            meant = f", did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"there is no command {args[0]!r}{meant}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def verbose_option() -> click.Option:
    """Accepted before and after the subcommand, and read by `main`, which sees the errors."""
    return click.Option([VERBOSE], is_flag=True, expose_value=False, help="show the trace of an error")
