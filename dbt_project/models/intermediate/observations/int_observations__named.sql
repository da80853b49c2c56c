-- Every landed claim with its names looked up in the vocabulary: indicator, denominator, subject, pilot programme.
with observations as (

    select
        *,
        {{ plain_name('indicator_name') }} as plain_indicator_name,
        {{ denominator_indicator('measure_code', 'denominator_name') }} as plain_denominator_name
    from {{ ref('stg_landing__observations') }}

),

indicators as (

    select * from {{ ref('indicators') }}

),

indicator_names as (

    select * from {{ ref('int_indicators__named') }}

),

area_names as (

    select * from {{ ref('int_areas__named') }}

)

select
    observations.*,
    indicators.indicator_code as known_indicator_code,
    indicator_names.indicator_code as known_denominator_code,
    area_names.area_code as subject_area_code,
    {{ canonical_period('observations.period_code') }} as canonical_period_code,
    {{ canonical_period('observations.compared_with_code') }} as canonical_base_code,
    case
        when observations.subject_name is null then 'none'
        when area_names.area_code is not null or observations.subject_kind = 'area' then 'area'
        else 'organisation'
    end as subject_role
from observations
left join indicators on observations.indicator_code = indicators.indicator_code
left join indicator_names on observations.plain_denominator_name = indicator_names.indicator_name
left join area_names on observations.subject_name = area_names.area_name
