{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Every identity with its verdict. Ranges that touch are consistent, so that rounding is never an alarm.
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

indicators as (select * from {{ ref('dim_indicator') }}),

measured as (

    select
        findings.*,
        indicators.is_in_vocabulary,
        greatest(
            lower(findings.claimed_range) - upper(findings.expected_range),
            lower(findings.expected_range) - upper(findings.claimed_range),
            0
        ) as gap_base
    from findings
    inner join indicators on findings.indicator_key = indicators.indicator_key

),

related as (

    select
        *,
        round(gap_base / nullif(abs(expected_value_base), 0) * 100, 6) as gap_pct
    from measured

),

reasoned as (

    select
        *,
        case
            when lower(expected_range) is null and upper(expected_range) is null then 'only_bounds'
            when not is_test then 'nobody_states_it'
            when gap_base = 0 then 'ranges_meet'
            when is_price_dependent and gap_pct <= {{ var('price_tolerance_pct') }} then 'prices_may_explain_it'
            -- nobody contradicts himself in one breath: these are two figures, not one claim twice
            when is_same_sentence then 'same_sentence'
            when identity_kind_code = 'repeat' and not is_in_vocabulary then 'name_not_in_vocabulary'
            else 'ranges_apart'
        end as verdict_reason_code
    from related

)

select
    *,
    case verdict_reason_code
        when 'nobody_states_it' then 'implied'
        when 'ranges_meet' then 'consistent'
        when 'ranges_apart' then 'contradictory'
        else 'undetermined'
    end as verdict_code
from reasoned
