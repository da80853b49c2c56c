-- One row per newly landed document, with what its load promised and what is there.
SELECT
    document.load_id,
    document.source_uri,
    document.document_id,
    document.title,
    document.published,
    document.format,
    document.text_characters,
    length(document.body_text) AS counted_characters,
    load.mention_count,
    (SELECT count(*) FROM staging.mention WHERE mention.load_id = document.load_id) AS counted_mentions,
    load.observation_count,
    (SELECT count(*) FROM staging.observation WHERE observation.load_id = document.load_id) AS counted_observations,
    (SELECT 100.0 * count(*) FILTER (WHERE mention.disposition = 'review') / nullif(count(*), 0)
        FROM staging.mention WHERE mention.load_id = document.load_id) AS review_pct,
    (SELECT count(*) FROM staging.document AS sibling
        WHERE sibling.source_uri = document.source_uri AND sibling.is_current) AS current_versions,
    document.title AS evidence_text
FROM staging.document
JOIN staging.load ON load.load_id = document.load_id
WHERE document.load_id = ANY(%(load_ids)s)
