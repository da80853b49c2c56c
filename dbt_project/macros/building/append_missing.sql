{% macro append_missing(key) -%}
    {#- members of a dimension are added where they are new: facts refer to them, so none is ever replaced -#}
    {%- if is_incremental() %}
    where not exists (
        select 1 from {{ this }} as existing where existing.{{ key }} = members.{{ key }}
    )
    {%- endif -%}
{%- endmacro %}
