"""`--help`: every command explains itself in the same way, and its examples are commands that it accepts."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from click.testing import CliRunner

from etl.cli import group
from etl.cli.commands import COMMANDS
from tests.cli.commands import CONTEXT, commands

EXAMPLE = re.compile(r"^      (warehouse .*?)(?: {2,}.*| > .*)?$", re.MULTILINE)
EXAMPLES = [(name, line) for name, command in commands().items() for line in EXAMPLE.findall(command.help or "")]


def test_every_command_is_there() -> None:
    assert set(commands()) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_itself(name: str) -> None:
    command = commands()[name]
    assert name in [example for example, _ in EXAMPLES]
    assert command.name == name
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert not parameter.help.endswith(".") and parameter.help[0] == parameter.help[0].lower(), parameter.help


@pytest.mark.parametrize(("name", "line"), EXAMPLES)
def test_an_example_is_accepted(name: str, line: str) -> None:
    program, command_name, *arguments = shlex.split(line)
    assert (program, command_name) == ("warehouse", name)
    commands()[name].make_context(name, arguments, CONTEXT).close()  # parses, and does nothing yet


def test_help_is_printed_for_every_command() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(group, [name, "--help"])
        assert result.exit_code == 0
        assert "Examples:" in result.output and "--verbose" in result.output
