{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

with touched as (

    select * from {{ ref('int_observations__touched') }}

)

select distinct subject_key
from touched
