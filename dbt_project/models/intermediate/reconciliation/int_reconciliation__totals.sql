{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- A total and the parts that the vocabulary says add up to it, where every part is claimed.
with slots as (

    select * from {{ ref('int_slots__ranked') }}
    where is_affected and is_best and quantity_code = 'amount'

),

indicators as (select * from {{ ref('dim_indicator') }}),

parts as (

    select
        wholes.indicator_key as whole_indicator_key,
        parts.indicator_key as part_indicator_key,
        count(*) over (partition by wholes.indicator_key) as part_count
    from indicators as wholes
    inner join indicators as parts on wholes.indicator_code = parts.parent_indicator_code
    where wholes.is_sum_of_parts

),

sums as (

    select
        parts.whole_indicator_key,
        slots.subject_key,
        slots.area_key,
        slots.organisation_key,
        slots.period_code,
        slots.base_unit_code,
        sum(lower(slots.value_range)) as low,
        sum(upper(slots.value_range)) as high,
        sum(slots.value_base) as point_value,
        min(slots.unit_code) as unit_code,
        min(slots.base_factor) as base_factor,
        string_agg(slots.quote, ' + ' order by slots.value_base desc, slots.quote asc) as calculation_text,
        string_agg(distinct slots.evidence_text, ' ‖ ') as basis_evidence_text,
        bool_or(lower(slots.value_range) is null) as is_open_below,
        bool_or(upper(slots.value_range) is null) as is_open_above
    from parts
    inner join slots on parts.part_indicator_key = slots.indicator_key
    group by
        parts.whole_indicator_key,
        slots.subject_key,
        slots.area_key,
        slots.organisation_key,
        slots.period_code,
        slots.base_unit_code
    having count(*) = max(parts.part_count)

)

select
    {{ surrogate_key(["'total'", 'sums.whole_indicator_key', 'sums.subject_key', 'sums.period_code',
        'sums.base_unit_code']) }} as reconciliation_key,
    {{ surrogate_key(["'total'", 'sums.whole_indicator_key', 'sums.subject_key', 'sums.period_code',
        'sums.base_unit_code']) }} as identity_key,
    sums.subject_key,
    'total' as identity_kind_code,
    wholes.slot_key as target_slot_key,
    sums.whole_indicator_key as indicator_key,
    {{ indicator_key('null::text', 'null::text') }} as denominator_indicator_key,
    sums.area_key,
    sums.organisation_key,
    'amount' as quantity_code,
    sums.period_code,
    wholes.slot_key is not null as is_test,
    sums.calculation_text,
    numrange(
        case when not sums.is_open_below then sums.low end,
        case when not sums.is_open_above then sums.high end,
        '[]'
    ) as expected_range,
    sums.point_value as expected_value_base,
    wholes.value_range as claimed_range,
    sums.base_unit_code,
    coalesce(wholes.unit_code, sums.unit_code) as unit_code,
    coalesce(wholes.base_factor, sums.base_factor) as base_factor,
    wholes.observation_key,
    wholes.quote as claimed_text,
    wholes.evidence_text as claimed_evidence_text,
    null::uuid as first_observation_key,
    null::uuid as second_observation_key,
    sums.basis_evidence_text,
    1 as round_number,
    false as is_price_dependent,
    false as is_same_sentence
from sums
left join slots as wholes
    on
        sums.whole_indicator_key = wholes.indicator_key
        and sums.subject_key = wholes.subject_key
        and sums.period_code = wholes.period_code
        and sums.base_unit_code is not distinct from wholes.base_unit_code
