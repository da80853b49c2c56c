"""Every construction that prose uses to state a figure, by the cases in specs/."""

from __future__ import annotations

import pytest

from etl.settings import PROJECT_DIR
from tests.extraction.comparison import SPECS, Case, differences, load_cases, run


def _parameter(case: Case) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=case.reason)] if case.reason else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in load_cases()])
def test_case(case: Case) -> None:
    extraction = run(case)
    found = differences(case, extraction)
    assert not found, "\n".join(found)


def test_every_construction_is_documented() -> None:
    page = (PROJECT_DIR / "docs" / "reference" / "constructions.md").read_text("utf-8")
    assert [path.stem for path in SPECS.glob("*.yaml") if f"`{path.stem}`" not in page] == []
