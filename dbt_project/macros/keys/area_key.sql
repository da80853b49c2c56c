{% macro area_key(code, name) -%}
    {{ coded_key(code, name) }}
{%- endmacro %}
