{% macro figure(value, code) -%}
    {#- the inverse of operand -#}
    case {{ code }}
        when 'fraction' then {{ value }} * 100
        when 'factor' then ({{ value }} - 1) * 100
        when 'factor_squared' then (sqrt({{ value }}) - 1) * 100
        else {{ value }}
    end
{%- endmacro %}
