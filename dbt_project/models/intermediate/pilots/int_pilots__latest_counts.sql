{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

with counts as (

    select * from {{ ref('fct_pilot_count') }}
    where modality_code = 'fact'

),

documents as (select * from {{ ref('dim_document') }}),

periods as (select * from {{ ref('dim_period') }}),

latest as (

    select distinct on (counts.pilot_key, counts.area_key, counts.counted_code)
        counts.pilot_key,
        counts.area_key,
        counts.counted_code,
        counts.claimed_count,
        periods.period_code,
        periods.period_end_date
    from counts
    inner join documents on counts.document_key = documents.document_key
    inner join periods on counts.period_key = periods.period_key
    order by
        counts.pilot_key asc,
        counts.area_key asc,
        counts.counted_code asc,
        periods.period_end_date desc nulls last,
        documents.publisher_rank asc,
        documents.known_from_date desc,
        counts.observation_key asc
)

select
    {{ surrogate_key(['pilot_key', 'area_key']) }} as pilot_summary_key,
    pilot_key,
    area_key,
    max(claimed_count) filter (where counted_code = 'members') as claimed_count,
    max(claimed_count) filter (where counted_code = 'batches')::int as batch_count,
    max(period_code) as as_of_period_code,
    max(period_end_date) as as_of_date
from latest
group by pilot_key, area_key
