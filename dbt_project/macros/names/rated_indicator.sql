{% macro rated_indicator(measure, indicator) -%}
    {#- what a difference in percentage points is about: 服务业增加值占生产总值比重 changes, but it is 服务业增加值 whose share
        it is -#}
    case
        when {{ measure }} = 'change_pp'
            then regexp_replace(
                {{ indicator }},
                '(占.+(比重|份额)|对.+贡献率|的?(比重|占比|份额|贡献率)|(同比)?(增速|增幅|增长率))$',
                ''
            )
        else {{ indicator }}
    end
{%- endmacro %}
