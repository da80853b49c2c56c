-- One row per mention of the newly landed documents, with the text at its offsets and the observations made of it.
WITH pages AS MATERIALIZED (
    -- a character of a long text is found by counting from its start: count once a page, not once a mention
    SELECT
        document.load_id,
        page_number,
        substr(document.body_text, page_number * 2000 + 1, 2600) AS page_text
    FROM staging.document
    CROSS JOIN generate_series(0, document.text_characters / 2000) AS page_number
    WHERE document.load_id = ANY(%(load_ids)s)
),

observed AS (
    SELECT observation.load_id, observation.mention_index, count(*) AS counted_observations
    FROM staging.observation
    WHERE observation.load_id = ANY(%(load_ids)s)
    GROUP BY observation.load_id, observation.mention_index
)

SELECT
    mention.load_id,
    mention.mention_index,
    document.source_uri,
    mention.start,
    mention."end",
    mention.kind,
    mention.disposition,
    mention.reason,
    document.text_characters,
    -- a mention is quoted in half-width forms
    regexp_replace(normalize(mention.quote, NFKC), '\s', '', 'g') AS quote,
    regexp_replace(
        normalize(substr(pages.page_text, mention.start %% 2000 + 1, mention."end" - mention.start), NFKC),
        '\s', '', 'g'
    ) AS quoted_text,
    mention.observation_count,
    coalesce(observed.counted_observations, 0) AS counted_observations,
    -- the only disposition that these observations allow
    CASE
        WHEN observed.counted_observations > 0 THEN 'observation'
        WHEN mention.disposition = 'observation' THEN 'no observation'
        ELSE mention.disposition
    END AS disposition_found,
    lead(mention.start) OVER (PARTITION BY mention.load_id ORDER BY mention.start, mention."end") AS next_start,
    substr(pages.page_text, greatest(mention.start %% 2000 - 30, 1), mention."end" - mention.start + 60) AS evidence_text
FROM staging.mention
JOIN staging.document ON document.load_id = mention.load_id
LEFT JOIN pages ON pages.load_id = mention.load_id AND pages.page_number = mention.start / 2000
LEFT JOIN observed ON observed.load_id = mention.load_id AND observed.mention_index = mention.mention_index
WHERE mention.load_id = ANY(%(load_ids)s)
