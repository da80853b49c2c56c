"""One invocation of dbt that brings marts_standby up to date with staging."""

from __future__ import annotations

import time
from dataclasses import dataclass

from etl.database import Database
from etl.settings import Settings
from etl.transform.invoke import run_dbt
from etl.transform.state import begin_full_refresh, finish_full_refresh, needs_full_refresh

# views and the vocabulary's tables change with the project only, and a changed project is built afresh
INCREMENTAL_SELECTION = ("--select", "config.materialized:incremental", "--exclude", "tag:vocabulary")
FULL_SELECTION = (
    *("--full-refresh", "--no-partial-parse"),
    *("--exclude-resource-type", "unit_test", "--exclude-resource-type", "test"),
)


@dataclass(frozen=True)
class TransformOutcome:
    """What one build did: models (and seeds) built, rows written, seconds of wall time, dbt's failures (none)."""

    models: int
    rows: int
    seconds: float
    failures: tuple[str, ...] = ()
    is_full_refresh: bool = False


def transform(database: Database, settings: Settings, full_refresh: bool = False) -> TransformOutcome:
    """Build what changed since the standby's watermark; everything, when asked or when the project changed."""
    started = time.perf_counter()
    full_refresh = full_refresh or needs_full_refresh(database, settings.dbt_project_dir)
    if full_refresh:
        begin_full_refresh(database)
    nodes = run_dbt(database, settings, "build" if full_refresh else "run", *_selection(full_refresh))
    if full_refresh:
        finish_full_refresh(database, settings.dbt_project_dir)
    rows = sum(node.adapter_response.get("rows_affected", 0) for node in nodes)
    return TransformOutcome(len(nodes), rows, time.perf_counter() - started, is_full_refresh=full_refresh)


def _selection(full_refresh: bool) -> tuple[str, ...]:
    return FULL_SELECTION if full_refresh else INCREMENTAL_SELECTION
