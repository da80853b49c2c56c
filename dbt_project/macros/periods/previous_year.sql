{% macro previous_year(period_code) -%}
    {#- the same stretch of the year before; a span over years has none -#}
    case
        when {{ period_code }} ~ '^[12]\d{3}'
            and left(split_part({{ period_code }}, '/', 2), 4) in ('', left({{ period_code }}, 4))
            then replace({{ period_code }}, left({{ period_code }}, 4), (left({{ period_code }}, 4)::int - 1)::text)
    end
{%- endmacro %}
