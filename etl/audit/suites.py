"""The suites of `expectations/`: Great Expectations' own JSON, and beside each the query of the rows it judges.

Read without Great Expectations, so that the report and the reference can name the rules without importing it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Rule:
    """One expectation: what it is called, how grave its failure is, and what it says in two languages."""

    name: str
    expectation: str
    columns: Sequence[str]
    severity: str
    description_en: str
    description_zh: str


@dataclass(frozen=True)
class Suite:
    """The rules of one audited table."""

    path: Path

    @cached_property
    def content(self) -> dict[str, Any]:
        """The suite as Great Expectations reads it."""
        loaded: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return loaded

    @property
    def name(self) -> str:
        """The name of the suite, which is that of its files."""
        return self.path.stem

    @property
    def stage(self) -> str:
        """When it is judged: `staging` before the build, `marts` after it."""
        return str(self.content["meta"]["stage"])

    @property
    def table(self) -> str:
        """The audited table."""
        return str(self.content["meta"]["table"])

    @property
    def keys(self) -> list[str]:
        """The columns that name a row."""
        return list(self.content["meta"]["keys"])

    @property
    def evidence(self) -> list[str]:
        """The columns that a person needs to see of a row that fails."""
        return list(self.content["meta"]["evidence"])

    @property
    def query(self) -> str:
        """The rows in scope, and what is computed beside them for the rules."""
        return self.path.with_suffix(".sql").read_text(encoding="utf-8")

    @cached_property
    def rules(self) -> list[Rule]:
        """The expectations, in their order."""
        return [_rule(expectation) for expectation in self.content["expectations"]]


def load_suites(folder: Path, stage: str | None = None) -> list[Suite]:
    """The suites of one stage (default: all), by name."""
    suites = [Suite(path) for path in sorted(folder.glob("*.json"))]
    return [suite for suite in suites if stage in (None, suite.stage)]


def rules_fingerprint(suites: Sequence[Suite]) -> str:
    """A hash of the rules and of the queries that they judge: what passed other rules is judged again."""
    digest = hashlib.sha256()
    for suite in suites:
        digest.update(json.dumps(suite.content, sort_keys=True).encode())
        digest.update(suite.query.encode())
    return digest.hexdigest()[:16]


def _rule(expectation: dict[str, Any]) -> Rule:
    arguments, meta = expectation["kwargs"], expectation["meta"]
    named = [arguments[name] for name in ("column", "column_A", "column_B") if name in arguments]
    return Rule(
        name=meta["rule"],
        expectation=expectation["type"],
        columns=named + list(arguments.get("column_list", [])),
        severity=expectation["severity"],
        description_en=expectation["description"],
        description_zh=meta["description_zh"],
    )
