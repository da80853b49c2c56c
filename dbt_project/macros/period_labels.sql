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

{% macro period_label_zh() -%}
    case period_type_code
        when 'year' then period_code || '年'
        when 'half' then left(period_code, 4) || case right(period_code, 1) when '1' then '年上半年' else '年下半年' end
        when 'quarter'
            then left(period_code, 4) || '年' || substr('一二三四', right(period_code, 1)::int, 1) || '季度'
        when 'month' then left(period_code, 4) || '年' || right(period_code, 2)::int || '月'
        when 'cumulated_months' then left(period_code, 4) || '年1—' || right(period_code, 2)::int || '月'
        else replace(period_code, '/', '—')
    end
{%- endmacro %}

{% macro period_label_en() -%}
    case period_type_code
        when 'half' then 'H' || right(period_code, 1) || ' ' || left(period_code, 4)
        when 'quarter' then 'Q' || right(period_code, 1) || ' ' || left(period_code, 4)
        when 'month' then to_char(period_start_date, 'Mon YYYY')
        when 'cumulated_months' then 'Jan–' || to_char(period_end_date, 'Mon YYYY')
        else replace(period_code, '/', '–')
    end
{%- endmacro %}
