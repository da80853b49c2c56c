"""What a `console` block types cannot run here (containers, systemd, another server); it exists, option by option."""

from __future__ import annotations

import importlib
import re
import shlex

import click
import pytest

from etl.settings import PROJECT_DIR

FENCE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
TYPED = [
    (str(page.relative_to(PROJECT_DIR)), line.removeprefix("$ ").removeprefix("sudo "))
    for page in sorted((PROJECT_DIR / "docs").rglob("*.md"))
    for block in FENCE.findall(page.read_text(encoding="utf-8"))
    for line in block.splitlines()
    if line.startswith("$ ")
]
ELSEWHERE = ("createdb", "docker", "export", "systemctl", "useradd", "cp", "git", "psql")


@pytest.mark.parametrize(("page", "line"), TYPED)
def test_commands_and_their_options_exist(page: str, line: str) -> None:
    program, *arguments = shlex.split(line.partition(" > ")[0])
    if program == "warehouse":
        command: click.Command = importlib.import_module(f"etl.cli.{arguments[0].replace('-', '_')}").command
        known = {name for parameter in command.params for name in parameter.opts}
        used = {argument.partition("=")[0] for argument in arguments if argument.startswith("-")}
        assert used <= known, page
    elif "/" in program:
        assert (PROJECT_DIR / program).stat().st_mode & 0o100, page
    else:
        assert program in ELSEWHERE, page
    files = [argument for argument in arguments if argument.startswith(("deploy/", "bi/"))]
    assert all((PROJECT_DIR / file).exists() for file in files), page
