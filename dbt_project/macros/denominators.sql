{% macro denominator_indicator(measure, denominator) -%}
    {#- contributions are to the growth of something: 对经济增长的贡献率 is one to the growth of GDP -#}
    case
        when {{ measure }} not in ('share', 'ratio', 'other', 'contribution_rate', 'contribution_pp') then null
        when {{ measure }} not in ('contribution_rate', 'contribution_pp') then {{ plain_name(denominator) }}
        when coalesce({{ denominator }}, '') in ('', '经济增长', '国民经济增长', 'GDP增长') then '地区生产总值'
        else regexp_replace({{ plain_name(denominator) }}, '(增长|增速)$', '')
    end
{%- endmacro %}

{% macro changed_measure(measure, denominator) -%}
    {#- what a difference in percentage points is a difference of -#}
    case
        when {{ measure }} != 'change_pp' then null
        when {{ denominator }} ~ '比重|占比|份额|share' then 'share'
        when {{ denominator }} ~ '贡献率|contribution' then 'contribution_rate'
        when {{ denominator }} ~ '增长|增速|增幅|growth' then 'growth_yoy'
    end
{%- endmacro %}

{% macro is_national_total(denominator, indicator) -%}
    {#- 占全国总量的1/10: the whole is the same indicator of the whole country -#}
    ({{ denominator }} ~ '^全国' and (
        {{ denominator }} ~ '^全国(的)?(总量|总数|总额|总值|总体|比重)?$'
        or strpos({{ denominator }}, {{ indicator }}) > 0
    ))
{%- endmacro %}
