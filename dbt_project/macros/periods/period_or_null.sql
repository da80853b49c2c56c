{% macro period_or_null(column) -%}
    {#- a change may be compared with a place (比全省高) instead of a period -#}
    case when {{ column }} ~ '^[12]\d{3}(-|/|$)' then {{ column }} end
{%- endmacro %}
