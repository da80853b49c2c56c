"""What the report says of what is published: what changed, how each article was covered, what contradicts what."""

from __future__ import annotations

import psycopg

from etl.report.run_facts import Row, fetch

SHOWN_CHANGES, SHOWN_DOCUMENTS, SHOWN_CONTRADICTIONS = 40, 60, 50
DISPOSITIONS = ("observation", "date", "name", "ordinal", "idiom", "review")

LOADS = """
SELECT
    load.load_id, load.source_uri, load.status, load.observation_count, load.mention_count, document.title,
    EXISTS (
        SELECT 1 FROM staging.load AS earlier
        WHERE earlier.source_uri = load.source_uri AND earlier.load_id < load.load_id AND earlier.status = 'landed'
    ) AS is_known
FROM staging.load
LEFT JOIN staging.document ON document.load_id = load.load_id
WHERE load.load_id > %(after)s AND load.load_id <= %(until)s AND load.status <> 'rejected'
ORDER BY load.load_id DESC
LIMIT %(limit)s
"""
# only series that changed documents speak of are compared
CHANGES = """
WITH compared AS (
    SELECT
        coalesce(now.indicator_name_zh, before.indicator_name_zh) AS indicator,
        coalesce(now.measure_name_zh, before.measure_name_zh) AS measure,
        coalesce(now.subject_name_zh, before.subject_name_zh) AS subject,
        coalesce(now.period_code, before.period_code) AS period,
        before.value AS old_value, before.unit_code AS old_unit, now.value AS new_value, now.unit_code AS new_unit,
        now.quote, now.document_title,
        CASE
            WHEN before.series_key IS NULL THEN 'new'
            WHEN now.series_key IS NULL THEN 'gone'
            ELSE 'changed'
        END AS change
    FROM (
        SELECT series.* FROM marts.indicator_series AS series
        JOIN intermediate.int_series__affected AS affected ON affected.series_key = series.series_key
    ) AS now
    FULL JOIN (
        SELECT series.* FROM marts_standby.indicator_series AS series
        JOIN intermediate.int_series__affected AS affected ON affected.series_key = series.series_key
    ) AS before ON before.series_key = now.series_key AND before.period_key = now.period_key
    WHERE (before.value, before.unit_code, before.qualifier_code)
        IS DISTINCT FROM (now.value, now.unit_code, now.qualifier_code)
)
SELECT compared.*, count(*) OVER (PARTITION BY compared.change) AS change_count
FROM compared
ORDER BY array_position(ARRAY['changed', 'gone', 'new'], compared.change), compared.indicator, compared.period
LIMIT %(limit)s
"""
COVERAGE = """
SELECT coverage.*, dim_document.load_id, dim_document.source_uri
FROM marts.document_coverage AS coverage
JOIN marts.dim_document ON dim_document.document_id = coverage.document_id
ORDER BY coverage.review_mention_count::numeric / nullif(coverage.mention_count, 0) DESC NULLS LAST,
    coverage.mean_confidence, coverage.document_id
LIMIT %(limit)s
"""
COVERED = """
SELECT
    count(*) AS documents, coalesce(sum(mention_count), 0) AS mentions,
    coalesce(sum(observation_mention_count), 0) AS observation, coalesce(sum(date_mention_count), 0) AS date,
    coalesce(sum(name_mention_count), 0) AS name, coalesce(sum(ordinal_mention_count), 0) AS ordinal,
    coalesce(sum(idiom_mention_count), 0) AS idiom, coalesce(sum(review_mention_count), 0) AS review,
    coalesce(sum(observation_count), 0) AS observations
FROM marts.document_coverage
"""
VERDICTS = "SELECT verdict_code, count(*) AS count FROM marts.fct_reconciliation GROUP BY verdict_code"
CONTRADICTIONS = """
SELECT
    reconciliation.identity_kind_code, reconciliation.calculation_text, reconciliation.claimed_text,
    reconciliation.claimed_evidence_text, reconciliation.basis_evidence_text, reconciliation.gap_pct,
    reconciliation.expected_value, reconciliation.unit_code, dim_indicator.indicator_name_zh,
    dim_indicator.indicator_name_en, dim_area.area_name_zh, dim_period.period_name_zh
FROM marts.fct_reconciliation AS reconciliation
JOIN marts.dim_indicator ON dim_indicator.indicator_key = reconciliation.indicator_key
JOIN marts.dim_area ON dim_area.area_key = reconciliation.area_key
JOIN marts.dim_period ON dim_period.period_key = reconciliation.period_key
WHERE reconciliation.verdict_code = 'contradictory'
ORDER BY reconciliation.gap_pct DESC NULLS LAST
LIMIT %(limit)s
"""
# of the area with most to show
SERVICES = """
SELECT
    series.measure_code, series.subject_name_zh, series.period_code, series.period_name_zh, series.period_end_date,
    series.value, series.unit_code, series.value_lower, series.value_upper, series.qualifier_code
FROM marts.indicator_series AS series
WHERE series.indicator_code = 'services_value_added'
    AND series.measure_code IN ('level', 'share', 'contribution_rate')
    AND (series.measure_code = 'level' OR series.denominator_code = 'gdp')
    AND series.period_end_date IS NOT NULL
    AND series.area_code = (
        SELECT widest.area_code FROM marts.indicator_series AS widest
        WHERE widest.indicator_code = 'services_value_added' AND widest.area_code IS NOT NULL
        GROUP BY widest.area_code ORDER BY count(*) DESC, widest.area_code LIMIT 1
    )
ORDER BY series.period_end_date, series.period_start_date DESC
"""


def content_facts(connection: psycopg.Connection, publication: Row | None, previous: Row | None) -> Row:
    """Everything about the live publication; little where there is none yet."""
    if publication is None:
        return {"loads": [], "changes": [], "coverage": [], "covered": None, "verdicts": {}, "contradictions": []}
    after = previous["load_watermark"] if previous else 0
    return {
        "loads": fetch(connection, LOADS, after=after, until=publication["load_watermark"], limit=SHOWN_CHANGES),
        "changes": fetch(connection, CHANGES, limit=SHOWN_CHANGES) if previous else [],
        "coverage": fetch(connection, COVERAGE, limit=SHOWN_DOCUMENTS),
        "covered": fetch(connection, COVERED)[0],
        "verdicts": {row["verdict_code"]: row["count"] for row in fetch(connection, VERDICTS)},
        "contradictions": fetch(connection, CONTRADICTIONS, limit=SHOWN_CONTRADICTIONS),
        "services": fetch(connection, SERVICES),
    }
