{% macro indicator_key(code, name) -%}
    {{ surrogate_key(["case when " ~ code ~ " is not null then 'code' when " ~ name ~ " is not null then 'name' end",
        "coalesce(" ~ code ~ ", " ~ name ~ ")"]) }}
{%- endmacro %}

{% macro area_key(code, name) -%}
    {{ surrogate_key(["case when (" ~ code ~ ") is not null then 'code' when (" ~ name ~ ") is not null then 'name' end",
        "coalesce(" ~ code ~ ", " ~ name ~ ")"]) }}
{%- endmacro %}

{% macro series_key() -%}
    {#- claims of one series may be compared: same base unit, and for a difference the same thing differenced -#}
    {{ surrogate_key([
        'indicator_key', 'area_key', 'organisation_key', 'measure_code', 'denominator_indicator_key',
        'denominator_area_code', 'base_unit_code', 'modality', 'changed_measure_code',
        "case when measure_code in ('change_pp', 'growth', 'other') then canonical_base_code end",
    ]) }}
{%- endmacro %}
