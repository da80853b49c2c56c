{{ config(
    pre_hook="{{ forget_affected_series() }}",
    indexes=[
        {'columns': ['series_key']},
        {'columns': ['indicator_code', 'area_code', 'period_start_date']},
        {'columns': ['subject_name_zh']},
        {'columns': ['observation_key']},
    ],
) }}

with chosen as (select * from {{ ref('int_series__chosen') }}),

indicators as (select * from {{ ref('dim_indicator') }}),

areas as (select * from {{ ref('dim_area') }}),

organisations as (select * from {{ ref('dim_organisation') }}),

periods as (select * from {{ ref('dim_period') }})

select
    -- keys
    chosen.series_value_key,
    chosen.series_key,
    chosen.observation_key,
    chosen.indicator_key,
    chosen.area_key,
    chosen.organisation_key,
    chosen.period_key,

    -- what is measured
    indicators.indicator_code,
    indicators.indicator_name_zh,
    indicators.indicator_name_en,
    indicators.topic_name_zh,
    indicators.topic_name_en,
    chosen.measure_code,
    chosen.measure_name_zh,
    chosen.measure_name_en,
    wholes.indicator_code as denominator_code,
    nullif(wholes.indicator_name_zh, '(无)') as denominator_name_zh,

    -- of whom
    {{ subject_name('areas.area_name_zh', 'organisations.organisation_name') }} as subject_name_zh,
    {{ subject_name('areas.area_name_en', 'organisations.organisation_name') }} as subject_name_en,
    areas.area_code,
    areas.area_level_code,

    -- when
    periods.period_code,
    periods.period_name_zh,
    periods.period_name_en,
    periods.frequency_code,
    periods.time_period,
    periods.period_start_date,
    periods.period_end_date,

    -- how much
    chosen.value,
    chosen.unit_code,
    chosen.value_lower,
    chosen.value_upper,
    chosen.value_base,
    chosen.base_unit_code,
    chosen.unit_measure,
    chosen.unit_mult,
    chosen.qualifier_code,
    chosen.modality_code,
    chosen.obs_status,

    -- why this one
    chosen.choice_reason_code,
    chosen.agreement_code,
    chosen.claim_count,
    chosen.document_count,
    chosen.agreeing_claim_count,
    chosen.quote,
    chosen.other_quotes,
    chosen.evidence_text,
    chosen.document_title,
    chosen.publisher_name,
    chosen.known_from_date
from chosen
inner join indicators on chosen.indicator_key = indicators.indicator_key
inner join indicators as wholes on chosen.denominator_indicator_key = wholes.indicator_key
inner join areas on chosen.area_key = areas.area_key
inner join organisations on chosen.organisation_key = organisations.organisation_key
inner join periods on chosen.period_key = periods.period_key
