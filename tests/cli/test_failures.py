"""What goes wrong on the command line: one line, the right code, and a trace only where it is asked for."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from etl.cli import main
from etl.cli.commands import COMMANDS
from etl.cli.failures import BUG, UNUSABLE, failure_of
from etl.cli.status import command as status
from etl.errors import DocumentError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WAREHOUSE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def ended(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """(exit code, stdout, stderr) of a command in this process."""
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    output, errors = capsys.readouterr()
    return int(exit_.value.code or 0), output, errors


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "etl", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_alone_it_prints_help(capsys: pytest.CaptureFixture[str]) -> None:
    code, output, errors = ended(capsys)
    assert (code, errors) == (0, "")
    assert all(name in output for name in COMMANDS)


@pytest.mark.parametrize(
    ("typed", "meant"), [("refrech", "refresh"), ("quary", "query"), ("initdb", "init-db"), ("extrat", "extract")]
)
def test_a_mistyped_command_names_the_nearest(capsys: pytest.CaptureFixture[str], typed: str, meant: str) -> None:
    assert ended(capsys, typed) == (
        2,
        "",
        f"warehouse: there is no command '{typed}', did you mean {meant}?; see warehouse --help\n",
    )


@pytest.mark.parametrize("arguments", [["zzz"], ["query"], ["extract", "--jsn", "x"], ["review", "--below", "x"]])
def test_a_mistake_is_one_line_that_names_the_help(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    code, output, errors = ended(capsys, *arguments)
    assert (code, output) == (2, "")
    assert re.fullmatch(r"warehouse: .+; see warehouse( [a-z-]+)? --help\n", errors)


def failing_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(status, "callback", fail)


@pytest.mark.parametrize("verbose", [[], ["before"], ["after"]])
def test_a_trace_where_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verbose: list[str]
) -> None:
    failing_with(monkeypatch, DocumentError("a.txt: empty", "write something"))
    arguments = ["status"]
    if verbose:
        arguments.insert(0 if verbose == ["before"] else 1, "--verbose")
    code, _, errors = ended(capsys, *arguments)
    assert code == 3
    assert errors.endswith("warehouse: a.txt: empty; write something\n")
    assert ("Traceback" in errors) == bool(verbose)


def test_a_bug_says_so_and_keeps_its_trace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    failing_with(monkeypatch, KeyError("lost\nkey"))
    code, _, errors = ended(capsys, "status")
    assert code == BUG
    assert len(errors.splitlines()) == 1 and "this is a bug" in errors
    (kept,) = (home / "errors").iterdir()
    assert str(kept) in errors
    text = kept.read_text()
    assert "Traceback" in text and "arguments: ['status']" in text
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_bug_where_the_state_cannot_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    monkeypatch.setenv("WAREHOUSE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "temporary"))
    failure = failure_of(ValueError("odd"), ["status"])
    assert failure.code == BUG
    (kept,) = (tmp_path / "temporary").iterdir()
    assert str(kept) in failure.message


def test_a_full_disk_is_no_bug() -> None:
    failure = failure_of(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "figures.csv"), [])
    assert failure.code == UNUSABLE
    assert failure.message == "figures.csv: no space left on device; make room or choose another place"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_output_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "etl", "--help"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == UNUSABLE
    assert done.stderr.splitlines()[0] == "warehouse: no space left on device; make room or choose another place"


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(
            "2023年，全市服务业增加值3603.45亿元，增长6.7%。\n" * 20, encoding="utf-8"
        )
    line = f"set -o pipefail; {sys.executable} -m etl extract {tmp_path} | head -n 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("number", "code", "said"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_ctrl_c_and_sigterm_end_cleanly(tmp_path: Path, number: int, code: int, said: str) -> None:
    article = tmp_path / "a.txt"
    os.mkfifo(article)  # reading it takes for ever
    script = "import sys; print('up', flush=True); from etl.cli import main; main(['extract', sys.argv[1]])"
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(article)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "up\n"
    time.sleep(2.0)
    process.send_signal(number)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (code, "")
    assert errors == f"warehouse: {said}; nothing is half-published\n"


def test_a_library_that_swallows_the_interruption() -> None:
    script = """
import os, signal
from etl.cli import main
from etl.cli.status import command
from etl.errors import TransformError
def callback(**_):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        signal.pause()
    except BaseException:
        raise TransformError("dbt build: ")
command.callback = callback
main(["status"])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (143, "warehouse: terminated; nothing is half-published\n")


def test_abort_of_click_is_an_interruption() -> None:
    assert failure_of(click.Abort(), []).code == 130
