{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- The same thing claimed more than once: every further claim against the one that stands for its slot.
with ranked as (

    select * from {{ ref('int_slots__ranked') }}
    where is_affected and quantity_code not in ('rank', 'ratio', 'other')

)

select
    {{ surrogate_key(["'repeat'", 'ranked.observation_key']) }} as reconciliation_key,
    ranked.slot_key as identity_key,
    ranked.subject_key,
    'repeat' as identity_kind_code,
    ranked.slot_key as target_slot_key,
    ranked.indicator_key,
    ranked.denominator_indicator_key,
    ranked.area_key,
    ranked.organisation_key,
    ranked.quantity_code,
    ranked.period_code,
    true as is_test,
    best.quote as calculation_text,
    best.value_range as expected_range,
    best.value_base as expected_value_base,
    ranked.value_range as claimed_range,
    ranked.base_unit_code,
    best.unit_code,
    best.base_factor,
    ranked.observation_key,
    ranked.quote as claimed_text,
    ranked.evidence_text as claimed_evidence_text,
    best.observation_key as first_observation_key,
    null::uuid as second_observation_key,
    best.evidence_text as basis_evidence_text,
    1 as round_number,
    false as is_price_dependent,
    ranked.document_id = best.document_id and ranked.evidence_text = best.evidence_text as is_same_sentence
from ranked
inner join ranked as best
    on ranked.slot_key = best.slot_key and ranked.base_unit_code is not distinct from best.base_unit_code
where best.is_best and not ranked.is_best
