{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Claims that relate other figures to each other: a share, a growth rate, a difference, an average growth rate.
with slots as (

    select distinct
        {{ relation_columns() }}
    from {{ ref('int_slots__ranked') }}
    where is_affected

),

averages as (

    select distinct slot_key
    from {{ ref('int_slots__ranked') }}
    where quantity_code = 'growth_avg' and (evidence_text ~ '两年平均' or {{ is_two_year_span('period_code') }})

),

shares as (

    select distinct
        subject_key,
        indicator_key,
        denominator_indicator_key,
        denominator_area_code,
        period_code
    from slots
    where quantity_code = 'share'

),

differences as (

    select distinct on (slots.slot_key)
        slots.slot_key,
        shares.denominator_indicator_key as share_denominator_key,
        shares.denominator_area_code as share_denominator_area_code
    from slots
    inner join shares
        on
            slots.subject_key = shares.subject_key
            and slots.indicator_key = shares.indicator_key
            and shares.period_code in (slots.period_code, slots.base_period_code)
    where slots.quantity_code = 'change_pp' and slots.changed_measure_code = 'share'
    order by slots.slot_key, shares.denominator_indicator_key, shares.denominator_area_code

)

select
    slots.*,
    differences.share_denominator_key,
    differences.share_denominator_area_code,
    case
        when slots.quantity_code = 'share' then 'share'
        when slots.quantity_code = 'growth_yoy' then 'growth'
        when averages.slot_key is not null then 'average'
        when slots.changed_measure_code = 'growth_yoy' or differences.slot_key is not null then 'difference'
    end as identity_kind_code
from slots
left join averages on slots.slot_key = averages.slot_key
left join differences on slots.slot_key = differences.slot_key
