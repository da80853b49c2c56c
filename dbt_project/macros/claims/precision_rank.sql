{% macro precision_rank(qualifier, slack) -%}
    {#- 1 exact, 2 rounded or about, 3 only a bound -#}
    case
        when {{ qualifier }} not in ('exact', 'approx') then 3
        when {{ qualifier }} = 'approx' or {{ slack }} > 0 then 2
        else 1
    end
{%- endmacro %}
