"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Bring the tables one revision further."""
    op.create_table(
        "run",
        sa.Column("run_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.Text(), server_default="refresh", nullable=False),
        sa.Column(
            "started_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False
        ),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("host", sa.Text(), nullable=True),
        sa.Column("process_id", sa.Integer(), nullable=True),
        sa.Column("load_watermark", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("run_id"),
        schema="quality",
        comment="One row per refresh or rollback: running, published, nothing_new, blocked, failed or rolled_back.",
    )
    op.create_table(
        "load",
        sa.Column("load_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("run_id", sa.BigInteger(), nullable=True),
        sa.Column("source_uri", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("mention_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("observation_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("audited_with", sa.Text(), nullable=True),
        sa.Column("loaded_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.PrimaryKeyConstraint("load_id"),
        schema="staging",
        comment="One row per attempt to load a source: landed, rejected (cannot be read), quarantined (breaks a rule) or withdrawn. Unchanged sources add no row.",
    )
    op.create_index("load_by_source", "load", ["source_uri", "load_id"], unique=False, schema="staging")
    op.create_table(
        "publication",
        sa.Column("publication_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("run_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("restored_publication_id", sa.BigInteger(), nullable=True),
        sa.Column("load_watermark", sa.BigInteger(), nullable=False),
        sa.Column("project_fingerprint", sa.Text(), nullable=False),
        sa.Column("document_count", sa.BigInteger(), nullable=False),
        sa.Column("observation_count", sa.BigInteger(), nullable=False),
        sa.Column(
            "published_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["restored_publication_id"],
            ["quality.publication.publication_id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["quality.run.run_id"],
        ),
        sa.PrimaryKeyConstraint("publication_id"),
        schema="quality",
        comment="One row per swap of marts and marts_standby: a publish or a rollback.",
    )
    op.create_table(
        "rejected_document",
        sa.Column("rejection_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("run_id", sa.BigInteger(), nullable=False),
        sa.Column("load_id", sa.BigInteger(), nullable=True),
        sa.Column("source_uri", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence_text", sa.Text(), nullable=True),
        sa.Column(
            "rejected_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["staging.load.load_id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["quality.run.run_id"],
        ),
        sa.PrimaryKeyConstraint("rejection_id"),
        schema="quality",
        comment="One row per broken rule of a quarantined document, with the sentence that breaks it.",
    )
    op.create_table(
        "run_step",
        sa.Column("run_id", sa.BigInteger(), nullable=False),
        sa.Column("step_number", sa.SmallInteger(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column(
            "started_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False
        ),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("row_count", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["quality.run.run_id"],
        ),
        sa.PrimaryKeyConstraint("run_id", "step_number"),
        schema="quality",
        comment="One row per step of a run, with its duration in seconds and the rows it handled.",
    )
    op.create_table(
        "validation_result",
        sa.Column("run_id", sa.BigInteger(), nullable=False),
        sa.Column("result_number", sa.Integer(), nullable=False),
        sa.Column("suite", sa.Text(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("expectation", sa.Text(), nullable=False),
        sa.Column("column_name", sa.Text(), nullable=True),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("is_success", sa.Boolean(), nullable=False),
        sa.Column("description_en", sa.Text(), nullable=False),
        sa.Column("description_zh", sa.Text(), nullable=False),
        sa.Column("element_count", sa.BigInteger(), nullable=True),
        sa.Column("unexpected_count", sa.BigInteger(), nullable=True),
        sa.Column("observed_value", sa.Text(), nullable=True),
        sa.Column("unexpected_rows", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["quality.run.run_id"],
        ),
        sa.PrimaryKeyConstraint("run_id", "result_number"),
        schema="quality",
        comment="One row per expectation of a run: what was expected, what was observed, which rows failed.",
    )
    op.create_table(
        "document",
        sa.Column("load_id", sa.BigInteger(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("source_uri", sa.Text(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_basis", sa.Text(), nullable=True),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("text_characters", sa.Integer(), nullable=False),
        sa.Column("body_text", sa.Text(), nullable=False),
        sa.Column("extractor_version", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["staging.load.load_id"],
        ),
        sa.PrimaryKeyConstraint("load_id"),
        schema="staging",
        comment="One row per landed load: the article as read, with its metadata.",
    )
    op.create_index("document_by_source", "document", ["source_uri", "load_id"], unique=False, schema="staging")
    op.create_index(
        "document_current", "document", ["load_id"], unique=False, schema="staging", postgresql_where="is_current"
    )
    op.create_table(
        "mention",
        sa.Column("load_id", sa.BigInteger(), nullable=False),
        sa.Column("mention_index", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("disposition", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("observation_count", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["staging.load.load_id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "mention_index"),
        schema="staging",
        comment="One row per numeric expression of a load, with its one disposition.",
    )
    op.create_table(
        "observation",
        sa.Column("load_id", sa.BigInteger(), nullable=False),
        sa.Column("observation_index", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("observation_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("mention_index", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("value", sa.Numeric(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("value_base", sa.Numeric(), nullable=False),
        sa.Column("unit_base", sa.Text(), nullable=True),
        sa.Column("qualifier", sa.Text(), nullable=False),
        sa.Column("lower", sa.Numeric(), nullable=True),
        sa.Column("upper", sa.Numeric(), nullable=True),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=True),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("subject_kind", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("period_basis", sa.Text(), nullable=False),
        sa.Column("period_source_start", sa.Integer(), nullable=True),
        sa.Column("period_source_end", sa.Integer(), nullable=True),
        sa.Column("compared_with", sa.Text(), nullable=True),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("evidence_text", sa.Text(), nullable=False),
        sa.Column("review_verdict", sa.Text(), nullable=True),
        sa.Column("reviewed_by", sa.Text(), nullable=True),
        sa.Column("review_note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["staging.load.load_id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "observation_index"),
        schema="staging",
        comment="One row per quantitative claim of a load; the contract's fields, in its words.",
    )
    op.create_index("observation_by_id", "observation", ["observation_id"], unique=False, schema="staging")
    op.create_table(
        "pilot_designation",
        sa.Column("load_id", sa.BigInteger(), nullable=False),
        sa.Column("designation_index", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("programme_code", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=True),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"],
            ["staging.load.load_id"],
        ),
        sa.PrimaryKeyConstraint("load_id", "designation_index"),
        schema="staging",
        comment="One row per named member of a pilot programme in a load.",
    )
