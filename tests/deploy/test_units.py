"""The systemd units and the cron line start commands that exist, and systemd and cron understand them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from etl.schedule.cron import cron_trigger
from etl.settings import PROJECT_DIR

DEPLOY = PROJECT_DIR / "deploy"
INSTALLED = "/opt/article-warehouse"
UNITS = sorted(path.name for path in DEPLOY.iterdir() if path.suffix in {".service", ".timer"})


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze") or pytest.skip("systemd-analyze is not installed")
    home = tmp_path / "installed"
    warehouse = home / ".venv" / "bin" / "warehouse"
    warehouse.parent.mkdir(parents=True)
    warehouse.write_text("#!/bin/sh\n")
    warehouse.chmod(0o755)
    for name in UNITS:
        (tmp_path / name).write_text((DEPLOY / name).read_text().replace(INSTALLED, str(home)))
    command = [program, "verify", "--man=no", *(str(tmp_path / name) for name in UNITS)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    complaints = [line for line in result.stderr.splitlines() if "article-warehouse" in line]
    assert (result.returncode, complaints) == (0, []), result.stderr


def test_the_timer_means_six_in_the_morning() -> None:
    program = shutil.which("systemd-analyze") or pytest.skip("systemd-analyze is not installed")
    calendar = re.search(r"^OnCalendar=(.*)$", (DEPLOY / "article-warehouse.timer").read_text(), re.MULTILINE)
    assert calendar is not None
    told = subprocess.run([program, "calendar", calendar[1]], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Next elapse: .* 06:00:00", told)


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_units_start_commands_with_options_that_exist(name: str) -> None:
    started = re.search(r"^ExecStart=\S+/warehouse (\S+)(.*)$", (DEPLOY / name).read_text(), re.MULTILINE)
    assert started is not None
    _expect_options(started[1], started[2])


def test_the_cron_line_is_one() -> None:
    (line,) = [line for line in (DEPLOY / "crontab").read_text().splitlines() if not line.startswith("#")]
    cron_trigger(" ".join(line.split()[:5]))
    started = re.search(r"warehouse (refresh)(.*) > ", line)
    assert started is not None
    _expect_options(started[1], started[2])


def _expect_options(command: str, arguments: str) -> None:
    import importlib

    import click

    loaded: click.Command = importlib.import_module(f"etl.cli.{command}").command
    known = {name for parameter in loaded.params for name in parameter.opts}
    used = set(re.findall(r"--[a-z-]+", arguments))
    assert used <= known
