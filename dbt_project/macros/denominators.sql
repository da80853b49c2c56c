{% macro stated_whole(measure, denominator, subject) -%}
    {#- the whole of a share, or what growth contributes to (对经济增长的贡献率 is a contribution to the growth of GDP),
        without the area in front: 占青岛市生产总值 says no more than 占生产总值 -#}
    case
        when {{ measure }} in ('contribution_rate', 'contribution_pp')
            and coalesce({{ denominator }}, '') in ('', '经济', '经济增长', '国民经济', '国民经济增长', 'GDP增长')
            then '地区生产总值'
        when {{ measure }} in ('contribution_rate', 'contribution_pp')
            then regexp_replace({{ without_area(plain_name(denominator), subject) }}, '(增长|增速)$', '')
        when {{ measure }} in ('share', 'ratio', 'other') then {{ without_area(plain_name(denominator), subject) }}
    end
{%- endmacro %}

{% macro without_area(name, subject) -%}
    case
        when starts_with({{ name }}, {{ subject }}) then substr({{ name }}, length({{ subject }}) + 1)
        when length({{ subject }}) > 2 and starts_with({{ name }}, left({{ subject }}, -1))
            then substr({{ name }}, length({{ subject }}))
        else regexp_replace({{ name }}, '^(全市|全区|全县)(?=.)', '')
    end
{%- endmacro %}

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

{% macro changed_measure(measure, denominator, preceding_measure) -%}
    {#- what a difference in percentage points is a difference of: as stated, or else the rate stated just before -#}
    case
        when {{ measure }} != 'change_pp' then null
        when {{ denominator }} ~ '比重|占比|份额|share' then 'share'
        when {{ denominator }} ~ '贡献率|contribution' then 'contribution_rate'
        when {{ denominator }} ~ '增长|增速|增幅|growth' then 'growth_yoy'
        else {{ preceding_measure }}
    end
{%- endmacro %}
