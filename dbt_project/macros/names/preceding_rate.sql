{% macro preceding_rate() -%}
    {#- the measure of the last share or growth rate before this claim, of the same thing in the same text -#}
    substr(
        max(to_char(start_offset, 'FM0000000000') || measure_code)
            filter (where measure_code in ('share', 'growth_yoy', 'contribution_rate')) over text_so_far,
        11
    )
{%- endmacro %}
