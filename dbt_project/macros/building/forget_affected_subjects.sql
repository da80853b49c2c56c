{% macro forget_affected_subjects() -%}
    {{ forget(ref('int_subjects__affected'), 'subject_key') }}
{%- endmacro %}
