"""dbt in this process: one invocation, its results, and one clear line when it fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.database import Database
from etl.errors import TransformError
from etl.settings import Settings
from etl.transform.environment import SILENT, connection_variables, environment

if TYPE_CHECKING:
    from dbt.cli.main import dbtRunnerResult

BUILT_TYPES = ("model", "seed")
FAILED = ("error", "fail", "runtime error")


def artifacts_dir(settings: Settings) -> Path:
    """Where dbt leaves its manifest, catalog and compiled SQL."""
    return settings.home / "dbt" / "target"


def run_dbt(database: Database, settings: Settings, *command: str) -> list[Any]:
    """Run a dbt command on nodes and give the results of what it built; a failed node is a TransformError."""
    result = invoke(database, settings, *command)
    nodes = list(result.result or [])
    failed = [node for node in nodes if node.status in FAILED]
    if failed or not result.success:
        raise TransformError(_describe(failed), f"what is published is unchanged; see {_log(settings)}")
    return [node for node in nodes if node.node.resource_type in BUILT_TYPES]


def invoke(database: Database, settings: Settings, *command: str) -> dbtRunnerResult:
    """Run any dbt command; raises TransformError where dbt itself fails."""
    with environment({**SILENT, **connection_variables(database)}):
        from dbt.cli.main import dbtRunner  # seconds to import: only when there is something to build

        result = dbtRunner().invoke([*command, *_locations(settings)])
    if result.exception is not None:
        raise TransformError(f"dbt {command[0]}: {_one_line(str(result.exception))}", f"see {_log(settings)}")
    return result


def _locations(settings: Settings) -> list[str]:
    project = str(settings.dbt_project_dir)
    return [
        *("--project-dir", project, "--profiles-dir", project),
        *("--target-path", str(artifacts_dir(settings)), "--log-path", str(_log(settings).parent)),
        *("--log-level", "none", "--log-level-file", "info", "--quiet", "--no-use-colors"),
        "--no-version-check",
    ]


def _log(settings: Settings) -> Path:
    return settings.home / "dbt" / "logs" / "dbt.log"


def _describe(failed: list[Any]) -> str:
    if not failed:
        return "dbt failed without naming a model"
    others = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
    return f"{failed[0].node.name}{others}: {_one_line(failed[0].message or 'no message')}"


def _one_line(message: str) -> str:
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    has_headline = len(lines) > 1 and lines[0].startswith(("Database Error", "Compilation Error"))
    return " ".join(lines[1:3] if has_headline else lines[:2])
