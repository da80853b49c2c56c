{% macro indicator_key(code, name) -%}
    {{ coded_key(code, name) }}
{%- endmacro %}

{% macro area_key(code, name) -%}
    {{ coded_key(code, name) }}
{%- endmacro %}

{% macro coded_key(code, name) -%}
    {#- a name that happens to read like a code is another member than the code -#}
    {{ surrogate_key([
        "case when (" ~ code ~ ") is not null then 'code' when (" ~ name ~ ") is not null then 'name' end",
        "coalesce(" ~ code ~ ", " ~ name ~ ")",
    ]) }}
{%- endmacro %}

{% macro series_key() -%}
    {#- claims of one series may be compared: same base unit, and for a difference the same thing differenced;
        a rank is one within its scope (全国, 全省) -#}
    {{ surrogate_key([
        'indicator_key', 'area_key', 'organisation_key', 'measure_code', 'denominator_indicator_key',
        'denominator_area_code', 'base_unit_code', 'modality', 'changed_measure_code',
        "case when measure_code in ('change_pp', 'growth', 'other') then canonical_base_code end",
        "case when measure_code = 'rank' then denominator_name end",
    ]) }}
{%- endmacro %}

{% macro preceding_rate() -%}
    {#- the measure of the last share or growth rate before this claim, of the same thing in the same text -#}
    substr(
        max(to_char(start_offset, 'FM0000000000') || measure_code)
            filter (where measure_code in ('share', 'growth_yoy', 'contribution_rate')) over text_so_far,
        11
    )
{%- endmacro %}
