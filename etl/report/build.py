"""Gather, draw and write the report."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import psycopg
from jinja2 import Environment, FileSystemLoader, Template, select_autoescape
from markupsafe import Markup, escape

from etl.database import Database
from etl.database.roles import TRANSFORMER
from etl.report.articles import write_article_pages
from etl.report.charts import STEP_NAMES, services_chart, trend_chart
from etl.report.content_facts import DISPOSITIONS, content_facts
from etl.report.run_facts import Row, run_facts
from etl.report.words import DISPOSITION_WORDS, IDENTITY_WORDS, VERDICT_WORDS, headline
from etl.settings import Settings


def build_report(database: Database, settings: Settings, run_id: int) -> Path:
    """Write the report on `run_id` and on what is published; returns its path."""
    folder = settings.reports_dir
    folder.mkdir(parents=True, exist_ok=True)
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        facts = run_facts(connection, run_id)
        facts |= content_facts(connection, facts["publication"], facts["previous"])
        facts["has_model_page"] = (folder / "model.html").exists()
        facts["pages"] = write_article_pages(connection, _shown_loads(facts), folder / "articles")
    page = folder / "index.html"
    partial = page.with_suffix(".partial")
    partial.write_text(_render(facts), encoding="utf-8")
    partial.replace(page)
    return page


def last_run(connection: psycopg.Connection) -> int | None:
    """The latest run that did something: what a report is about unless told."""
    row = connection.execute(
        "SELECT max(run_id) FROM quality.run WHERE kind = 'refresh' AND status NOT IN ('nothing_new', 'running')"
    ).fetchone()
    return row[0] if row else None


def _shown_loads(facts: Row) -> list[int]:
    shown = [row["load_id"] for name in ("coverage", "loads", "quarantined") for row in facts[name]]
    return [load_id for load_id in dict.fromkeys(shown) if load_id is not None]


def _render(facts: Row) -> str:
    return _template().render(
        **facts,
        headline=headline(facts),
        services_svg=Markup(services_chart(facts.get("services", []))),
        trend_svg=Markup(trend_chart(facts["trend"], facts["step_trend"])),
        dispositions=DISPOSITIONS,
        disposition_words=DISPOSITION_WORDS,
        verdict_words=VERDICT_WORDS,
        identity_words=IDENTITY_WORDS,
        step_names=STEP_NAMES,
        written_at=datetime.now(UTC),
    )


def number(value: object) -> str:
    """1234567.50 → 1,234,567.5; None → a dash."""
    if value is None:
        return "–"
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        plain = f"{value:,f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return f"{value:,}" if isinstance(value, int) else str(value)


def marked(sentence: str | None, quote: str | None) -> Markup:
    """The sentence with the quoted figure marked; where it is broken by white space, unmarked."""
    text = sentence or ""
    if not quote or quote not in text:
        return escape(text)
    before, _, after = text.partition(quote)
    return escape(before) + Markup("<mark>") + escape(quote) + Markup("</mark>") + escape(after)


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(["html", "j2"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number
    environment.filters["marked"] = marked
    return environment.get_template("report.html.j2")
