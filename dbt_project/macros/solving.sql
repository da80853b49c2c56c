{% macro operand(value, code) -%}
    case {{ code }}
        when 'fraction' then {{ value }} / 100
        when 'factor' then 1 + {{ value }} / 100
        when 'factor_squared' then (1 + {{ value }} / 100) ^ 2
        else {{ value }}
    end
{%- endmacro %}

{% macro figure(value, code) -%}
    {#- the inverse of operand -#}
    case {{ code }}
        when 'fraction' then {{ value }} * 100
        when 'factor' then ({{ value }} - 1) * 100
        when 'factor_squared' then (sqrt({{ value }}) - 1) * 100
        else {{ value }}
    end
{%- endmacro %}

{% macro solved(part) -%}
    {#- interval arithmetic of one identity: `part` is low, high or point; an unknown bound stays unknown -#}
    {%- set opposite = {'low': 'high', 'high': 'low', 'point': 'point'}[part] -%}
    case
        when target_role_code = 'result' and identity_kind_code = 'difference' then left_{{ part }} + right_{{ part }}
        when target_role_code = 'result' then left_{{ part }} * right_{{ part }}
        when target_role_code = 'left' and identity_kind_code = 'difference'
            then result_{{ part }} - right_{{ opposite }}
        when target_role_code = 'left' then result_{{ part }} / nullif(right_{{ opposite }}, 0)
        when identity_kind_code = 'difference' then result_{{ part }} - left_{{ opposite }}
        else result_{{ part }} / nullif(left_{{ opposite }}, 0)
    end
{%- endmacro %}

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
    {{ operand(alias ~ ".point", "coalesce(" ~ role ~ "_roles.operand_code, 'as_is')") }} as {{ role }}_point
{%- endmacro %}

{% macro calculation() -%}
    {#- the arithmetic in the words of the claims, for a reader -#}
    case identity_kind_code || ' ' || target_role_code
        when 'share result' then left_text || ' × ' || right_text
        when 'share left' then result_text || ' ÷ ' || right_text
        when 'share right' then result_text || ' ÷ ' || left_text
        when 'growth result' then left_text || ' × (1 + ' || right_text || ')'
        when 'growth left' then result_text || ' ÷ (1 + ' || right_text || ')'
        when 'growth right' then result_text || ' ÷ ' || left_text || ' − 1'
        when 'difference result' then left_text || ' + ' || right_text
        when 'difference left' then result_text || ' − ' || right_text
        when 'difference right' then result_text || ' − ' || left_text
        when 'average result' then '√((1 + ' || left_text || ') × (1 + ' || right_text || ')) − 1'
        when 'average left' then '(1 + ' || result_text || ')² ÷ (1 + ' || right_text || ') − 1'
        when 'average right' then '(1 + ' || result_text || ')² ÷ (1 + ' || left_text || ') − 1'
    end
{%- endmacro %}
