"""The `warehouse` command: one module per subcommand, loaded only when it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from etl import __version__
from etl.cli.commands import VERBOSE, LazyGroup

COMPLETION = "_WAREHOUSE_COMPLETE"


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="warehouse", message="%(prog)s %(version)s", help="print the version")
@click.option(VERBOSE, is_flag=True, expose_value=False, help="show the trace of an error")
def group() -> None:
    """Every figure of Chinese economic articles, in an audited warehouse.

    \b
    Examples:
      warehouse refresh articles/          load, build, audit, publish
      warehouse extract article.txt        print its figures, one JSON object a line
      warehouse query "SELECT * FROM marts.pilot_summary"
      warehouse COMMAND --help             examples and options of a command
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line: a failure is one line on stderr and its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    if COMPLETION in os.environ:
        group.main(given, prog_name="warehouse", complete_var=COMPLETION)
    from etl.cli.failures import failure_of, report
    from etl.cli.stopping import interruptible

    stopped: list[KeyboardInterrupt] = []
    try:
        with interruptible() as stopped:
            code = _run(given)
            sys.stdout.flush()
    except SystemExit:
        raise
    except BrokenPipeError:
        _drop_output()  # the reader of our output (head, less) has seen enough
        code = 0
    except BaseException as error:  # the outermost line: nothing may end in a trace
        failure = failure_of(stopped[0] if stopped else error, given)
        report(failure, error, verbose=VERBOSE in given)
        code = failure.code
        try:
            sys.stdout.flush()
        except OSError:
            _drop_output()
    sys.exit(code)


def _drop_output() -> None:
    """Let what cannot be written any more go nowhere: the interpreter would fail over it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    try:
        with group.make_context("warehouse", list(given)) as context:  # which takes its arguments off the list
            code = group.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    return code if isinstance(code, int) else 0
