{{ config(pre_hook='{{ start_empty() }}') }}

-- The latest claim for each programme, level and kind in an area, beside the members that articles name.
with counts as (

    select * from {{ ref('int_pilots__latest_counts') }}

),

named as (

    select
        pilot_key,
        area_key,
        count(distinct member_name) as named_count,
        string_agg(distinct member_name, '、' order by member_name) as named_members
    from {{ ref('fct_pilot_designation') }}
    group by pilot_key, area_key

),

pilots as (

    select * from {{ ref('dim_pilot') }}

),

areas as (

    select * from {{ ref('dim_area') }}

),

merged as (

    select
        coalesce(counts.pilot_key, named.pilot_key) as pilot_key,
        coalesce(counts.area_key, named.area_key) as area_key,
        counts.claimed_count,
        counts.batch_count,
        counts.as_of_period_code,
        coalesce(named.named_count, 0) as named_count,
        named.named_members
    from counts
    full outer join named on counts.pilot_key = named.pilot_key and counts.area_key = named.area_key

)

select
    {{ surrogate_key(['merged.pilot_key', 'merged.area_key']) }} as pilot_summary_key,
    merged.pilot_key,
    merged.area_key,
    areas.area_name_zh,
    areas.area_name_en,
    pilots.programme_code,
    pilots.programme_name_zh,
    pilots.programme_name_en,
    pilots.pilot_level_code,
    pilots.pilot_level_name_zh,
    pilots.pilot_level_name_en,
    pilots.pilot_kind_code,
    pilots.pilot_kind_name_zh,
    pilots.pilot_kind_name_en,
    merged.as_of_period_code,
    merged.claimed_count,
    merged.batch_count,
    sum(merged.claimed_count) over (
        partition by merged.area_key, pilots.programme_code, pilots.pilot_level_code
    ) as level_claimed_count,
    merged.named_count,
    merged.named_members,
    greatest(merged.claimed_count - merged.named_count, 0) as unnamed_count,
    merged.named_count <= merged.claimed_count as is_adding_up
from merged
inner join pilots on merged.pilot_key = pilots.pilot_key
inner join areas on merged.area_key = areas.area_key
