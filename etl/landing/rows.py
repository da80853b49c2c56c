"""Extraction results as rows of the staging tables, in the order of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from etl.database import tables
from etl.extraction.identity import observation_ids
from etl.extraction.model import Extraction
from etl.extraction.text.evidence import Sentences
from etl.review import Note, Reviewed

Row = tuple[Any, ...]
NO_NOTE = Note("", None, None)


def mention_rows(load_id: int, extraction: Extraction) -> Iterator[Row]:
    """One row per mention, in text order."""
    for index, mention in enumerate(extraction.mentions):
        yield _ordered(
            tables.mention,
            load_id=load_id,
            mention_index=index,
            document_id=extraction.document.sha256,
            start=mention.start,
            end=mention.end,
            quote=mention.quote,
            kind=mention.kind,
            disposition=mention.disposition,
            reason=mention.reason,
            observation_count=len(mention.observation_indexes),
        )


def observation_rows(load_id: int, reviewed: Reviewed) -> Iterator[Row]:
    """One row per observation, with the sentence that claims it and a person's verdict on it."""
    extraction = reviewed.extraction
    document = extraction.document
    mention_of = {
        position: index for index, mention in enumerate(extraction.mentions) for position in mention.observation_indexes
    }
    identities = observation_ids(extraction)
    sentences = Sentences(document)
    names = [column.name for column in tables.observation.columns]
    for index, observation in enumerate(extraction.observations):
        fields = {name: getattr(observation, name) for name in names if hasattr(observation, name)}
        note = reviewed.notes.get(index, NO_NOTE)
        yield _ordered(
            tables.observation,
            **fields,
            load_id=load_id,
            observation_index=index,
            observation_id=identities[index],
            document_id=document.sha256,
            mention_index=mention_of[index],
            evidence_text=sentences.around(observation.start, observation.end),
            review_verdict=note.verdict or None,
            reviewed_by=note.reviewer,
            review_note=note.note,
        )


def designation_rows(load_id: int, extraction: Extraction) -> Iterator[Row]:
    """One row per named member of a pilot programme."""
    for index, designation in enumerate(extraction.pilot_designations):
        names = [column.name for column in tables.pilot_designation.columns if hasattr(designation, column.name)]
        yield _ordered(
            tables.pilot_designation,
            **{name: getattr(designation, name) for name in names},
            load_id=load_id,
            designation_index=index,
            document_id=extraction.document.sha256,
        )


def _ordered(table: Table, **fields: object) -> Row:
    return tuple(fields.get(column.name) for column in table.columns)
