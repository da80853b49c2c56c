{#- Before an incremental model appends, it forgets what it said of everything that may have changed. -#}

{% macro forget(changed, key) -%}
    {%- if is_incremental() -%}
        delete from {{ this }} as existing using {{ changed }} as changed
        where existing.{{ key }} = changed.{{ key }}
    {%- endif -%}
{%- endmacro %}

{% macro forget_changed_documents() -%}
    {{ forget(ref('int_documents__changed'), 'document_id') }}
{%- endmacro %}

{% macro forget_affected_series() -%}
    {{ forget(ref('int_series__affected'), 'series_key') }}
{%- endmacro %}

{% macro forget_affected_subjects() -%}
    {{ forget(ref('int_subjects__affected'), 'subject_key') }}
{%- endmacro %}
