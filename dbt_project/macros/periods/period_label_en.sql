{% macro period_label_en() -%}
    case period_type_code
        when 'half' then 'H' || right(period_code, 1) || ' ' || left(period_code, 4)
        when 'quarter' then 'Q' || right(period_code, 1) || ' ' || left(period_code, 4)
        when 'month' then to_char(period_start_date, 'Mon YYYY')
        when 'cumulated_months' then 'Jan–' || to_char(period_end_date, 'Mon YYYY')
        else replace(period_code, '/', '–')
    end
{%- endmacro %}
