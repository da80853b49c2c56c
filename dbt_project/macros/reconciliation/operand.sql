{% macro operand(value, code) -%}
    case {{ code }}
        when 'fraction' then {{ value }} / 100
        when 'factor' then 1 + {{ value }} / 100
        when 'factor_squared' then (1 + {{ value }} / 100) ^ 2
        else {{ value }}
    end
{%- endmacro %}
