"""What analysts ask, answered from the digest and from short articles that contradict each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from psycopg import sql

from etl.database import Database
from etl.database.roles import TRANSFORMER
from etl.transform.invoke import run_dbt
from tests.transform.conftest import Built
from tests.transform.texts import ask


@pytest.fixture(scope="module")
def warehouse(built: Built) -> Database:
    """The built warehouse."""
    return built.database


def test_services_of_qingdao(warehouse: Database) -> None:
    rows = ask(
        warehouse,
        "SELECT measure_code, period_code, qualifier_code, value FROM indicator_series"
        " WHERE subject_name_zh = '青岛市' AND indicator_code = 'services_value_added'",
    )
    found = {(measure, period): (qualifier, value) for measure, period, qualifier, value in rows}
    expected = {
        ("level", "2012"): "3603.45",
        ("level", "2013"): "4061.70",
        ("share", "2012"): "48.5",
        ("share", "2022"): "62",
        ("share", "2023-S1"): "64.2",
        ("contribution_rate", "2015"): "55.1",
        ("contribution_rate", "2022"): "73.8",
        ("contribution_rate", "2023-S1"): "69.6",
    }
    assert {key: found.get(key) for key in expected} == {key: ("exact", Decimal(v)) for key, v in expected.items()}
    assert found["share", "2014"] == ("more_than", 50)


@pytest.mark.parametrize(("measure", "value", "other"), [("level", "5469.2", "近5500亿元"), ("share", "59.2", "60%")])
def test_one_value_from_two_claims(warehouse: Database, measure: str, value: str, other: str) -> None:
    rows = ask(
        warehouse,
        "SELECT value, claim_count, agreement_code, choice_reason_code, other_quotes FROM indicator_series"
        f" WHERE indicator_code = 'producer_services_value_added' AND measure_code = '{measure}'"
        " AND period_code = '2022'",
    )
    assert rows == [(Decimal(value), 2, "agree", "more_precise", other)]


def test_pilots_of_qingdao(warehouse: Database) -> None:
    rows = ask(
        warehouse,
        "SELECT programme_code, pilot_level_code, pilot_kind_code, claimed_count, batch_count, level_claimed_count,"
        " named_members FROM pilot_summary WHERE area_name_zh = '青岛市' ORDER BY 1, 2, 3",
    )
    programme = "two_industries_integration"
    assert [row for row in rows if row[0] in (programme, "lighthouse_factory")] == [
        ("lighthouse_factory", "global", "enterprise", 2, None, 2, "海尔集团、青啤集团"),
        (programme, "municipal", "none", 20, 2, 20, None),
        (programme, "national", "area", 2, None, 7, "青岛"),
        (programme, "national", "enterprise", 5, None, 7, None),
        (programme, "provincial", "unit", 7, None, 7, None),
    ]


@pytest.mark.parametrize(
    ("calculation", "indicator", "period", "low", "value", "high"),
    [
        ("5469.2亿元 ÷ 59.2％", "services_value_added", "2022", 9230, "9238.513514", 9247),
        ("(5469.2亿元 ÷ 59.2％) ÷ 62%", "gdp", "2022", 14768, "14900.828248", 15036),
        ("6.7% − 1.6个百分点", "services_value_added", "2023-Q1", 4.9, "5.1", 5.3),
        ("5469.2亿元 ÷ (1 + 6.5％)", "producer_services_value_added", "2021", 5132, "5135.399061", 5139),
        ("59.2％ − 3.1个百分点", "producer_services_value_added", "2021", 55.9, "56.1", 56.3),
        ("3041.0亿元 ÷ (1 + 42.1%)", "above_scale_services_revenue", "2020", 2138, "2140.042224", 2142),
        ("(1 + 24.2%)² ÷ (1 + 42.1%) − 1", "above_scale_services_revenue", "2020", 8.3, "8.554821", 8.8),
        ("2家 ÷ 1/10", "lighthouse_factories", "2023", 18, "20", 23),
    ],
)  # fmt: skip
def test_what_the_digest_implies(
    warehouse: Database, calculation: str, indicator: str, period: str, low: float, value: str, high: float
) -> None:
    rows = ask(
        warehouse,
        "SELECT verdict_code, expected_value, lower(expected_range) / scale, upper(expected_range) / scale"
        " FROM (SELECT *, expected_value_base / expected_value AS scale FROM fct_reconciliation"
        " JOIN dim_indicator USING (indicator_key) JOIN dim_period USING (period_key)) AS checks"
        f" WHERE indicator_code = '{indicator}' AND period_code = '{period}'"
        f" AND calculation_text = '{calculation}'",
    )
    assert [(verdict, expected) for verdict, expected, *_ in rows] == [("implied", Decimal(value))]
    assert low < rows[0][2] <= Decimal(value) <= rows[0][3] < high


def test_two_lower_bounds_bound_no_quotient(warehouse: Database) -> None:
    rows = ask(
        warehouse,
        "SELECT DISTINCT verdict_code, verdict_reason_code, expected_range::text FROM fct_reconciliation"
        " WHERE calculation_text ~ '超过1800.*÷ 超过12'",
    )
    assert rows == [("undetermined", "only_bounds", "(,)")]


def test_the_planted_contradiction_is_found_and_nothing_else(warehouse: Database) -> None:
    rows = ask(
        warehouse,
        "SELECT identity_kind_code, claimed_text, calculation_text, claimed_evidence_text, basis_evidence_text,"
        " gap_base FROM fct_reconciliation WHERE verdict_code = 'contradictory'",
    )
    assert rows
    for _, claimed, calculation, claimed_sentence, basis, gap in rows:
        assert "72%" in claimed + calculation
        assert "72%" in claimed_sentence + basis
        assert gap > 0
    assert {"share", "repeat"} == {row[0] for row in rows}


def test_rounding_is_no_contradiction(warehouse: Database) -> None:
    rows = ask(
        warehouse,
        "SELECT claimed_text FROM fct_reconciliation WHERE verdict_code = 'consistent' AND claimed_text ~ '60%'",
    )
    assert rows


def test_what_was_known_on_a_date(warehouse: Database) -> None:
    query = (
        "SELECT value, vintage_number, revision_pct FROM {}.as_of('{}')"
        " WHERE indicator_code = 'gdp' AND subject_name_zh = '烟台市' AND period_code = '2021'"
    )
    first, revised = (Decimal(10000), 1, None), (Decimal(10100), 2, Decimal("1.000000"))
    assert ask(warehouse, query.format("marts_standby", "2021-12-31")) == []
    assert ask(warehouse, query.format("marts_standby", "2022-12-31")) == [first]
    assert ask(warehouse, query.format("marts_standby", "2023-05-31")) == [revised]


def test_as_of_follows_its_schema_through_a_swap(warehouse: Database) -> None:
    with warehouse.connect(TRANSFORMER) as connection:
        for old, new in [("marts", "aside"), ("marts_standby", "marts"), ("aside", "marts_standby")]:
            statement = sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new))
            connection.execute(statement)
        row = connection.execute("SELECT count(*) FROM marts.as_of('2024-01-01')").fetchone()
        connection.rollback()
    assert row
    assert row[0] > 0


def test_what_dbt_tests_of_data_and_models(built: Built) -> None:
    run_dbt(built.database, built.settings, "test")
