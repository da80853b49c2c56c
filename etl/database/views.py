"""Views of `quality` for BI: the latest state, the trend over runs, the worst documents, what became of mentions."""

from __future__ import annotations

from etl.database.roles import TRANSFORMER
from etl.database.tables import publication

MENTION_DISPOSITION = """
CREATE OR REPLACE VIEW quality.mention_disposition AS
SELECT
    document.source_uri,
    document.title,
    document.document_id,
    mention.disposition,
    count(*) AS mention_count,
    sum(mention.observation_count) AS observation_count
FROM staging.document
JOIN staging.mention ON mention.load_id = document.load_id
WHERE document.is_current
GROUP BY document.load_id, document.source_uri, document.title, document.document_id, mention.disposition
"""
WORST_DOCUMENT = """
CREATE OR REPLACE VIEW quality.worst_document AS
SELECT
    document.source_uri,
    document.title,
    load.mention_count,
    load.observation_count,
    count(mention.mention_index) FILTER (WHERE mention.disposition = 'review') AS review_count,
    round(100.0 * count(mention.mention_index) FILTER (WHERE mention.disposition = 'review')
        / nullif(load.mention_count, 0), 1) AS review_pct,
    (SELECT round(avg(observation.confidence)::numeric, 3) FROM staging.observation
        WHERE observation.load_id = document.load_id) AS mean_confidence,
    (SELECT count(*) FROM quality.rejected_document
        WHERE rejected_document.source_uri = document.source_uri) AS rejection_count
FROM staging.document
JOIN staging.load ON load.load_id = document.load_id
LEFT JOIN staging.mention ON mention.load_id = document.load_id
WHERE document.is_current
GROUP BY document.load_id, document.source_uri, document.title, load.mention_count, load.observation_count
ORDER BY rejection_count DESC, review_pct DESC NULLS LAST, mean_confidence, document.source_uri
"""
RUN_TREND = """
CREATE OR REPLACE VIEW quality.run_trend AS
SELECT
    run.run_id,
    run.kind,
    run.started_at,
    run.status,
    run.seconds,
    run.load_watermark,
    coalesce(validation.expectation_count, 0) AS expectation_count,
    coalesce(validation.critical_count, 0) AS critical_count,
    coalesce(validation.warning_count, 0) AS warning_count,
    (SELECT count(DISTINCT rejected_document.source_uri) FROM quality.rejected_document
        WHERE rejected_document.run_id = run.run_id) AS rejected_document_count,
    publication.publication_id,
    publication.document_count,
    publication.observation_count
FROM quality.run
LEFT JOIN (
    SELECT
        validation_result.run_id,
        count(*) AS expectation_count,
        count(*) FILTER (WHERE NOT is_success AND severity = 'critical') AS critical_count,
        count(*) FILTER (WHERE NOT is_success AND severity <> 'critical') AS warning_count
    FROM quality.validation_result
    GROUP BY validation_result.run_id
) AS validation ON validation.run_id = run.run_id
LEFT JOIN quality.publication ON publication.run_id = run.run_id
"""
LATEST_STATE = """
CREATE OR REPLACE VIEW quality.latest_state AS
SELECT
    publication.publication_id,
    publication.kind AS publication_kind,
    publication.restored_publication_id,
    publication.published_at,
    publication.load_watermark,
    publication.document_count,
    publication.observation_count,
    last_run.run_id AS last_run_id,
    last_run.status AS last_run_status,
    last_run.message AS last_run_message,
    last_run.started_at AS last_run_started_at
FROM (SELECT * FROM quality.run ORDER BY run_id DESC LIMIT 1) AS last_run
LEFT JOIN (SELECT * FROM quality.publication ORDER BY publication_id DESC LIMIT 1) AS publication ON true
"""
VIEWS = {
    "quality.mention_disposition": MENTION_DISPOSITION,
    "quality.worst_document": WORST_DOCUMENT,
    "quality.run_trend": RUN_TREND,
    "quality.latest_state": LATEST_STATE,
}
# the swap records itself in the transaction that renames the schemas, which only the transformer may rename
GRANTS = (f"GRANT INSERT ON {publication.fullname} TO {TRANSFORMER}",)


def statements() -> list[str]:
    """SQL that makes the views and grants, run by the owner of the tables after each migration."""
    return [*VIEWS.values(), *GRANTS]
