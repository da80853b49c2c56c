-- One row per pair of a part and its whole, of one subject and period, that a changed document may have brought.
SELECT
    part.observation_key AS part_key,
    whole.observation_key AS whole_key,
    part.stated_subject_name AS subject,
    part.stated_period_code AS period,
    part.stated_indicator_name AS part_indicator,
    part.quote AS part_quote,
    whole.stated_indicator_name AS whole_indicator,
    whole.quote AS whole_quote,
    lower(part.value_range) AS part_at_least,
    upper(whole.value_range) AS whole_at_most,
    part.evidence_text,
    whole.evidence_text AS whole_evidence_text
FROM intermediate.int_subjects__affected AS affected
JOIN marts_standby.fct_observation AS part ON part.subject_key = affected.subject_key
JOIN marts_standby.dim_indicator AS part_indicator ON part_indicator.indicator_key = part.indicator_key
JOIN marts_standby.dim_indicator AS whole_indicator
    ON whole_indicator.indicator_code = part_indicator.whole_indicator_code
JOIN marts_standby.dim_measure ON dim_measure.measure_key = part.measure_key AND dim_measure.measure_code = 'level'
JOIN marts_standby.fct_observation AS whole
    ON whole.subject_key = part.subject_key
    AND whole.indicator_key = whole_indicator.indicator_key
    AND whole.period_key = part.period_key
    AND whole.measure_key = part.measure_key
    AND whole.base_unit_code = part.base_unit_code
    AND whole.modality_code = part.modality_code
