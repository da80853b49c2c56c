-- Every landed claim with the keys of the star. A series is one indicator of one subject, stated in one way.
with observations as (

    select
        *,
        case
            when {{ is_national_total('denominator_name', 'plain_indicator_name') }} then '100000'
        end as denominator_area_code
    from {{ ref('int_observations__named') }}

),

member_keys as (

    select
        *,
        {{ surrogate_key(['observation_id']) }} as observation_key,
        {{ surrogate_key(['document_id']) }} as document_key,
        {{ indicator_key('known_indicator_code', 'plain_indicator_name') }} as indicator_key,
        case
            when denominator_area_code is not null
                then {{ indicator_key('known_indicator_code', 'plain_indicator_name') }}
            else {{ indicator_key('known_denominator_code', 'plain_denominator_name') }}
        end as denominator_indicator_key,
        {{ surrogate_key(['measure_code']) }} as measure_key,
        {{ surrogate_key(['unit_code']) }} as unit_key,
        {{ surrogate_key(['canonical_period_code']) }} as period_key,
        {{ surrogate_key(['canonical_base_code']) }} as compared_with_period_key,
        {{ area_key("case when subject_role = 'area' then subject_area_code end",
            "case when subject_role = 'area' then subject_name end") }} as area_key,
        {{ surrogate_key(["case when subject_role = 'organisation' then subject_name end"]) }} as organisation_key,
        {{ changed_measure('measure_code', 'denominator_name') }} as changed_measure_code
    from observations

)

select
    *,
    {{ surrogate_key(['area_key', 'organisation_key']) }} as subject_key,
    {{ series_key() }} as series_key
from member_keys
