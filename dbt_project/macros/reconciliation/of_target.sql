{% macro of_target(column) -%}
    case target_role_code
        when 'result' then result_{{ column }}
        when 'left' then left_{{ column }}
        else right_{{ column }}
    end
{%- endmacro %}
