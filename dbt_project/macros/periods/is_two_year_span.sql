{% macro is_two_year_span(period_code) -%}
    ({{ period_code }} ~ '^\d{4}/\d{4}$' and right({{ period_code }}, 4)::int - left({{ period_code }}, 4)::int = 1)
{%- endmacro %}
