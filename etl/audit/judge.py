"""Great Expectations at work: one suite against one table of rows in scope.

First all rules at once, asked for yes or no only, which costs a handful of queries however many rules there are; then
the failing ones again, for the rows that break them. This module is imported by the judging process alone.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

os.environ["GX_ANALYTICS_ENABLED"] = "false"  # read at import

import great_expectations as gx
from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.datasource.fluent import PostgresDatasource
from great_expectations.datasource.fluent.interfaces import Batch

from etl.audit.verdict import KEYS_KEPT, Verdict

SCHEMA = "intermediate"


class Judge:
    """Great Expectations with the warehouse as its only source."""

    def __init__(self, url: str) -> None:
        self._context = gx.get_context(mode="ephemeral")
        self._context.variables.progress_bars = {"globally": False}
        self._source: PostgresDatasource = self._context.data_sources.add_postgres("warehouse", connection_string=url)

    def judge(self, suite: Mapping[str, Any], table: str, keys: Sequence[str]) -> list[Verdict]:
        """The verdict on every expectation of `suite` (its JSON), in order."""
        batch = self._batch(table)
        first = batch.validate(_suite(suite, suite["expectations"]), result_format={"result_format": "BOOLEAN_ONLY"})
        outcomes = {_rule(result): result for result in first.results}
        failing = [
            expectation for expectation in suite["expectations"] if not outcomes[expectation["meta"]["rule"]].success
        ]
        details: dict[str, Any] = {}
        if failing:
            detailed = batch.validate(
                _suite(suite, failing),
                result_format={
                    "result_format": "COMPLETE",
                    "unexpected_index_column_names": list(keys),
                    "partial_unexpected_count": KEYS_KEPT,
                    "return_unexpected_index_query": False,
                },
            )
            details = {_rule(result): result for result in detailed.results}
        rules = [expectation["meta"]["rule"] for expectation in suite["expectations"]]
        return [_verdict(suite["name"], rule, details.get(rule, outcomes[rule]), keys) for rule in rules]

    def _batch(self, table: str) -> Batch:
        known = {asset.name for asset in self._source.assets}
        if table in known:
            self._source.delete_asset(table)
        asset = self._source.add_table_asset(table, table_name=table, schema_name=SCHEMA)
        return asset.add_batch_definition_whole_table("rows in scope").get_batch()


def _suite(content: Mapping[str, Any], expectations: Sequence[Mapping[str, Any]]) -> gx.ExpectationSuite:
    return gx.ExpectationSuite(name=content["name"], expectations=[dict(item) for item in expectations])


def _rule(result: ExpectationValidationResult) -> str:
    return str(result.expectation_config.meta["rule"])


def _verdict(suite: str, rule: str, result: ExpectationValidationResult, keys: Sequence[str]) -> Verdict:
    if result.success:
        return Verdict(suite, rule, True)
    failure = _exception(result)
    if failure:
        return Verdict(suite, rule, False, error=failure)
    found = result.to_json_dict()["result"]
    rows = found.get("unexpected_index_list") or []
    return Verdict(
        suite,
        rule,
        False,
        unexpected_count=int(found.get("unexpected_count", len(rows)) or 0),
        observed_value=_observed(found),
        unexpected_keys=[{key: row[key] for key in keys} for row in rows],
    )


def _observed(found: Mapping[str, Any]) -> str | None:
    if "observed_value" in found:
        return str(found["observed_value"])
    values = found.get("unexpected_list") or []
    distinct = list(dict.fromkeys(_plain(value) for value in values))
    return "; ".join(distinct[:5]) + (" …" if len(distinct) > 5 else "") if distinct else None


def _plain(value: object) -> str:
    if isinstance(value, list | tuple):
        return " / ".join(_plain(item) for item in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _exception(result: ExpectationValidationResult) -> str | None:
    """Great Expectations does not raise: what went wrong stands in the result, once or by metric."""
    info = result.exception_info or {}
    for entry in [info, *(value for value in info.values() if isinstance(value, dict))]:
        if entry.get("raised_exception"):
            lines = str(entry.get("exception_message") or "no message").splitlines()
            return lines[0]
    return None
