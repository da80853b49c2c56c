"""The suites as files: complete, in two languages, what Great Expectations itself reads, and described in the docs."""

from __future__ import annotations

import re

import pytest

from etl.audit.reference import reference
from etl.audit.suites import Suite, load_suites, rules_fingerprint
from etl.settings import PROJECT_DIR

SUITES = load_suites(PROJECT_DIR / "expectations")
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_there_are_suites_for_both_stages() -> None:
    assert {suite.stage for suite in SUITES} == {"staging", "marts"}


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_a_suite_is_complete(suite: Suite) -> None:
    names = [rule.name for rule in suite.rules]
    assert len(names) == len(set(names))
    for rule in suite.rules:
        assert rule.severity in ("critical", "warning")
        assert HAN.search(rule.description_zh) and not HAN.search(rule.description_en)
        assert rule.description_en.endswith(".") and rule.description_zh.endswith("。")
        for column in rule.columns:
            assert re.search(rf"\b{re.escape(column)}\b", suite.query), f"{rule.name}: {column} is not in the query"
    for column in [*suite.keys, *suite.evidence]:
        assert re.search(rf"\b{re.escape(column)}\b", suite.query)


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_great_expectations_reads_a_suite(suite: Suite) -> None:
    import great_expectations as gx

    read = gx.ExpectationSuite(name=suite.content["name"], expectations=list(suite.content["expectations"]))
    assert [item.severity.value for item in read.expectations] == [rule.severity for rule in suite.rules]


def test_a_changed_rule_changes_the_fingerprint(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("expectations")
    for suite in SUITES:
        for suffix in (".json", ".sql"):
            source = suite.path.with_suffix(suffix)
            (folder / source.name).write_bytes(source.read_bytes())
    before = rules_fingerprint(load_suites(folder))
    assert before == rules_fingerprint(SUITES)
    path = folder / "staging_observation.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"max_value": 100', '"max_value": 101', 1), encoding="utf-8"
    )
    assert rules_fingerprint(load_suites(folder)) != before


def test_the_reference_is_up_to_date() -> None:
    page = PROJECT_DIR / "docs" / "reference" / "expectations.md"
    assert page.read_text(encoding="utf-8") == reference(SUITES), (
        "run: python -m etl.audit.reference > docs/reference/expectations.md"
    )
