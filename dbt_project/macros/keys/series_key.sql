{% macro series_key() -%}
    {#- claims of one series may be compared: same base unit, and for a difference the same thing differenced;
        a rank is one within its scope (全国, 全省) -#}
    {{ surrogate_key([
        'indicator_key', 'area_key', 'organisation_key', 'measure_code', 'denominator_indicator_key',
        'denominator_area_code', 'base_unit_code', 'modality', 'changed_measure_code',
        "case when measure_code in ('change_pp', 'growth', 'other') then coalesce(base_period_code, compared_with_code) end",
        "case when measure_code = 'rank' then denominator_name end",
    ]) }}
{%- endmacro %}
