{% macro plain_name(column) -%}
    regexp_replace({{ column }}, '[“”‘’"''\s]', '', 'g')
{%- endmacro %}
