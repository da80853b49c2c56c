{% macro value_range(value, lower, upper, qualifier, slack, factor, measure) -%}
    {#- what the words and the rounding allow, in base units; open where the claim is only a bound -#}
    case when {{ measure }} in ('count', 'rank') and {{ qualifier }} = 'exact' and {{ slack }} = 0
        then numrange(trim_scale({{ value }} * {{ factor }}), trim_scale({{ value }} * {{ factor }}), '[]')
    else numrange(
        case
            when {{ lower }} is not null or {{ qualifier }} in ('exact', 'approx')
                then trim_scale(least(coalesce({{ lower }}, {{ value }}), {{ value }} - {{ slack }}) * {{ factor }})
        end,
        case
            when {{ upper }} is not null or {{ qualifier }} in ('exact', 'approx')
                then trim_scale(greatest(coalesce({{ upper }}, {{ value }}), {{ value }} + {{ slack }}) * {{ factor }})
        end,
        '[]'
    ) end
{%- endmacro %}
