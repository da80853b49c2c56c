{{ config(pre_hook="{{ forget_affected_series() }}") }}

with best_by_vintage as (

    select
        *,
        lag(observation_key) over history is distinct from observation_key as is_new
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

)

select
    {{ surrogate_key(['series_key', 'period_key', 'vintage_date']) }} as vintage_key,
    series_key,
    observation_key,
    indicator_key,
    area_key,
    organisation_key,
    measure_key,
    period_key,
    vintage_number,
    vintage_date as known_from_date,
    next_vintage_date as known_to_date,
    value,
    unit_code,
    qualifier_code,
    value_base,
    base_unit_code,
    previous_value_base,
    value_base - previous_value_base as revision_base,
    round((value_base - previous_value_base) / nullif(abs(previous_value_base), 0) * 100, 6) as revision_pct,
    not value_range && previous_range as is_real_revision,
    document_title,
    publisher_name
from revisions
