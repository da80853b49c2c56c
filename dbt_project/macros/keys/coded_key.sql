{% macro coded_key(code, name) -%}
    {#- a name that happens to read like a code is another member than the code -#}
    {{ surrogate_key([
        "case when (" ~ code ~ ") is not null then 'code' when (" ~ name ~ ") is not null then 'name' end",
        "coalesce(" ~ code ~ ", " ~ name ~ ")",
    ]) }}
{%- endmacro %}
