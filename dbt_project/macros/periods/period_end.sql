{% macro period_end(column) -%}
    {%- set last = "regexp_replace(" ~ column ~ ", '^.*/', '')" -%}
    ({{ first_day(last) }}
    + case
        when {{ last }} ~ '^\d{4}$' then interval '1 year'
        when {{ last }} ~ 'S[12]$' then interval '6 months'
        when {{ last }} ~ 'Q[1-4]$' then interval '3 months'
        when {{ last }} ~ '^\d{4}-\d\d$' then interval '1 month'
        else interval '1 day'
    end - interval '1 day')::date
{%- endmacro %}
