{% macro prune_unclaimed_members() -%}
    select 1
{%- endmacro %}
