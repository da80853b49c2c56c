"""What a refresh ends with: what is in the warehouse, what the audit found, where to look, how to connect."""

from __future__ import annotations

import click

from etl.refresh import NOTHING_NEW, RefreshOutcome
from etl.settings import Settings


def print_summary(settings: Settings, outcome: RefreshOutcome, seconds: float) -> None:
    """Print the outcome in a few lines."""
    landing = outcome.landing
    if outcome.status == NOTHING_NEW:
        click.echo(f"Nothing new: {plural(landing.unchanged, 'article')} unchanged; checked in {seconds:.1f} s.")
        return
    publication = outcome.publication
    if publication is None:
        return
    new = f"{plural(len(landing.landed), 'article')} new or changed"
    click.echo(
        f"Published in {seconds:.1f} s: {plural(publication.document_count, 'article')},"
        f" {plural(publication.observation_count, 'figure')} ({new})."
    )
    lines = {
        "mentions": f"{plural(landing.mentions, 'number')} found in what is new,"
        f" {plural(landing.observations, 'figure')} among them, none unaccounted for",
        "audit": f"{plural(outcome.expectations, 'expectation')} checked, {plural(outcome.warnings, 'warning')},"
        f" {plural(len(outcome.quarantined), 'article')} set aside",
        "withdrawn": ", ".join(landing.withdrawn),
        "report": str(outcome.report or ""),
        "ask": 'warehouse query "SELECT * FROM marts.pilot_summary"',
        "connect": "warehouse serve",
    }
    for name, text in lines.items():
        if text:
            click.echo(f"  {name:<10}{text}")


def plural(number: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
