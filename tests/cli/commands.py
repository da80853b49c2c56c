"""Every command of the command line, as click sees it."""

from __future__ import annotations

import click

from etl.cli import group

CONTEXT = click.Context(group, info_name="warehouse", help_option_names=["-h", "--help"])


def commands() -> dict[str, click.Command]:
    """Name → command."""
    found = {name: group.get_command(CONTEXT, name) for name in group.list_commands(CONTEXT)}
    return {name: command for name, command in found.items() if command is not None}
