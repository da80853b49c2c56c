{{ config(
    pre_hook="{{ forget_affected_subjects() }}",
    indexes=[
        {'columns': ['subject_key']},
        {'columns': ['verdict_code']},
        {'columns': ['indicator_key']},
        {'columns': ['period_key']},
    ],
) }}

with judged as (select * from {{ ref('int_reconciliation__judged') }})

select
    -- key
    reconciliation_key,

    -- foreign keys
    indicator_key,
    denominator_indicator_key,
    area_key,
    organisation_key,
    {{ surrogate_key(['period_code']) }} as period_key,
    observation_key,
    first_observation_key,
    second_observation_key,

    -- degenerate dimensions
    subject_key,
    identity_kind_code,
    quantity_code,
    round_number,
    verdict_code,
    verdict_reason_code,

    -- measures
    trim_scale(round(expected_value_base / base_factor, 6)) as expected_value,
    unit_code,
    expected_value_base,
    base_unit_code,
    expected_range,
    claimed_range,
    gap_base,
    gap_pct,

    -- evidence
    calculation_text,
    claimed_text,
    claimed_evidence_text,
    basis_evidence_text
from judged
