"""Short articles of our own, landed as a refresh lands them, and what the standby holds after a build."""

from __future__ import annotations

import hashlib
from typing import Any

from psycopg import sql

from etl.database import Database
from etl.database.roles import LOADER, OWNER, TRANSFORMER
from etl.documents import Document
from etl.documents.document import Metadata
from etl.extraction import extract
from etl.landing.load import land, withdraw
from etl.publish.standby import begin_build, record_standby
from etl.review import Reviewed
from etl.settings import Settings
from etl.transform import TransformOutcome, transform

FINGERPRINT = "tests"
GDP = "2022年，青岛市地区生产总值为15000亿元，服务业增加值为9300亿元。"
SHARE = "2022年，青岛市服务业增加值占地区生产总值的62%。"
PLANTED = "2022年，青岛市服务业增加值占地区生产总值的72%。"
GROWTH = "2021年，青岛市规上服务业企业营业收入为3041.0亿元，比上年增长42.1%，两年平均增长24.2%。"
PILOTS = "目前，青岛市有2个区域和5家企业成为国家级两业融合试点。已有青啤集团、海尔集团等2家“灯塔工厂”。"
UNCODED = "目前，青岛市选取1200个奇特场景，海克斯康推出26个罕见方案。"


def article(text: str, name: str, *, published: str = "2023", publisher: str = "青岛财经日报") -> Document:
    """An article of `text`, as read from `name`."""
    metadata = Metadata(title=name, publisher=publisher, published=published, published_basis="stated", area="青岛市")
    return Document(name, hashlib.sha256(text.encode()).hexdigest(), text, metadata=metadata)


def land_text(database: Database, text: str, name: str, **metadata: str) -> int:
    """Land an article of `text`; returns its load_id."""
    extraction = extract(article(text, name, **metadata))
    with database.connect(LOADER, autocommit=True) as connection:
        return land(connection, 0, Reviewed(extraction), "fingerprint", "version")


def withdraw_text(database: Database, name: str) -> None:
    """Withdraw what was landed from `name`."""
    with database.connect(LOADER, autocommit=True) as connection:
        withdraw(connection, 0, name, "test")


def quarantine(database: Database, load_id: int) -> None:
    """List a load among the rejected ones, as an audit does."""
    with database.connect(OWNER, autocommit=True) as connection:
        run = connection.execute("INSERT INTO quality.run (status) VALUES ('running') RETURNING run_id").fetchone()
        connection.execute(
            "INSERT INTO quality.rejected_document (run_id, load_id, source_uri, rule, reason)"
            " VALUES (%s, %s, 'test', 'test', 'test')",
            (run[0] if run else None, load_id),
        )


def build(database: Database, settings: Settings, *, full_refresh: bool = False) -> TransformOutcome:
    """Bring the standby up to date as a refresh does, watermark and all."""
    with database.connect(TRANSFORMER, autocommit=True) as connection:
        held = begin_build(connection, FINGERPRINT)
        outcome = transform(database, settings, full_refresh=full_refresh or held is None)
        watermark = connection.execute("SELECT coalesce(max(load_id), 0) FROM staging.load").fetchone()
        record_standby(connection, int(watermark[0]) if watermark else 0, FINGERPRINT)
    return outcome


def content(database: Database, schema: str = "marts_standby") -> dict[str, list[str]]:
    """Every row of every table that dbt builds in a schema, in one order."""
    with database.connect(TRANSFORMER) as connection:
        names = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = %s AND tablename <> 'publication'", (schema,)
        ).fetchall()
        rows: dict[str, list[str]] = {}
        for (name,) in names:
            query = sql.SQL("SELECT built::text FROM {} AS built").format(sql.Identifier(schema, name))
            rows[name] = sorted(row for (row,) in connection.execute(query))
    return rows


def ask(database: Database, query: str, role: str = TRANSFORMER) -> list[tuple[Any, ...]]:
    """Rows of a query on the standby."""
    with database.connect(role) as connection:
        connection.execute("SET search_path = marts_standby")
        return connection.execute(query.encode()).fetchall()
