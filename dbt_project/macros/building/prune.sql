{% macro prune(dimension, key, is_prunable, references) %}
delete from {{ dimension }} as members
where {{ is_prunable }}
    {%- for facts, column in references %}
    and not exists (select 1 from {{ facts }} as facts where facts.{{ column }} = members.{{ key }})
    {%- endfor %};
{% endmacro %}
