{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Counts and names of one pilot in one area, where there is either.
with counts as (select * from {{ ref('int_pilots__latest_counts') }}),

named as (

    select
        {{ surrogate_key(['pilot_key', 'area_key']) }} as pilot_summary_key,
        pilot_key,
        area_key,
        count(distinct member_name) as named_count,
        string_agg(distinct member_name, '、' order by member_name) as named_members
    from {{ ref('fct_pilot_designation') }}
    group by pilot_key, area_key

)

select
    coalesce(counts.pilot_summary_key, named.pilot_summary_key) as pilot_summary_key,
    coalesce(counts.pilot_key, named.pilot_key) as pilot_key,
    coalesce(counts.area_key, named.area_key) as area_key,
    counts.claimed_count,
    counts.batch_count,
    counts.as_of_period_code,
    counts.as_of_date,
    coalesce(named.named_count, 0) as named_count,
    named.named_members
from counts
full outer join named on counts.pilot_summary_key = named.pilot_summary_key
