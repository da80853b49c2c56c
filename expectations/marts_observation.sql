-- One row per claim of a document that may have changed, with the member of every dimension that it refers to.
SELECT
    claim.observation_key,
    claim.document_id,
    dim_document.source_uri,
    claim.quote,
    claim.stated_indicator_name,
    claim.stated_subject_name,
    claim.stated_period_code,
    claim.value,
    claim.unit_code,
    claim.confidence,
    claim.modality_code,
    claim.obs_status,
    claim.evidence_text,
    dim_document.document_key AS document_member,
    dim_indicator.indicator_key AS indicator_member,
    whole.indicator_key AS denominator_member,
    dim_measure.measure_key AS measure_member,
    dim_unit.unit_key AS unit_member,
    dim_area.area_key AS area_member,
    dim_organisation.organisation_key AS organisation_member,
    dim_period.period_key AS period_member,
    compared.period_key AS compared_period_member,
    dim_period.period_start_date,
    dim_period.period_end_date,
    claim.value_range @> claim.value_base AS is_value_in_range,
    CASE WHEN dim_measure.measure_code = 'share' THEN claim.value_base END AS share_pct,
    CASE WHEN dim_measure.measure_code = 'contribution_rate' THEN claim.value_base END AS contribution_rate_pct,
    CASE WHEN dim_measure.measure_code = 'rank' THEN claim.value END AS rank_number
FROM intermediate.int_documents__changed AS changed
JOIN marts_standby.fct_observation AS claim ON claim.document_id = changed.document_id
LEFT JOIN marts_standby.dim_document ON dim_document.document_key = claim.document_key
LEFT JOIN marts_standby.dim_indicator ON dim_indicator.indicator_key = claim.indicator_key
LEFT JOIN marts_standby.dim_indicator AS whole ON whole.indicator_key = claim.denominator_indicator_key
LEFT JOIN marts_standby.dim_measure ON dim_measure.measure_key = claim.measure_key
LEFT JOIN marts_standby.dim_unit ON dim_unit.unit_key = claim.unit_key
LEFT JOIN marts_standby.dim_area ON dim_area.area_key = claim.area_key
LEFT JOIN marts_standby.dim_organisation ON dim_organisation.organisation_key = claim.organisation_key
LEFT JOIN marts_standby.dim_period ON dim_period.period_key = claim.period_key
LEFT JOIN marts_standby.dim_period AS compared ON compared.period_key = claim.compared_with_period_key
