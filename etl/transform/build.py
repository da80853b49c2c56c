"""One invocation of dbt that brings marts_standby up to date with staging."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.database import Database
from etl.errors import TransformError
from etl.settings import Settings
from etl.transform.environment import SILENT, connection_variables, environment
from etl.transform.state import begin_full_refresh, finish_full_refresh, needs_full_refresh

# views and the vocabulary's tables change with the project only, and a changed project is built afresh
INCREMENTAL_SELECTION = ("--select", "config.materialized:incremental")
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
    nodes = list(run_dbt(database, settings, "build" if full_refresh else "run", *_selection(full_refresh)))
    if full_refresh:
        finish_full_refresh(database, settings.dbt_project_dir)
    rows = sum(node.adapter_response.get("rows_affected", 0) for node in nodes)
    return TransformOutcome(len(nodes), rows, time.perf_counter() - started, is_full_refresh=full_refresh)


def run_dbt(database: Database, settings: Settings, command: str, *arguments: str) -> Iterator[Any]:
    """Run a dbt command in this process and give its node results; a failed node is a TransformError."""
    state = settings.home / "dbt"
    with environment({**SILENT, **connection_variables(database)}):
        from dbt.cli.main import dbtRunner  # seconds to import: only when there is something to build

        result = dbtRunner().invoke([command, *_locations(settings.dbt_project_dir, state), *arguments])
    if result.exception is not None:
        raise TransformError(f"dbt {command}: {_one_line(str(result.exception))}", f"see {state / 'logs' / 'dbt.log'}")
    nodes = [node for node in result.result or [] if node.node.resource_type != "exposure"]
    failed = [node for node in nodes if node.status in ("error", "fail", "runtime error")]
    if failed or not result.success:
        raise TransformError(_describe(failed), f"what is published is unchanged; see {state / 'logs' / 'dbt.log'}")
    yield from nodes


def _selection(full_refresh: bool) -> tuple[str, ...]:
    return FULL_SELECTION if full_refresh else INCREMENTAL_SELECTION


def _locations(project_dir: Path, state: Path) -> list[str]:
    return [
        *("--project-dir", str(project_dir), "--profiles-dir", str(project_dir)),
        *("--target-path", str(state / "target"), "--log-path", str(state / "logs")),
        *("--log-level", "none", "--log-level-file", "info", "--quiet", "--no-use-colors"),
        "--no-version-check",
    ]


def _describe(failed: list[Any]) -> str:
    if not failed:
        return "dbt failed without naming a model"
    others = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
    return f"{failed[0].node.name}{others}: {_one_line(failed[0].message or 'no message')}"


def _one_line(message: str) -> str:
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    has_headline = len(lines) > 1 and lines[0].startswith(("Database Error", "Compilation Error"))
    return " ".join(lines[1:3] if has_headline else lines[:2])
