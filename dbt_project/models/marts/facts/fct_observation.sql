{{ config(
    pre_hook="{{ forget_changed_documents() }}",
    indexes=[
        {'columns': ['document_id']},
        {'columns': ['document_key']},
        {'columns': ['series_key']},
        {'columns': ['subject_key']},
        {'columns': ['indicator_key']},
        {'columns': ['denominator_indicator_key']},
        {'columns': ['unit_key']},
        {'columns': ['area_key']},
        {'columns': ['organisation_key']},
        {'columns': ['period_key']},
        {'columns': ['compared_with_period_key']},
    ],
) }}

-- the foreign keys need their parents first: {{ ref('dim_document') }}
with claims as (

    select
        *,
        {{ rounding_slack('value', 'qualifier', 'measure_code') }} as slack,
        coalesce(value_base / nullif(value, 0), 1) as base_factor
    from {{ ref('int_observations__touched') }}
    where is_published

),

units as (select * from {{ ref('dim_unit') }})

select
    -- key
    claims.observation_key,

    -- foreign keys
    claims.document_key,
    claims.indicator_key,
    claims.denominator_indicator_key,
    claims.measure_key,
    claims.unit_key,
    claims.area_key,
    claims.organisation_key,
    claims.period_key,
    claims.compared_with_period_key,

    -- degenerate dimensions
    claims.observation_id,
    claims.document_id,
    claims.load_id,
    claims.series_key,
    claims.subject_key,
    claims.indicator_name as stated_indicator_name,
    claims.denominator_name as stated_denominator_name,
    claims.subject_name as stated_subject_name,
    claims.period_code as stated_period_code,
    claims.unit_code,
    claims.denominator_area_code,
    claims.changed_measure_code,
    claims.qualifier as qualifier_code,
    claims.modality as modality_code,
    claims.period_basis as period_basis_code,
    {{ obs_status('claims.modality', 'claims.qualifier') }} as obs_status,
    {{ precision_rank('claims.qualifier', 'claims.slack') }} as precision_rank,

    -- measures
    claims.value,
    claims.value_lower,
    claims.value_upper,
    claims.value_base,
    claims.base_unit_code,
    {{ value_range('claims.value', 'claims.value_lower', 'claims.value_upper', 'claims.qualifier', 'claims.slack',
        'claims.base_factor', 'claims.measure_code') }} as value_range,
    units.unit_measure,
    units.unit_mult,
    claims.confidence,

    -- evidence
    claims.quote,
    claims.start_offset,
    claims.end_offset,
    claims.evidence_text,
    claims.rule_code,
    claims.review_verdict,
    claims.reviewed_by,
    claims.review_note
from claims
left join units on claims.unit_code = units.unit_code
