{% macro surrogate_key(columns) -%}
    {#- the separator and the null mark cannot occur in names, so that different grains never collide -#}
    md5(concat_ws(
        chr(31),
        {%- for column in columns %}
        coalesce(({{ column }})::text, chr(30)){{ "," if not loop.last }}
        {%- endfor %}
    ))::uuid
{%- endmacro %}
