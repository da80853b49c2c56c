{% macro period_start(column) -%}
    {{ first_day("split_part(" ~ column ~ ", '/', 1)") }}
{%- endmacro %}
