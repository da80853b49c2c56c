{% macro without_area(name, subject) -%}
    case
        when starts_with({{ name }}, {{ subject }}) then substr({{ name }}, length({{ subject }}) + 1)
        when length({{ subject }}) > 2 and starts_with({{ name }}, left({{ subject }}, -1))
            then substr({{ name }}, length({{ subject }}))
        else regexp_replace({{ name }}, '^(全市|全区|全县)(?=.)', '')
    end
{%- endmacro %}
