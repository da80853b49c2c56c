{% macro slot_key() -%}
    {#- a slot is what one claim can fill: one quantity of one indicator, subject and period -#}
    {{ surrogate_key([
        'indicator_key', 'area_key', 'organisation_key', 'quantity_code', 'denominator_indicator_key',
        'denominator_area_code', 'changed_measure_code', 'base_period_code', 'period_code',
    ]) }}
{%- endmacro %}
