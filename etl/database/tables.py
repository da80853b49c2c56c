"""The tables that Python writes: `staging` (what was landed) and `quality` (what happened and what was found).

After a change here: python scripts/make_migration.py "What changed".

Staging is append-only by load: a new load of a source supersedes the one before (`is_current`), whose rows stay.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Numeric,
    SmallInteger,
    Table,
    Text,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData()

STAGING = "staging"
QUALITY = "quality"


def _now(name: str) -> Column[object]:
    return Column(name, DateTime(timezone=True), nullable=False, server_default=func.clock_timestamp())


def _load_key() -> Column[object]:
    return Column("load_id", BigInteger, ForeignKey("staging.load.load_id"), primary_key=True)


run = Table(
    "run",
    metadata,
    Column("run_id", BigInteger, Identity(always=True), primary_key=True),
    Column("kind", Text, nullable=False, server_default="refresh"),
    _now("started_at"),
    Column("finished_at", DateTime(timezone=True)),
    Column("seconds", Double),
    Column("status", Text, nullable=False),
    Column("message", Text),
    Column("host", Text),
    Column("process_id", Integer),
    Column("load_watermark", BigInteger),
    schema=QUALITY,
    comment="One row per refresh or rollback: running, published, nothing_new, blocked, failed or rolled_back.",
)

run_step = Table(
    "run_step",
    metadata,
    Column("run_id", BigInteger, ForeignKey("quality.run.run_id"), primary_key=True),
    Column("step_number", SmallInteger, primary_key=True),
    Column("step", Text, nullable=False),
    _now("started_at"),
    Column("seconds", Double),
    Column("row_count", BigInteger),
    Column("status", Text, nullable=False),
    Column("message", Text),
    schema=QUALITY,
    comment="One row per step of a run, with its duration in seconds and the rows it handled.",
)

validation_result = Table(
    "validation_result",
    metadata,
    Column("run_id", BigInteger, ForeignKey("quality.run.run_id"), primary_key=True),
    Column("result_number", Integer, primary_key=True),
    Column("suite", Text, nullable=False),
    Column("table_name", Text, nullable=False),
    Column("expectation", Text, nullable=False),
    Column("column_name", Text),
    Column("severity", Text, nullable=False),
    Column("is_success", Boolean, nullable=False),
    Column("description_en", Text, nullable=False),
    Column("description_zh", Text, nullable=False),
    Column("element_count", BigInteger),
    Column("unexpected_count", BigInteger),
    Column("observed_value", Text),
    Column("unexpected_rows", JSONB),
    schema=QUALITY,
    comment="One row per expectation of a run: what was expected, what was observed, which rows failed.",
)

rejected_document = Table(
    "rejected_document",
    metadata,
    Column("rejection_id", BigInteger, Identity(always=True), primary_key=True),
    Column("run_id", BigInteger, ForeignKey("quality.run.run_id"), nullable=False),
    Column("load_id", BigInteger, ForeignKey("staging.load.load_id")),
    Column("source_uri", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("evidence_text", Text),
    _now("rejected_at"),
    schema=QUALITY,
    comment="One row per broken rule of a quarantined document, with the sentence that breaks it.",
)

publication = Table(
    "publication",
    metadata,
    Column("publication_id", BigInteger, Identity(always=True), primary_key=True),
    Column("run_id", BigInteger, ForeignKey("quality.run.run_id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("restored_publication_id", BigInteger, ForeignKey("quality.publication.publication_id")),
    Column("load_watermark", BigInteger, nullable=False),
    Column("project_fingerprint", Text, nullable=False),
    Column("document_count", BigInteger, nullable=False),
    Column("observation_count", BigInteger, nullable=False),
    _now("published_at"),
    schema=QUALITY,
    comment="One row per swap of marts and marts_standby: a publish or a rollback.",
)

load = Table(
    "load",
    metadata,
    Column("load_id", BigInteger, Identity(always=True), primary_key=True),
    Column("run_id", BigInteger),
    Column("source_uri", Text, nullable=False),
    Column("document_id", Text),
    Column("fingerprint", Text),
    Column("status", Text, nullable=False),
    Column("reason", Text),
    Column("mention_count", Integer, nullable=False, server_default="0"),
    Column("observation_count", Integer, nullable=False, server_default="0"),
    Column("audited_with", Text),
    _now("loaded_at"),
    Index("load_by_source", "source_uri", "load_id"),
    schema=STAGING,
    comment="One row per attempt to load a source: landed, rejected (cannot be read), quarantined (breaks a rule)"
    " or withdrawn. Unchanged sources add no row.",
)

document = Table(
    "document",
    metadata,
    _load_key(),
    Column("document_id", Text, nullable=False),
    Column("source_uri", Text, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("published", Text),
    Column("published_basis", Text),
    Column("area", Text),
    Column("source_url", Text),
    Column("format", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("text_characters", Integer, nullable=False),
    Column("body_text", Text, nullable=False),
    Column("extractor_version", Text, nullable=False),
    Index("document_by_source", "source_uri", "load_id"),
    Index("document_current", "load_id", postgresql_where="is_current"),
    schema=STAGING,
    comment="One row per landed load: the article as read, with its metadata.",
)

mention = Table(
    "mention",
    metadata,
    _load_key(),
    Column("mention_index", Integer, primary_key=True, autoincrement=False),
    Column("document_id", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("disposition", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("observation_count", SmallInteger, nullable=False),
    schema=STAGING,
    comment="One row per numeric expression of a load, with its one disposition.",
)

observation = Table(
    "observation",
    metadata,
    _load_key(),
    Column("observation_index", Integer, primary_key=True, autoincrement=False),
    Column("observation_id", Text, nullable=False),
    Column("document_id", Text, nullable=False),
    Column("mention_index", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", Numeric, nullable=False),
    Column("unit", Text),
    Column("value_base", Numeric, nullable=False),
    Column("unit_base", Text),
    Column("qualifier", Text, nullable=False),
    Column("lower", Numeric),
    Column("upper", Numeric),
    Column("indicator", Text, nullable=False),
    Column("indicator_code", Text),
    Column("measure", Text, nullable=False),
    Column("of", Text),
    Column("subject", Text),
    Column("subject_kind", Text),
    Column("period", Text),
    Column("period_basis", Text, nullable=False),
    Column("period_source_start", Integer),
    Column("period_source_end", Integer),
    Column("compared_with", Text),
    Column("modality", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("rule", Text, nullable=False),
    Column("evidence_text", Text, nullable=False),
    Column("review_verdict", Text),
    Column("reviewed_by", Text),
    Column("review_note", Text),
    Index("observation_by_id", "observation_id"),
    schema=STAGING,
    comment="One row per quantitative claim of a load; the contract's fields, in its words.",
)

pilot_designation = Table(
    "pilot_designation",
    metadata,
    _load_key(),
    Column("designation_index", Integer, primary_key=True, autoincrement=False),
    Column("document_id", Text, nullable=False),
    Column("programme", Text, nullable=False),
    Column("programme_code", Text),
    Column("level", Text),
    Column("kind", Text),
    Column("member", Text, nullable=False),
    Column("batch", Integer),
    Column("area", Text),
    Column("period", Text),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    schema=STAGING,
    comment="One row per named member of a pilot programme in a load.",
)
