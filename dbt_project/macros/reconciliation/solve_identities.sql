{#- Solves every identity of which two or three figures are known: with three it is a test of the result, with two it
    gives the third. `known` has one row per known figure of a slot; an implied one names the identity it came from,
    so that no identity is ever tested with what it implied itself. -#}

{% macro solve_identities(known) %}
identities as (

    select
        result_roles.identity_key,
        result_roles.owner_subject_key,
        result_roles.identity_kind_code,
        result_roles.indicator_key as result_indicator_key,
        {{ role_columns('results', 'result') }},
        {{ role_columns('lefts', 'left') }},
        {{ role_columns('rights', 'right') }},
        result_roles.operand_code as result_operand_code,
        left_roles.operand_code as left_operand_code,
        right_roles.operand_code as right_operand_code,
        result_roles.slot_key as result_role_slot_key,
        left_roles.slot_key as left_role_slot_key,
        right_roles.slot_key as right_role_slot_key,
        case
            when results.slot_key is null then 'result'
            when lefts.slot_key is null then 'left'
            when rights.slot_key is null then 'right'
            else 'result'
        end as target_role_code,
        num_nonnulls(results.slot_key, lefts.slot_key, rights.slot_key) = 3 as is_test,
        coalesce(results.is_best, true) and coalesce(lefts.is_best, true) and coalesce(rights.is_best, true)
            as is_all_best,
        num_nonnulls(results.origin_key, lefts.origin_key, rights.origin_key) as implied_operand_count,
        result_roles.identity_key
        in (results.origin_key, lefts.origin_key, rights.origin_key) as is_circular,
        coalesce(results.is_price_dependent, false) or coalesce(lefts.is_price_dependent, false)
        or coalesce(rights.is_price_dependent, false) as has_price_dependent_operand
    from roles as result_roles
    inner join roles as left_roles
        on result_roles.identity_key = left_roles.identity_key and left_roles.role_code = 'left'
    inner join roles as right_roles
        on result_roles.identity_key = right_roles.identity_key and right_roles.role_code = 'right'
    left join {{ known }} as results on result_roles.slot_key = results.slot_key
    left join {{ known }} as lefts on left_roles.slot_key = lefts.slot_key
    left join {{ known }} as rights on right_roles.slot_key = rights.slot_key
    where
        result_roles.role_code = 'result'
        and num_nonnulls(results.slot_key, lefts.slot_key, rights.slot_key) >= 2
        -- amounts in yuan and in dollars are not related by a share or a growth rate
        and (
            result_roles.identity_kind_code not in ('share', 'growth')
            or coalesce(results.base_unit_code = lefts.base_unit_code, true)
        )

),

comparable as (

    select * from identities
    where
        (is_test or is_all_best)
        and is_circular is not true
        -- a fall below zero has no growth rate, and no share
        and (
            identity_kind_code = 'difference'
            or least(coalesce(result_low, 0), coalesce(left_low, 0), coalesce(right_low, 0)) >= 0
        )

),

solved as (

    select
        *,
        {{ solved('low') }} as operand_low,
        {{ solved('high') }} as operand_high,
        {{ solved('point') }} as operand_point,
        {{ calculation() }} as calculation_text,
        {{ of_target('role_slot_key') }} as target_slot_key,
        {{ of_target('operand_code') }} as target_operand_code,
        identity_kind_code in ('share', 'growth') and target_role_code != 'right' as is_amount
    from comparable

)
{% endmacro %}
