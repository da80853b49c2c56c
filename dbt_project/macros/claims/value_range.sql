{% macro value_range(value, lower, upper, qualifier, slack, factor, measure) -%}
    {#- what the words and the rounding allow, in base units; open where the claim is only a bound -#}
    case when {{ measure }} in ('count', 'rank') and {{ qualifier }} = 'exact' and {{ slack }} = 0
        then numrange({{ value }} * {{ factor }}, {{ value }} * {{ factor }}, '[]')
    else numrange(
        case
            when {{ lower }} is not null or {{ qualifier }} in ('exact', 'approx')
                then least(coalesce({{ lower }}, {{ value }}), {{ value }} - {{ slack }}) * {{ factor }}
        end,
        case
            when {{ upper }} is not null or {{ qualifier }} in ('exact', 'approx')
                then greatest(coalesce({{ upper }}, {{ value }}), {{ value }} + {{ slack }}) * {{ factor }}
        end,
        '[]'
    ) end
{%- endmacro %}
