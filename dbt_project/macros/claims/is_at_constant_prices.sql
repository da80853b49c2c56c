{% macro is_at_constant_prices(indicator_code) -%}
    {#- growth of value added is stated at constant prices, its levels are at the prices of their year -#}
    (coalesce({{ indicator_code }}, '') ~ '(^|_)gdp(_|$)|value_added')
{%- endmacro %}
