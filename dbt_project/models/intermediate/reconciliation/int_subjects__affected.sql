{{ config(materialized='incremental', pre_hook='{{ start_empty() }}', post_hook='analyze {{ this }}') }}

-- Whose claims must be checked again: the subjects that changed documents speak of, and where a national figure is
-- among those, everybody who claims a share of a national total.
with touched as (

    select distinct
        subject_key,
        subject_area_code
    from {{ ref('int_observations__touched') }}

),

observations as (

    select * from {{ ref('fct_observation') }}
    where denominator_area_code is not null

)

select subject_key
from touched

union

select observations.subject_key
from observations
inner join touched on observations.denominator_area_code = touched.subject_area_code
