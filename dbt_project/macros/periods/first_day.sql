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
