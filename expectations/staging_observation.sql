-- One row per observation of the newly landed documents. A column that a rule does not apply to is null there.
WITH pages AS MATERIALIZED (
    -- a character of a long text is found by counting from its start: count once a page, not once an observation
    SELECT
        document.load_id,
        page_number,
        substr(document.body_text, page_number * 2000 + 1, 2600) AS page_text
    FROM staging.document
    CROSS JOIN generate_series(0, document.text_characters / 2000) AS page_number
    WHERE document.load_id = ANY(%(load_ids)s)
),

claims AS (
    SELECT
        observation.*,
        document.source_uri,
        document.text_characters,
        split_part(observation.period, '/', 1) AS period_first,
        regexp_replace(observation.period, '^.*/', '') AS period_last
    FROM staging.observation
    JOIN staging.document ON document.load_id = observation.load_id
    WHERE observation.load_id = ANY(%(load_ids)s)
)

SELECT
    claims.load_id,
    claims.observation_index,
    claims.source_uri,
    claims.observation_id,
    claims.quote,
    -- as received, but for the white space of a wrapped line
    regexp_replace(
        substr(pages.page_text, claims.start %% 2000 + 1, claims."end" - claims.start), '[\s\u3000\u00a0]', '', 'g'
    ) AS quoted_text,
    claims.start,
    claims."end",
    claims.text_characters,
    claims.evidence_text,
    claims.indicator,
    claims.measure,
    claims.qualifier,
    claims.modality,
    claims.confidence,
    claims.unit,
    claims.value,
    claims.value_base,
    claims.lower,
    claims.upper,
    claims."of",
    claims.subject,
    claims.period,
    claims.period_basis,
    mention.disposition AS mention_disposition,

    -- one column for each range
    CASE WHEN claims.measure = 'share' THEN claims.value_base END AS share_pct,
    CASE WHEN claims.measure = 'share' THEN coalesce(claims."of", '') END AS share_whole,
    CASE WHEN claims.measure = 'contribution_rate' THEN claims.value_base END AS contribution_rate_pct,
    CASE WHEN claims.measure = 'contribution_pp' THEN claims.value END AS contribution_pp,
    CASE WHEN claims.measure = 'rank' THEN claims.value END AS rank_number,
    CASE WHEN claims.measure = 'rank' THEN trunc(claims.value) END AS whole_rank_number,
    CASE WHEN claims.measure = 'count' THEN claims.value END AS count_value,
    CASE WHEN claims.measure = 'change_pp' THEN claims.value END AS change_pp,
    CASE WHEN starts_with(claims.measure, 'growth') THEN claims.value_base END AS growth_pct,
    -- the growth that is plausible for this indicator, by the vocabulary
    CASE WHEN starts_with(claims.measure, 'growth') THEN plausible.growth_min_pct END AS growth_min_pct,
    CASE WHEN starts_with(claims.measure, 'growth') THEN plausible.growth_max_pct END AS growth_max_pct,
    -- the level that is plausible in the usual unit of this indicator
    CASE WHEN claims.measure = 'level' AND claims.unit = plausible.unit_code THEN claims.value END AS level_value,
    CASE WHEN claims.measure = 'level' AND claims.unit = plausible.unit_code THEN plausible.level_min END AS level_min,
    CASE WHEN claims.measure = 'level' AND claims.unit = plausible.unit_code THEN plausible.level_max END AS level_max,

    -- the evidence without white space; the sentence must hold the quote
    strpos(
        regexp_replace(claims.evidence_text, '[\s\u3000\u00a0]', '', 'g'),
        regexp_replace(claims.quote, '[\s\u3000\u00a0]', '', 'g')
    ) AS quote_position,

    claims.period_first,
    claims.period_last,
    -- sorts after everything that lies within it: 2023~ after 2023-12-31
    claims.period_last || '~' AS period_last_moment,
    -- a day that the calendar does not have comes back as another one
    CASE
        WHEN claims.period_first ~ '^\d{4}-(0[1-9]|1[0-2])-\d\d$'
            THEN to_char(
                to_date(left(claims.period_first, 7), 'YYYY-MM') + right(claims.period_first, 2)::int - 1, 'YYYY-MM-DD'
            )
        ELSE claims.period_first
    END AS calendar_first,
    CASE
        WHEN claims.period_last ~ '^\d{4}-(0[1-9]|1[0-2])-\d\d$'
            THEN to_char(
                to_date(left(claims.period_last, 7), 'YYYY-MM') + right(claims.period_last, 2)::int - 1, 'YYYY-MM-DD'
            )
        ELSE claims.period_last
    END AS calendar_last
FROM claims
LEFT JOIN pages ON pages.load_id = claims.load_id AND pages.page_number = claims.start / 2000
LEFT JOIN staging.mention
    ON mention.load_id = claims.load_id AND mention.mention_index = claims.mention_index
LEFT JOIN intermediate.audit_plausible AS plausible ON plausible.indicator_code = claims.indicator_code
