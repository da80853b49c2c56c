"""A small stand-in for what dbt builds: two tables that carry the number of their publication."""

from __future__ import annotations

from etl.database import Database
from etl.database.roles import TRANSFORMER
from etl.publish import begin_build, record_standby

TABLES = ("fct_left", "fct_right")


def build_standby(database: Database, version: int, *, watermark: int = 0, fingerprint: str = "one") -> None:
    """Bring both tables of the standby to `version`, as a refresh would."""
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        begin_build(connection, fingerprint)
        for table in TABLES:
            connection.execute(
                f"CREATE TABLE IF NOT EXISTS marts_standby.{table} (key int PRIMARY KEY, version int)".encode()
            )
            connection.execute(
                f"INSERT INTO marts_standby.{table} SELECT key, %s FROM generate_series(1, 20) AS key"
                " ON CONFLICT (key) DO UPDATE SET version = excluded.version".encode(),
                (version,),
            )
        record_standby(connection, watermark, fingerprint)


def live_version(database: Database, role: str = "bi_reader") -> int:
    """The version that BI sees."""
    with database.connect(role) as connection:
        row = connection.execute("SELECT max(version) FROM marts.fct_left").fetchone()
    assert row is not None
    return int(row[0])
