{{ config(pre_hook='{{ start_empty() }}') }}

-- The latest claim for each programme, level and kind in an area, beside the members that articles name.
with merged as (select * from {{ ref('int_pilots__merged') }}),

pilots as (select * from {{ ref('dim_pilot') }}),

areas as (select * from {{ ref('dim_area') }}),

levelled as (

    select
        merged.*,
        pilots.programme_code,
        pilots.programme_name_zh,
        pilots.programme_name_en,
        pilots.pilot_level_code,
        pilots.pilot_level_name_zh,
        pilots.pilot_level_name_en,
        pilots.pilot_kind_code,
        pilots.pilot_kind_name_zh,
        pilots.pilot_kind_name_en,
        sum(merged.claimed_count) filter (where pilots.pilot_kind_code != 'none') over at_level as kind_sum_count,
        max(merged.claimed_count) filter (where pilots.pilot_kind_code = 'none') over at_level as stated_total_count
    from merged
    inner join pilots on merged.pilot_key = pilots.pilot_key
    window at_level as (partition by merged.area_key, pilots.programme_code, pilots.pilot_level_code)

)

select
    -- keys
    levelled.pilot_summary_key,
    levelled.pilot_key,
    levelled.area_key,

    -- what and where
    areas.area_name_zh,
    areas.area_name_en,
    levelled.programme_code,
    levelled.programme_name_zh,
    levelled.programme_name_en,
    levelled.pilot_level_code,
    levelled.pilot_level_name_zh,
    levelled.pilot_level_name_en,
    levelled.pilot_kind_code,
    levelled.pilot_kind_name_zh,
    levelled.pilot_kind_name_en,
    levelled.as_of_period_code,
    levelled.as_of_date,

    -- counted
    levelled.claimed_count,
    levelled.batch_count,
    coalesce(levelled.stated_total_count, levelled.kind_sum_count) as level_claimed_count,

    -- named
    levelled.named_count,
    levelled.named_members,
    greatest(levelled.claimed_count - levelled.named_count, 0) as unnamed_count,

    -- do names and kinds add up to what is claimed
    coalesce(levelled.named_count <= levelled.claimed_count, true) as is_named_within_claimed,
    coalesce(levelled.kind_sum_count = levelled.stated_total_count, true) as is_level_adding_up
from levelled
inner join areas on levelled.area_key = areas.area_key
