{% macro quantity_code(measure) -%}
    {#- a level and a count are both amounts: the same identities hold for them -#}
    case when {{ measure }} in ('level', 'count') then 'amount' else {{ measure }} end
{%- endmacro %}
