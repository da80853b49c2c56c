{% macro relation_columns() -%}
    slot_key,
    subject_key,
    indicator_key,
    area_key,
    organisation_key,
    quantity_code,
    denominator_indicator_key,
    denominator_area_code,
    changed_measure_code,
    base_period_code,
    period_code
{%- endmacro %}
