{% macro start_empty() -%}
    {#- emptied, never dropped: views stand on these tables, and an incremental run does not make views again -#}
    {%- if is_incremental() -%} truncate {{ this }} {%- endif -%}
{%- endmacro %}
