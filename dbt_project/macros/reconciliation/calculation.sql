{% macro calculation() -%}
    {#- the arithmetic in the words of the claims, for a reader -#}
    case
        when identity_kind_code = 'share' and target_role_code = 'result'
            then left_text || ' × ' || right_text
        when identity_kind_code = 'share' and target_role_code = 'left'
            then result_text || ' ÷ ' || right_text
        when identity_kind_code = 'share' and target_role_code = 'right'
            then result_text || ' ÷ ' || left_text
        when identity_kind_code = 'growth' and target_role_code = 'result'
            then left_text || ' × (1 + ' || right_text || ')'
        when identity_kind_code = 'growth' and target_role_code = 'left'
            then result_text || ' ÷ (1 + ' || right_text || ')'
        when identity_kind_code = 'growth' and target_role_code = 'right'
            then result_text || ' ÷ ' || left_text || ' − 1'
        when identity_kind_code = 'difference' and target_role_code = 'result'
            then left_text || ' + ' || right_text
        when identity_kind_code = 'difference' and target_role_code = 'left'
            then result_text || ' − ' || right_text
        when identity_kind_code = 'difference' and target_role_code = 'right'
            then result_text || ' − ' || left_text
        when identity_kind_code = 'average' and target_role_code = 'result'
            then '√((1 + ' || left_text || ') × (1 + ' || right_text || ')) − 1'
        when identity_kind_code = 'average' and target_role_code = 'left'
            then '(1 + ' || result_text || ')² ÷ (1 + ' || right_text || ') − 1'
        when identity_kind_code = 'average' and target_role_code = 'right'
            then '(1 + ' || result_text || ')² ÷ (1 + ' || left_text || ') − 1'
    end
{%- endmacro %}
