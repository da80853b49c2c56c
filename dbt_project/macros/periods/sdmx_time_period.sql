{% macro sdmx_time_period() -%}
    {#- a stretch without a code of its own is an ISO 8601 start and duration: 2023-01-01/P9M -#}
    case
        when period_type_code = 'unknown' then null
        when period_type_code = 'cumulated_months' or period_code ~ '^\d{4}-\d\d/\d{4}-\d\d$'
            then period_start_date || '/P' || (
                extract(year from age(period_end_date + 1, period_start_date)) * 12
                + extract(month from age(period_end_date + 1, period_start_date))
            ) || 'M'
        when period_code ~ '^\d{4}/\d{4}$'
            then period_start_date || '/P' || extract(year from age(period_end_date + 1, period_start_date)) || 'Y'
        when period_type_code = 'span'
            then period_start_date || '/P' || (period_end_date - period_start_date + 1) || 'D'
        else period_code
    end
{%- endmacro %}
