{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Members of a programme at one level: the kinds against the total, where an article counts both or only kinds.
with slots as (

    select * from {{ ref('int_slots__ranked') }}
    where is_affected

),

counts as (

    select * from {{ ref('fct_pilot_count') }}
    where counted_code = 'members'

),

pilots as (select * from {{ ref('dim_pilot') }}),

counted as (

    select distinct on (
        pilots.programme_code,
        pilots.pilot_level_code,
        pilots.pilot_kind_code,
        slots.subject_key,
        slots.period_code
    )
        slots.*,
        pilots.programme_code,
        pilots.pilot_level_code,
        pilots.pilot_kind_code
    from slots
    inner join counts on slots.observation_key = counts.observation_key
    inner join pilots on counts.pilot_key = pilots.pilot_key
    order by
        pilots.programme_code,
        pilots.pilot_level_code,
        pilots.pilot_kind_code,
        slots.subject_key,
        slots.period_code,
        {{ by_authority() }}

),

sums as (

    select
        programme_code,
        pilot_level_code,
        subject_key,
        area_key,
        organisation_key,
        period_code,
        (array_agg(indicator_key order by indicator_key))[1] as indicator_key,
        sum(lower(value_range)) as low,
        case when bool_and(upper(value_range) is not null) then sum(upper(value_range)) end as high,
        sum(value_base) as point_value,
        string_agg(quote, ' + ' order by pilot_kind_code) as calculation_text,
        string_agg(distinct evidence_text, ' ‖ ') as basis_evidence_text
    from counted
    where pilot_kind_code != 'none'
    group by programme_code, pilot_level_code, subject_key, area_key, organisation_key, period_code
    having count(*) > 1

)

select
    {{ surrogate_key(["'pilot_total'", 'sums.programme_code', 'sums.pilot_level_code', 'sums.subject_key',
        'sums.period_code']) }} as reconciliation_key,
    {{ surrogate_key(["'pilot_total'", 'sums.programme_code', 'sums.pilot_level_code', 'sums.subject_key',
        'sums.period_code']) }} as identity_key,
    sums.subject_key,
    'total' as identity_kind_code,
    totals.slot_key as target_slot_key,
    sums.indicator_key,
    {{ indicator_key('null::text', 'null::text') }} as denominator_indicator_key,
    sums.area_key,
    sums.organisation_key,
    'amount' as quantity_code,
    sums.period_code,
    totals.slot_key is not null as is_test,
    sums.calculation_text,
    numrange(sums.low, sums.high, '[]') as expected_range,
    sums.point_value as expected_value_base,
    totals.value_range as claimed_range,
    '个' as base_unit_code,
    '个' as unit_code,
    1 as base_factor,
    totals.observation_key,
    totals.quote as claimed_text,
    totals.evidence_text as claimed_evidence_text,
    null::uuid as first_observation_key,
    null::uuid as second_observation_key,
    sums.basis_evidence_text,
    1 as round_number,
    false as is_price_dependent,
    false as is_same_sentence
from sums
left join counted as totals
    on
        sums.programme_code = totals.programme_code
        and sums.pilot_level_code = totals.pilot_level_code
        and sums.subject_key = totals.subject_key
        and sums.period_code = totals.period_code
        and totals.pilot_kind_code = 'none'
