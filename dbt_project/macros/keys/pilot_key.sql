{% macro pilot_key() -%}
    {{ surrogate_key(['programme_code', 'pilot_level_code', 'pilot_kind_code']) }}
{%- endmacro %}
