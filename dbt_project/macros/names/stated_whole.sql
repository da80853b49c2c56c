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
