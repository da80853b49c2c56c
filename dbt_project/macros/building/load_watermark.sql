{% macro load_watermark() -%}
    {#- what the standby holds already: asked at run time, because the two marts schemas trade names -#}
    {%- if not execute or flags.FULL_REFRESH -%}
        0
    {%- elif adapter.get_relation(this.database, 'marts_standby', 'publication') is none -%}
        0
    {%- else -%}
        coalesce((select max(publication.load_watermark) from marts_standby.publication as publication), 0)
    {%- endif -%}
{%- endmacro %}
