"""What is published, since when, from which documents, and what happened last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.rows import class_row

from etl.database import Database
from etl.database.roles import LOADER
from etl.publish.lock import lock_holder

PUBLISHED = """
SELECT publication.publication_id, publication.kind, publication.restored_publication_id, publication.run_id,
    publication.load_watermark, publication.project_fingerprint, publication.document_count,
    publication.observation_count, publication.published_at
FROM quality.publication ORDER BY publication_id DESC LIMIT 1
"""
LAST_RUN = """
SELECT run_id, kind, status, message, started_at, seconds FROM quality.run ORDER BY run_id DESC LIMIT 1
"""
# as of the watermark: the latest landed load of each source that was not withdrawn by then
DOCUMENTS = """
SELECT latest.source_uri, document.title, document.publisher, document.published, latest.load_id,
    document.document_id, document.extractor_version, latest.mention_count, latest.observation_count
FROM (
    SELECT DISTINCT ON (load.source_uri) load.*
    FROM staging.load
    WHERE load.load_id <= %s AND load.status IN ('landed', 'withdrawn')
    ORDER BY load.source_uri, load.load_id DESC
) AS latest
JOIN staging.document ON document.load_id = latest.load_id
WHERE latest.status = 'landed'
ORDER BY latest.source_uri
"""


@dataclass(frozen=True)
class Published:
    """The live publication; one that was rolled back to names the publication it restored."""

    publication_id: int
    kind: str
    restored_publication_id: int | None
    run_id: int
    load_watermark: int
    project_fingerprint: str
    document_count: int
    observation_count: int
    published_at: datetime


@dataclass(frozen=True)
class LastRun:
    """The latest run, successful or not."""

    run_id: int
    kind: str
    status: str
    message: str | None
    started_at: datetime
    seconds: float | None


@dataclass(frozen=True)
class PublishedDocument:
    """One article of the live publication, in the version that is published."""

    source_uri: str
    title: str | None
    publisher: str | None
    published: str | None
    load_id: int
    document_id: str
    extractor_version: str
    mention_count: int
    observation_count: int


@dataclass(frozen=True)
class Status:
    """The warehouse at a glance."""

    published: Published | None
    documents: Sequence[PublishedDocument]
    last_run: LastRun | None
    at_work: str | None
    waiting_loads: int


def status(database: Database) -> Status:
    """Read it; nothing is changed."""
    with database.connect(LOADER, autocommit=True) as connection:
        holder = lock_holder(connection)
        published = connection.cursor(row_factory=class_row(Published)).execute(PUBLISHED).fetchone()
        watermark = published.load_watermark if published else 0
        documents = connection.cursor(row_factory=class_row(PublishedDocument)).execute(DOCUMENTS, (watermark,))
        last_run = connection.cursor(row_factory=class_row(LastRun)).execute(LAST_RUN).fetchone()
        waiting: Any = connection.execute(
            "SELECT count(*) FROM staging.load WHERE load_id > %s AND status <> 'rejected'", (watermark,)
        ).fetchone()
        return Status(published, documents.fetchall(), last_run, str(holder) if holder else None, waiting[0])
