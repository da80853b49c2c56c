{#- A name that only superseded claims used leaves its dimension again, so that an incremental build ends where a full
    one does. The vocabulary's own members stay. -#}

{% macro prune_unclaimed_members() -%}
    {%- set observation = ref('fct_observation') -%}
    {%- set designation = ref('fct_pilot_designation') -%}
    {%- set reconciliation = ref('fct_reconciliation') -%}
    {%- set count = ref('fct_pilot_count') -%}
    {%- set prunable = [
        (ref('dim_indicator'), 'indicator_key', "not is_in_vocabulary and indicator_name_zh != '(无)'",
            [(observation, 'indicator_key'), (observation, 'denominator_indicator_key')]),
        (ref('dim_unit'), 'unit_key', "not is_in_vocabulary and unit_code != '(无)'", [(observation, 'unit_key')]),
        (ref('dim_area'), 'area_key', "not is_in_vocabulary and area_name_zh != '(无)'", [(observation, 'area_key')]),
        (ref('dim_organisation'), 'organisation_key', "organisation_name != '(无)'",
            [(observation, 'organisation_key'), (designation, 'organisation_key')]),
        (ref('dim_pilot'), 'pilot_key', 'true', [(count, 'pilot_key'), (designation, 'pilot_key')]),
        (ref('dim_period'), 'period_key', 'not is_calendar',
            [(observation, 'period_key'), (observation, 'compared_with_period_key'),
             (designation, 'period_key'), (reconciliation, 'period_key')]),
    ] -%}
    {%- if execute and flags.WHICH in ('run', 'build') and not flags.FULL_REFRESH -%}
        {%- for dimension, key, condition, references in prunable -%}
            {{ prune(dimension, key, condition, references) }}
        {%- endfor -%}
    {%- endif -%}
{%- endmacro %}
