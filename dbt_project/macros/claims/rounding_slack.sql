{% macro rounding_slack(value, qualifier, measure) -%}
    {#- 60 % may be 59.2 % rounded to tens, 近5500 may be 5469.2; small counts and ranks are never rounded -#}
    case
        when {{ qualifier }} not in ('exact', 'approx') or {{ value }} = 0 then 0
        when {{ measure }} in ('count', 'rank') and {{ qualifier }} = 'exact' and abs({{ value }}) < 100 then 0
        else greatest(
            case when {{ qualifier }} = 'approx' then abs({{ value }}) * {{ var('approximation_tolerance') }} end,
            case
                when scale({{ value }}) = 0 and {{ value }}::text like '%0'
                    then 0.5 * 10::numeric ^ (length({{ value }}::text) - length(rtrim({{ value }}::text, '0')))
            end,
            0
        )
    end
{%- endmacro %}
