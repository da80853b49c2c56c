{{ config(
    pre_hook="{{ forget_affected_series() }}",
    post_hook="{{ create_as_of() }}",
    indexes=[
        {'columns': ['series_key']},
        {'columns': ['indicator_code', 'subject_name_zh', 'period_code', 'known_from_date']},
        {'columns': ['observation_key']},
    ],
) }}

with best_by_vintage as (

    select
        *,
        coalesce(lag(observation_key) over history != observation_key, true) as is_new
    from {{ ref('int_series__ranked_claims') }}
    where preference_rank = 1
    window history as (partition by series_key, period_key order by vintage_date)

),

revisions as (

    select
        *,
        lead(vintage_date) over history as next_vintage_date,
        lag(value_base) over history as previous_value_base,
        lag(value_range) over history as previous_range,
        row_number() over history as vintage_number
    from best_by_vintage
    where is_new
    window history as (partition by series_key, period_key order by vintage_date)

),

indicators as (select * from {{ ref('dim_indicator') }}),

areas as (select * from {{ ref('dim_area') }}),

organisations as (select * from {{ ref('dim_organisation') }}),

periods as (select * from {{ ref('dim_period') }})

select
    -- keys
    {{ surrogate_key(['revisions.series_key', 'revisions.period_key', 'revisions.vintage_date']) }} as vintage_key,
    revisions.series_key,
    revisions.observation_key,
    revisions.indicator_key,
    revisions.area_key,
    revisions.organisation_key,
    revisions.period_key,

    -- what is known of what
    indicators.indicator_code,
    indicators.indicator_name_zh,
    indicators.indicator_name_en,
    revisions.measure_code,
    nullif(wholes.indicator_name_zh, '(无)') as denominator_name_zh,
    {{ subject_name('areas.area_name_zh', 'organisations.organisation_name') }} as subject_name_zh,
    periods.period_code,
    revisions.modality_code,

    -- from when until when
    revisions.vintage_date as known_from_date,
    revisions.next_vintage_date as known_to_date,
    revisions.vintage_number,

    -- how much
    revisions.value,
    revisions.unit_code,
    revisions.qualifier_code,
    revisions.value_base,
    revisions.base_unit_code,

    -- how far it was revised
    revisions.previous_value_base,
    revisions.value_base - revisions.previous_value_base as revision_base,
    round(
        (revisions.value_base - revisions.previous_value_base) / nullif(abs(revisions.previous_value_base), 0) * 100, 6
    ) as revision_pct,
    not revisions.value_range && revisions.previous_range as is_contradicting_previous,

    -- by whom
    revisions.quote,
    revisions.document_title,
    revisions.publisher_name
from revisions
inner join indicators on revisions.indicator_key = indicators.indicator_key
inner join indicators as wholes on revisions.denominator_indicator_key = wholes.indicator_key
inner join areas on revisions.area_key = areas.area_key
inner join organisations on revisions.organisation_key = organisations.organisation_key
inner join periods on revisions.period_key = periods.period_key
