{% macro frequency_code(period_type) -%}
    {#- SDMX CL_FREQ; cumulated months and spans have no code of their own -#}
    case {{ period_type }}
        when 'year' then 'A'
        when 'half' then 'S'
        when 'quarter' then 'Q'
        when 'month' then 'M'
        when 'day' then 'D'
        when 'unknown' then '_Z'
        else 'O'
    end
{%- endmacro %}
