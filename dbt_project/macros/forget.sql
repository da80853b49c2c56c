{% macro forget_changed_documents() -%}
    {%- if is_incremental() -%}
        delete from {{ this }} using {{ ref('int_documents__changed') }} as changed
        where {{ this.identifier }}.document_id = changed.document_id
    {%- endif -%}
{%- endmacro %}

{% macro forget_affected_series() -%}
    {%- if is_incremental() -%}
        delete from {{ this }} using {{ ref('int_series__affected') }} as affected
        where {{ this.identifier }}.series_key = affected.series_key
    {%- endif -%}
{%- endmacro %}

{% macro forget_affected_subjects() -%}
    {%- if is_incremental() -%}
        delete from {{ this }} using {{ ref('int_subjects__affected') }} as affected
        where {{ this.identifier }}.subject_key = affected.subject_key
    {%- endif -%}
{%- endmacro %}
