"""What a failure is to the person at the terminal: one line, and an exit code that tells a program which kind."""

from __future__ import annotations

import errno
import os
import platform
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from etl import __version__
from etl.errors import WarehouseError
from etl.settings import Settings

BUG, UNUSABLE, INTERRUPTED, TERMINATED = 70, 74, 130, 143
# what the machine refuses, which is no mistake of the program
REFUSED = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EACCES, errno.EPERM, errno.EMFILE, errno.ENFILE}
CODES = {
    0: "All went well.",
    BUG: "A bug of this program; the line names a file with the trace.",
    UNUSABLE: "A file, folder or device cannot be read or written: no space, no permission, read-only.",
    INTERRUPTED: "Interrupted by Ctrl-C; a publication is never half done.",
    TERMINATED: "Ended by SIGTERM; a publication is never half done.",
}


class Terminated(KeyboardInterrupt):
    """SIGTERM: ends what is at work just as Ctrl-C does."""


@dataclass(frozen=True)
class Failure:
    """One line and an exit code."""

    message: str
    code: int


def failure_of(error: BaseException, arguments: Sequence[str]) -> Failure:
    """What to say of an exception that ended a command; a trace is kept of what nobody expected."""
    if isinstance(error, WarehouseError):
        return Failure(str(error), error.exit_code)
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else "warehouse"
        return Failure(f"{error.format_message().rstrip('.')}; see {path} --help", error.exit_code)
    if isinstance(error, click.ClickException):
        return Failure(error.format_message(), error.exit_code)
    if isinstance(error, Terminated):
        return Failure("terminated; nothing is half-published", TERMINATED)
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return Failure("interrupted; nothing is half-published", INTERRUPTED)
    if isinstance(error, OSError) and error.errno in REFUSED:
        what = f"{error.filename}: " if error.filename else ""
        return Failure(f"{what}{(error.strerror or str(error)).lower()}; make room or choose another place", UNUSABLE)
    return Failure(_bug(error, arguments), BUG)


def _bug(error: BaseException, arguments: Sequence[str]) -> str:
    said = " ".join(str(error).split())[:200]
    what = f"{type(error).__name__}: {said}" if said else type(error).__name__
    kept = _keep_trace(error, arguments)
    where = f"the trace is in {kept}" if kept else "--verbose shows the trace"
    return f"this is a bug of warehouse, not a mistake of yours ({what}); {where}, please report it"


def _keep_trace(error: BaseException, arguments: Sequence[str]) -> Path | None:
    """Write the trace under the state directory, or where temporary files go; None where neither can be written."""
    heading = [
        f"warehouse {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {list(arguments)}",
        "",
    ]
    text = "\n".join(heading) + "".join(traceback.format_exception(error))
    name = f"{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}.txt"
    for folder in (_state_folder(), Path(tempfile.gettempdir())):
        if folder is None:
            continue
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.touch(mode=0o600)
            path.write_text(text, encoding="utf-8")
        except OSError:
            continue
        return path
    return None


def _state_folder() -> Path | None:
    try:
        return Settings.from_environment().home / "errors"
    except WarehouseError:
        return None


def report(failure: Failure, error: BaseException, *, verbose: bool) -> None:
    """Print it, after the trace where that was asked for."""
    if verbose:
        traceback.print_exception(error, file=sys.stderr)
    click.echo(f"warehouse: {failure.message}", err=True)
