{% macro obs_status(modality, qualifier) -%}
    {#- SDMX CL_OBS_STATUS: F a forecast or target, E an estimate (about, more than), A as counted -#}
    case
        when {{ modality }} != 'fact' then 'F'
        when {{ qualifier }} != 'exact' then 'E'
        else 'A'
    end
{%- endmacro %}
