{% macro forget_changed_documents() -%}
    {{ forget(ref('int_documents__changed'), 'document_id') }}
{%- endmacro %}
