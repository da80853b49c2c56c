-- One row per value of a series that changed documents speak of, with the claim that it was chosen from.
SELECT
    series.series_value_key,
    series.series_key,
    series.indicator_name_zh,
    series.measure_code,
    series.subject_name_zh,
    series.period_code,
    series.value,
    series.unit_code,
    series.value_base,
    series.value_lower,
    series.value_upper,
    series.claim_count,
    series.agreeing_claim_count,
    series.document_count,
    series.choice_reason_code,
    series.period_start_date,
    series.period_end_date,
    series.evidence_text,
    chosen.value_base AS claimed_value_base,
    chosen.quote AS claimed_quote,
    CASE WHEN series.measure_code = 'share' THEN series.value_base END AS share_pct,
    CASE WHEN series.measure_code = 'rank' THEN series.value END AS rank_number
FROM intermediate.int_series__affected AS affected
JOIN marts_standby.indicator_series AS series ON series.series_key = affected.series_key
LEFT JOIN marts_standby.fct_observation AS chosen ON chosen.observation_key = series.observation_key
