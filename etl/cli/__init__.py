"""The `warehouse` command: one module per subcommand, loaded only when it is asked for."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Sequence

import click

from etl import __version__
from etl.errors import WarehouseError

COMMANDS = {
    "refresh": "load articles, build, audit and publish",
    "extract": "print the figures of an article",
    "explain": "show an article, or one number, with its evidence",
    "review": "list what waits for a person, worst first",
    "evaluate": "score extraction against a gold file",
    "query": "run SQL as the BI role",
    "status": "what is published, since when, from which documents",
    "report": "write and open the data-quality report",
    "rollback": "publish the previous publication again",
    "serve": "keep the database up for BI tools",
    "schedule": "refresh on time and when articles arrive",
    "init-db": "prepare a PostgreSQL server of your own",
    "export": "write a published table to a file",
}
INTERRUPTED = 130


class LazyGroup(click.Group):
    """A group that imports a subcommand's module (`etl.cli.NAME`, its `command`) on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands that this version has, in the order of use."""
        return [name for name in COMMANDS if importlib.util.find_spec(_module(name))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand; None for a name that is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        loaded: click.Command = importlib.import_module(_module(cmd_name)).command
        return loaded

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


def _module(name: str) -> str:
    return f"etl.cli.{name.replace('-', '_')}"


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="warehouse")
@click.option("--verbose", is_flag=True, help="show the trace of an error")
def group(verbose: bool) -> None:
    """Every figure of Chinese economic articles, in an audited warehouse.

    \b
    Examples:
      warehouse refresh articles/          load, build, audit, publish
      warehouse extract article.txt        print its figures, one JSON object a line
      warehouse query "SELECT * FROM marts.pilot_summary"
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line: an expected failure is one line on stderr and its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = group.main(given, prog_name="warehouse", standalone_mode=False)
    except WarehouseError as error:
        _fail(str(error), error.exit_code, verbose="--verbose" in given)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "warehouse"
        _fail(f"{error.format_message().rstrip('.')}; see {path} --help", error.exit_code)
    except click.ClickException as error:
        _fail(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted; what is published is unchanged", INTERRUPTED)
    except BrokenPipeError:
        # the reader of our output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str, code: int, *, verbose: bool = False) -> None:
    if verbose:
        import traceback

        traceback.print_exc()
    click.echo(f"warehouse: {message}", err=True)
    sys.exit(code)
