{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- What follows from a figure that nobody states but the first round implies.
with roles as (select * from {{ ref('int_identities__roles') }}),

implied as (

    select distinct on (target_slot_key, base_unit_code)
        target_slot_key as slot_key,
        null::uuid as observation_key,
        '(' || calculation_text || ')' as figure_text,
        basis_evidence_text as evidence_text,
        base_unit_code,
        unit_code,
        base_factor,
        expected_range as value_range,
        lower(expected_range) as low,
        upper(expected_range) as high,
        expected_value_base as point_value,
        true as is_best,
        identity_key as origin_key,
        is_price_dependent
    from {{ ref('int_reconciliation__first_round') }}
    where not is_test and (lower(expected_range) is not null or upper(expected_range) is not null)
    order by
        target_slot_key,
        base_unit_code,
        is_price_dependent,
        upper(expected_range) - lower(expected_range) nulls last,
        identity_key

),

known as (

    select * from {{ ref('int_reconciliation__known_claims') }}

    union all

    select * from implied

),

{{ solve_identities('known') }},

indicators as (select * from {{ ref('dim_indicator') }})

select
    {{ solution_columns() }},
    2 as round_number,
    solved.has_price_dependent_operand
    or (solved.identity_kind_code = 'growth' and {{ is_at_constant_prices('indicators.indicator_code') }})
        as is_price_dependent,
    false as is_same_sentence
from solved
inner join roles as targets
    on solved.identity_key = targets.identity_key and solved.target_role_code = targets.role_code
inner join indicators on solved.result_indicator_key = indicators.indicator_key
where solved.implied_operand_count > 0
