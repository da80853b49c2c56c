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
