"""What a refresh ends with: what is in the warehouse, what the audit found, where to look, how to connect."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from etl.cli.words import plural
from etl.refresh import NOTHING_NEW, RefreshOutcome


def print_summary(outcome: RefreshOutcome, seconds: float) -> None:
    """Print the outcome in a few lines."""
    landing = outcome.landing
    if outcome.publication is None:
        if outcome.status == NOTHING_NEW:
            click.echo(f"Nothing new: {plural(landing.unchanged, 'article')} unchanged, checked in {seconds:.1f} s.")
        return
    published = outcome.publication
    click.echo(
        f"Published in {seconds:.1f} s: {plural(published.document_count, 'article')}"
        f" ({len(landing.landed):,} new or changed), {plural(published.observation_count, 'figure')}."
    )
    lines = {
        "found": f"{plural(landing.mentions, 'number')} in what is new: {plural(landing.observations, 'figure')},"
        " the others dates, names and the like, none unaccounted for",
        "audit": f"{plural(outcome.expectations, 'expectation')} checked, {plural(outcome.warnings, 'warning')},"
        f" {plural(len(outcome.quarantined), 'article')} set aside",
        "withdrawn": ", ".join(landing.withdrawn),
        "report": _short(outcome.report) if outcome.report else "",
        "ask": f'{_program()} query "SELECT * FROM marts.pilot_summary"',
        "connect": f"{_program()} serve",
    }
    for name, text in lines.items():
        if text:
            click.echo(f"  {name:<10}{text}")


def _program() -> str:
    """The command as it can be typed here."""
    called = Path(sys.argv[0])
    if called.name != "warehouse" or shutil.which("warehouse"):
        return "warehouse"
    return _short(called)


def _short(path: Path) -> str:
    absolute, here = path.absolute(), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)
