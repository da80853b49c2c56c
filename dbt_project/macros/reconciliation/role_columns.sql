{% macro role_columns(alias, role) -%}
    {{ alias }}.slot_key as {{ role }}_slot_key,
    {{ alias }}.observation_key as {{ role }}_observation_key,
    {{ alias }}.figure_text as {{ role }}_text,
    {{ alias }}.evidence_text as {{ role }}_evidence_text,
    {{ alias }}.base_unit_code as {{ role }}_base_unit_code,
    {{ alias }}.unit_code as {{ role }}_unit_code,
    {{ alias }}.base_factor as {{ role }}_base_factor,
    {{ alias }}.value_range as {{ role }}_range,
    {{ operand(alias ~ ".low", "coalesce(" ~ role ~ "_roles.operand_code, 'as_is')") }} as {{ role }}_low,
    {{ operand(alias ~ ".high", "coalesce(" ~ role ~ "_roles.operand_code, 'as_is')") }} as {{ role }}_high,
    {{ operand(alias ~ ".point_value", "coalesce(" ~ role ~ "_roles.operand_code, 'as_is')") }} as {{ role }}_point
{%- endmacro %}
