"""Articles to audit: the digest that ships, and copies of it with one thing wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from etl.database import Database
from etl.database.roles import BI_READER, LOADER
from etl.documents import Document, read_document
from etl.extraction import extract
from etl.extraction.model import Extraction, Observation
from etl.landing.load import land
from etl.review import Reviewed
from etl.settings import PROJECT_DIR

DIGEST = PROJECT_DIR / "articles" / "qingdao-two-industries.md"
Change = Callable[[Extraction], Extraction]


def article(source_uri: str = "digest.md") -> Document:
    """The digest, under any name."""
    return replace(read_document(DIGEST), source_uri=source_uri)


def land_article(database: Database, source_uri: str = "digest.md", change: Change | None = None) -> int:
    """Land the digest, changed as asked; returns the load_id."""
    extraction = extract(article(source_uri))
    if change is not None:
        extraction = change(extraction)
    with database.connect(LOADER, autocommit=True) as connection:
        return land(connection, 0, Reviewed(extraction), "fingerprint", "version")


def change_observation(measure: str, /, **fields: object) -> Change:
    """Change the first observation of `measure`."""

    def change(extraction: Extraction) -> Extraction:
        observations = list(extraction.observations)
        position = next(index for index, item in enumerate(observations) if item.measure == measure)
        observations[position] = observations[position]._replace(**fields)  # type: ignore[arg-type]
        return replace(extraction, observations=tuple(observations))

    return change


def first(extraction: Extraction, measure: str) -> Observation:
    """The first observation of `measure`."""
    return next(item for item in extraction.observations if item.measure == measure)


def read(database: Database, query: str) -> list[Any]:
    """What BI reads."""
    with database.connect(BI_READER) as connection:
        return connection.execute(query.encode()).fetchall()
