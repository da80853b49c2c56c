{{ config(materialized='incremental', pre_hook='{{ start_empty() }}', post_hook='analyze {{ this }}') }}

-- A series must be recomputed when a changed document has, or had, a claim in it.
with touched as (select * from {{ ref('int_observations__touched') }})

select distinct series_key
from touched
