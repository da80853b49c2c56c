{{ config(materialized='incremental', pre_hook='{{ start_empty() }}', post_hook='analyze {{ this }}') }}

-- All claims that changed documents ever made, with the keys of the star: what is published now, and what was before.
with named as (

    select
        *,
        -- nothing changes against itself: 比上年 in a sentence about last year means the year before that
        case
            when canonical_base_code = canonical_period_code then {{ previous_year('canonical_period_code') }}
            else canonical_base_code
        end as base_period_code,
        {{ denominator_area('denominator_name', 'plain_indicator_name', 'subject_area_code') }}
            as denominator_area_code,
        {{ changed_measure('measure_code', 'denominator_name', 'indicator_name', preceding_rate()) }}
            as changed_measure_code
    from {{ ref('int_observations__named') }}
    window text_so_far as (
        partition by load_id, plain_indicator_name, subject_name, period_code
        order by start_offset, observation_index
        rows between unbounded preceding and 1 preceding
    )

),

current_documents as (select * from {{ ref('int_documents__current') }}),

with_members as (

    select
        *,
        {{ surrogate_key(['document_id', 'observation_id']) }} as observation_key,
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
        {{ surrogate_key(['base_period_code']) }} as compared_with_period_key,
        {{ area_key("case when subject_role = 'area' then subject_area_code end",
            "case when subject_role = 'area' then subject_name end") }} as area_key,
        {{ surrogate_key(["case when subject_role = 'organisation' then subject_name end"]) }} as organisation_key
    from named

)

select
    with_members.*,
    {{ surrogate_key(['with_members.area_key', 'with_members.organisation_key']) }} as subject_key,
    {{ series_key() }} as series_key,
    (current_documents.load_id is not null and coalesce(with_members.review_verdict, '') != 'reject') as is_published
from with_members
left join current_documents on with_members.load_id = current_documents.load_id
