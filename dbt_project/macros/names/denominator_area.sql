{% macro denominator_area(denominator, indicator, area_code) -%}
    {#- 占全国总量的1/10: the whole is the same indicator of the whole country, or of the whole province -#}
    case
        when coalesce({{ denominator }}, '') !~ '^全[国省]' then null
        when
            {{ denominator }} !~ '^全[国省](的)?(总量|总数|总额|总值|总体|比重)?$'
            and strpos({{ denominator }}, {{ indicator }}) = 0
            then null
        when {{ denominator }} ~ '^全国' then '100000'
        else left({{ area_code }}, 2) || '0000'
    end
{%- endmacro %}
