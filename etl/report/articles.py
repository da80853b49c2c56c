"""A page for each article that the report names: what staging holds of it, shown in its text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import psycopg
from psycopg.rows import dict_row

from etl.documents import Document, Metadata
from etl.documents.front_matter import split_front_matter
from etl.explain import render_article
from etl.extraction.model import Extraction, Mention, Observation, PilotDesignation
from etl.report.run_facts import Row, fetch
from etl.review import Note, Reviewed

DOCUMENT = "SELECT * FROM staging.document WHERE load_id = %(load_id)s"
MENTIONS = "SELECT * FROM staging.mention WHERE load_id = %(load_id)s ORDER BY mention_index"
OBSERVATIONS = "SELECT * FROM staging.observation WHERE load_id = %(load_id)s ORDER BY observation_index"
DESIGNATIONS = "SELECT * FROM staging.pilot_designation WHERE load_id = %(load_id)s ORDER BY designation_index"


def write_article_pages(connection: psycopg.Connection, load_ids: Iterable[int], folder: Path) -> dict[int, str]:
    """Write the pages that are not there yet; a load never changes. Returns their names by load_id."""
    folder.mkdir(parents=True, exist_ok=True)
    pages: dict[int, str] = {}
    for load_id in load_ids:
        page = folder / f"{load_id}.html"
        if not page.is_file():
            staged = staged_article(connection, load_id)
            if staged is None:
                continue
            partial = page.with_suffix(".partial")
            partial.write_text(render_article(staged.extraction, staged.notes), encoding="utf-8")
            partial.replace(page)
        pages[load_id] = f"{folder.name}/{page.name}"
    return pages


def staged_article(connection: psycopg.Connection, load_id: int) -> Reviewed | None:
    """The extraction of a load and what was said of it, read back from staging."""
    document = connection.cursor(row_factory=dict_row).execute(DOCUMENT, {"load_id": load_id}).fetchone()
    if document is None:
        return None
    observations = fetch(connection, OBSERVATIONS, load_id=load_id)
    made_of: dict[int, list[int]] = {}
    for index, row in enumerate(observations):
        made_of.setdefault(row["mention_index"], []).append(index)
    mentions = fetch(connection, MENTIONS, load_id=load_id)
    extraction = Extraction(
        _document(document),
        tuple(
            Mention(**_fields(Mention, row), observation_indexes=tuple(made_of.get(row["mention_index"], ())))
            for row in mentions
        ),
        tuple(Observation(**_fields(Observation, row)) for row in observations),
        tuple(
            PilotDesignation(**_fields(PilotDesignation, row))
            for row in fetch(connection, DESIGNATIONS, load_id=load_id)
        ),
    )
    notes = {
        index: Note(row["review_verdict"], row["reviewed_by"], row["review_note"])
        for index, row in enumerate(observations)
        if row["review_verdict"]
    }
    return Reviewed(extraction, notes)


def _document(row: Row) -> Document:
    names = ("title", "publisher", "author", "published", "published_basis", "area")
    metadata = Metadata(**{name: row[name] for name in names}, source=row["source_url"])
    has_front_matter = row["format"] in ("text", "markdown")
    return Document(
        source_uri=row["source_uri"],
        sha256=row["document_id"],
        text=row["body_text"],
        body_start=split_front_matter(row["body_text"], row["source_uri"])[1] if has_front_matter else 0,
        metadata=metadata,
        format=row["format"],
        encoding=row["encoding"],
    )


def _fields(kind: type[Observation | Mention | PilotDesignation], row: Row) -> Row:
    return {name: row[name] for name in kind._fields if name in row}
