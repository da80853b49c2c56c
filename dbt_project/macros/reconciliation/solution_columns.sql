{% macro solution_columns() -%}
    {{ surrogate_key(['solved.identity_key', 'solved.target_role_code', 'solved.result_observation_key',
        'solved.left_observation_key', 'solved.right_observation_key', 'solved.result_base_unit_code',
        'solved.left_base_unit_code', 'solved.implied_operand_count > 0']) }} as reconciliation_key,
    solved.identity_key,
    solved.owner_subject_key as subject_key,
    solved.identity_kind_code,
    solved.target_slot_key,
    targets.indicator_key,
    targets.denominator_indicator_key,
    targets.area_key,
    targets.organisation_key,
    targets.quantity_code,
    targets.period_code,
    solved.is_test,
    solved.calculation_text,
    numrange(
        trim_scale(round({{ figure('solved.operand_low', 'solved.target_operand_code') }}, 8)),
        trim_scale(round({{ figure('solved.operand_high', 'solved.target_operand_code') }}, 8)),
        '[]'
    ) as expected_range,
    trim_scale(round({{ figure('solved.operand_point', 'solved.target_operand_code') }}, 8)) as expected_value_base,
    case when solved.is_test then solved.result_range end as claimed_range,
    case
        when solved.is_amount then coalesce(solved.result_base_unit_code, solved.left_base_unit_code)
        when solved.identity_kind_code = 'difference' and solved.target_role_code = 'right' then '个百分点'
        else '%'
    end as base_unit_code,
    case
        when solved.is_amount then coalesce(solved.result_unit_code, solved.left_unit_code)
        when solved.identity_kind_code = 'difference' and solved.target_role_code = 'right' then '个百分点'
        else '%'
    end as unit_code,
    case
        when solved.is_amount then coalesce(solved.result_base_factor, solved.left_base_factor)
        else 1
    end as base_factor,
    case when solved.is_test then solved.result_observation_key end as observation_key,
    case when solved.is_test then solved.result_text end as claimed_text,
    case when solved.is_test then solved.result_evidence_text end as claimed_evidence_text,
    case
        when solved.target_role_code = 'result' then solved.left_observation_key
        else solved.result_observation_key
    end as first_observation_key,
    case
        when solved.target_role_code = 'right' then solved.left_observation_key
        else solved.right_observation_key
    end as second_observation_key,
    concat_ws(
        ' ‖ ',
        case when solved.target_role_code != 'result' then solved.result_evidence_text end,
        case when solved.target_role_code != 'left' then solved.left_evidence_text end,
        case when solved.target_role_code != 'right' then solved.right_evidence_text end
    ) as basis_evidence_text
{%- endmacro %}
