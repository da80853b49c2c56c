{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Which claim stands for its slot; chosen as in indicator_series.
with claims as (

    select
        *,
        first_value(value_range) over (
            partition by slot_key, base_unit_code
            order by {{ by_authority() }}
        ) as leading_range
    from {{ ref('int_slots__claimed') }}

),

ranked as (

    select
        *,
        row_number() over (
            partition by slot_key, base_unit_code
            order by (value_range && leading_range) desc, precision_rank asc, {{ by_authority() }}
        ) as preference_rank
    from claims

)

select
    *,
    preference_rank = 1 as is_best,
    first_value(value_range) over (partition by slot_key, base_unit_code order by preference_rank) as best_range
from ranked
