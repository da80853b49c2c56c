{#- Before an incremental model appends, it forgets what it said of everything that may have changed. -#}

{% macro forget(changed, key) -%}
    {%- if is_incremental() -%}
        delete from {{ this }} as existing using {{ changed }} as changed
        where existing.{{ key }} = changed.{{ key }}
    {%- endif -%}
{%- endmacro %}
