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
