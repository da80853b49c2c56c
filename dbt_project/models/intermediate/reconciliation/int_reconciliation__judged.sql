{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Every identity with its verdict. Intervals that touch are consistent, so that rounding is never an alarm.
with findings as (

    select * from {{ ref('int_reconciliation__first_round') }}

    union all

    select * from {{ ref('int_reconciliation__second_round') }}

    union all

    select * from {{ ref('int_reconciliation__repeats') }}

    union all

    select * from {{ ref('int_reconciliation__totals') }}

    union all

    select * from {{ ref('int_reconciliation__pilot_totals') }}

),

measured as (

    select
        *,
        greatest(
            lower(claimed_range) - upper(expected_range),
            lower(expected_range) - upper(claimed_range),
            0
        ) as gap_base
    from findings

),

related as (

    select
        *,
        round(gap_base / nullif(abs(expected_value_base), 0) * 100, 6) as gap_pct
    from measured

)

select
    *,
    case
        when lower(expected_range) is null and upper(expected_range) is null then 'undetermined'
        when not is_test then 'implied'
        when gap_base = 0 then 'consistent'
        when is_price_dependent and gap_pct <= {{ var('price_tolerance_pct') }} then 'undetermined'
        else 'contradictory'
    end as verdict_code,
    case
        when lower(expected_range) is null and upper(expected_range) is null then 'only_bounds'
        when not is_test then 'nobody_states_it'
        when gap_base = 0 then 'ranges_meet'
        when is_price_dependent and gap_pct <= {{ var('price_tolerance_pct') }} then 'prices_may_explain_it'
        else 'ranges_apart'
    end as verdict_reason_code
from related
