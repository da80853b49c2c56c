{% macro calculation() -%}
    {#- the arithmetic in the words of the claims, for a reader -#}
    case identity_kind_code || ' ' || target_role_code
        when 'share result' then left_text || ' × ' || right_text
        when 'share left' then result_text || ' ÷ ' || right_text
        when 'share right' then result_text || ' ÷ ' || left_text
        when 'growth result' then left_text || ' × (1 + ' || right_text || ')'
        when 'growth left' then result_text || ' ÷ (1 + ' || right_text || ')'
        when 'growth right' then result_text || ' ÷ ' || left_text || ' − 1'
        when 'difference result' then left_text || ' + ' || right_text
        when 'difference left' then result_text || ' − ' || right_text
        when 'difference right' then result_text || ' − ' || left_text
        when 'average result' then '√((1 + ' || left_text || ') × (1 + ' || right_text || ')) − 1'
        when 'average left' then '(1 + ' || result_text || ')² ÷ (1 + ' || right_text || ') − 1'
        when 'average right' then '(1 + ' || result_text || ')² ÷ (1 + ' || left_text || ') − 1'
    end
{%- endmacro %}
