{% macro changed_measure(measure, denominator, indicator, preceding_measure) -%}
    {#- what a difference in percentage points is a difference of: as stated, or else the rate stated just before -#}
    case
        when {{ measure }} != 'change_pp' then null
        when {{ denominator }} ~ '比重|占比|份额|share' or {{ indicator }} ~ '(比重|占比|份额)$' then 'share'
        when {{ denominator }} ~ '贡献率|contribution' or {{ indicator }} ~ '贡献率$' then 'contribution_rate'
        when {{ denominator }} ~ '增长|增速|增幅|growth' or {{ indicator }} ~ '(增速|增幅|增长率)$' then 'growth_yoy'
        else {{ preceding_measure }}
    end
{%- endmacro %}
