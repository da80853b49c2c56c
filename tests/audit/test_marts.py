"""The audit of the built standby: what breaks a grave rule is never published."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from etl.audit import Auditor, audit_marts, audit_staging
from etl.database import Database
from etl.database.roles import SUPERUSER, TRANSFORMER
from etl.errors import AuditError
from etl.publish import Run, begin_build, fingerprint, start_run
from etl.settings import Settings
from etl.transform import transform
from tests.audit.articles import land_article, read


@pytest.fixture(scope="module")
def auditor(database: Database, settings: Settings) -> Iterator[Auditor]:
    """With the digest built into the standby."""
    with Auditor(database) as opened, start_run(database) as run:
        land_article(database)
        assert audit_staging(database, settings, run.run_id, opened) == []
        with database.connect(TRANSFORMER, autocommit=True) as connection:
            begin_build(connection, fingerprint(settings))
        transform(database, settings, full_refresh=True)
        run.finish("failed")
        yield opened


@pytest.fixture
def run(database: Database) -> Iterator[Run]:
    with start_run(database) as opened:
        yield opened
        opened.finish("failed")


def test_a_good_build_passes(database: Database, settings: Settings, auditor: Auditor, run: Run) -> None:
    outcome = audit_marts(database, settings, run.run_id, auditor)
    assert outcome.expectations > 35
    suites = read(
        database,
        f"SELECT suite, max(element_count) FROM validation_result WHERE run_id = {run.run_id} GROUP BY suite",
    )
    elements = dict(suites)
    assert elements["marts_document"] == 1
    assert elements["marts_observation"] > 60


POISONS = {
    "claim_share_range": "UPDATE {s}.fct_observation SET value_base = 148 WHERE quote = '48.5%'",
    "document_observations_built": "DELETE FROM {s}.fct_observation WHERE quote = '48.5%'",
    "claim_area_exists": "UPDATE {s}.fct_observation SET area_key = gen_random_uuid() WHERE quote = '48.5%'",
    "document_dispositions_sum": "UPDATE {s}.document_coverage SET date_mention_count = date_mention_count + 1",
    "document_published_once": "DELETE FROM {s}.dim_document",
    "series_value_is_claimed": "UPDATE {s}.indicator_series SET value_base = 1 WHERE period_code = '2012'",
    "pilot_level_is_sum_of_kinds": "UPDATE {s}.pilot_summary SET level_claimed_count = 1000",
    "consistent_ranges_meet": "UPDATE {s}.fct_reconciliation SET expected_range = numrange(1, 2)"
    " WHERE verdict_code = 'consistent'",
}


@pytest.mark.parametrize("rule", POISONS)
def test_a_poisoned_table_stops_the_publication(
    database: Database, settings: Settings, auditor: Auditor, run: Run, rule: str
) -> None:
    table = POISONS[rule].split("{s}.")[1].split()[0]
    with database.connect(SUPERUSER, autocommit=True) as connection:
        # what dbt's own constraints would have refused must not pass the audit either
        connection.execute("SET session_replication_role = replica")
        connection.execute(f"CREATE TABLE intermediate.kept AS SELECT * FROM marts_standby.{table}".encode())
        changed = connection.execute(POISONS[rule].format(s="marts_standby").encode()).rowcount
        assert changed > 0
        try:
            with pytest.raises(AuditError, match=r"what is published is unchanged") as raised:
                audit_marts(database, settings, run.run_id, auditor)
        finally:
            connection.execute(f"DELETE FROM marts_standby.{table}".encode())
            connection.execute(f"INSERT INTO marts_standby.{table} SELECT * FROM intermediate.kept".encode())
            connection.execute("DROP TABLE intermediate.kept")
    assert "\n" not in str(raised.value)
    failed = read(
        database,
        f"SELECT expectation, unexpected_count, unexpected_rows IS NOT NULL FROM validation_result"
        f" WHERE run_id = {run.run_id} AND NOT is_success AND severity = 'critical'",
    )
    assert (rule, True) in {(name, count > 0 and rows) for name, count, rows in failed}
