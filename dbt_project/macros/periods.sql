{#- Periods as the contract writes them: 2022, 2023-S1, 2023-Q1, 2022-05, 2023-01/2023-09, 2020/2021, 2012-12-31. -#}

{% macro canonical_period(column) -%}
    {#- one name for one stretch of time: 2025-01/2025-06 is 2025-S1, 2025-01/2025-12 is 2025 -#}
    case
        when {{ column }} ~ '^(\d{4}(-\d\d)?)/\1$' then split_part({{ column }}, '/', 1)
        when {{ column }} !~ '^(\d{4})-\d\d/\1-\d\d$' then {{ column }}
        when {{ column }} ~ '-01/.*-12$' then left({{ column }}, 4)
        when {{ column }} ~ '-01/.*-06$' then left({{ column }}, 4) || '-S1'
        when {{ column }} ~ '-07/.*-12$' then left({{ column }}, 4) || '-S2'
        when {{ column }} ~ '-01/.*-03$' then left({{ column }}, 4) || '-Q1'
        when {{ column }} ~ '-04/.*-06$' then left({{ column }}, 4) || '-Q2'
        when {{ column }} ~ '-07/.*-09$' then left({{ column }}, 4) || '-Q3'
        when {{ column }} ~ '-10/.*-12$' then left({{ column }}, 4) || '-Q4'
        else {{ column }}
    end
{%- endmacro %}

{% macro first_day(column) -%}
    {#- years before 1000 are no years of ours; a 31st of February becomes a 3rd of March, never an error -#}
    case
        when {{ column }} ~ '^[12]\d{3}$' then make_date({{ column }}::int, 1, 1)
        when {{ column }} ~ '^[12]\d{3}-S[12]$'
            then make_date(left({{ column }}, 4)::int, right({{ column }}, 1)::int * 6 - 5, 1)
        when {{ column }} ~ '^[12]\d{3}-Q[1-4]$'
            then make_date(left({{ column }}, 4)::int, right({{ column }}, 1)::int * 3 - 2, 1)
        when {{ column }} ~ '^[12]\d{3}-(0[1-9]|1[0-2])$' then to_date({{ column }}, 'YYYY-MM')
        when {{ column }} ~ '^[12]\d{3}-(0[1-9]|1[0-2])-\d\d$'
            then to_date(left({{ column }}, 7), 'YYYY-MM') + right({{ column }}, 2)::int - 1
    end
{%- endmacro %}

{% macro period_start(column) -%}
    {{ first_day("split_part(" ~ column ~ ", '/', 1)") }}
{%- endmacro %}

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
