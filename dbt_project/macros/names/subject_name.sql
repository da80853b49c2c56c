{% macro subject_name(area_name, organisation_name) -%}
    coalesce(nullif({{ organisation_name }}, '(无)'), nullif({{ area_name }}, '(无)'))
{%- endmacro %}
