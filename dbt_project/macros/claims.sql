{% macro obs_status(modality, qualifier) -%}
    {#- SDMX CL_OBS_STATUS: F a forecast or target, E an estimate (about, more than), A as counted -#}
    case
        when {{ modality }} != 'fact' then 'F'
        when {{ qualifier }} != 'exact' then 'E'
        else 'A'
    end
{%- endmacro %}

{% macro precision_rank(qualifier, slack) -%}
    {#- 1 exact, 2 rounded or about, 3 only a bound -#}
    case
        when {{ qualifier }} not in ('exact', 'approx') then 3
        when {{ qualifier }} = 'approx' or {{ slack }} > 0 then 2
        else 1
    end
{%- endmacro %}
