{% macro forget_affected_series() -%}
    {{ forget(ref('int_series__affected'), 'series_key') }}
{%- endmacro %}
