-- One row per document that may have changed, with what staging holds of it and what was built of it.
WITH published AS (
    SELECT
        document.document_id,
        max(document.load_id) AS load_id,
        max(document.source_uri) AS source_uri,
        max(document.title) AS title
    FROM intermediate.int_documents__changed AS changed
    JOIN staging.document ON document.document_id = changed.document_id
    WHERE document.is_current
        AND NOT EXISTS (
            SELECT 1 FROM quality.rejected_document WHERE rejected_document.load_id = document.load_id
        )
    GROUP BY document.document_id
)

SELECT
    changed.document_id,
    published.source_uri,
    published.title,
    CASE WHEN published.document_id IS NULL THEN 0 ELSE 1 END AS expected_rows,
    (SELECT count(*) FROM marts_standby.dim_document WHERE dim_document.document_id = changed.document_id) AS built_rows,
    (SELECT count(*) FROM staging.mention WHERE mention.load_id = published.load_id) AS staged_mentions,
    coalesce(coverage.mention_count, 0) AS covered_mentions,
    coalesce(coverage.observation_mention_count + coverage.date_mention_count + coverage.name_mention_count
        + coverage.ordinal_mention_count + coverage.idiom_mention_count + coverage.review_mention_count, 0)
        AS disposed_mentions,
    -- a person's rejection keeps an observation out of the facts, not out of staging
    (SELECT count(*) FROM staging.observation
        WHERE observation.load_id = published.load_id AND observation.review_verdict IS DISTINCT FROM 'reject')
        AS staged_observations,
    (SELECT count(*) FROM marts_standby.fct_observation WHERE fct_observation.document_id = changed.document_id)
        AS built_observations,
    published.title AS evidence_text
FROM intermediate.int_documents__changed AS changed
LEFT JOIN published ON published.document_id = changed.document_id
LEFT JOIN marts_standby.document_coverage AS coverage ON coverage.document_id = changed.document_id
