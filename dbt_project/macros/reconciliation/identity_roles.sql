{#- An identity says result = left × right, or result = left + right. Each has one relation: the claim (or the derived
    figure) that makes the two others comparable.

    kind        result              left                         right                      operation
    share       amount of the part  amount of the whole          share / 100 (relation)     ×
    growth      amount              amount of the year before    1 + growth (relation)      ×
    average     (1 + average)² (relation)  1 + growth before     1 + growth                 ×
    difference  share or growth     the same at the base period  change (relation)          +
-#}

{% macro identity_roles(relations) -%}
    select
        relations.slot_key as identity_key,
        relations.subject_key as owner_subject_key,
        relations.identity_kind_code,
        roles.role_code,
        relations.slot_key as relation_slot_key,
        roles.is_relation,
        case
            when roles.is_whole then relations.denominator_indicator_key
            else relations.indicator_key
        end as indicator_key,
        case
            when roles.is_whole and relations.denominator_area_code is not null
                then {{ area_key('relations.denominator_area_code', 'null::text') }}
            else relations.area_key
        end as area_key,
        case
            when roles.is_whole and relations.denominator_area_code is not null
                then {{ surrogate_key(['null::text']) }}
            else relations.organisation_key
        end as organisation_key,
        case
            when roles.is_relation then relations.quantity_code
            when relations.identity_kind_code = 'difference' then relations.changed_measure_code
            when relations.identity_kind_code = 'average' then 'growth_yoy'
            else 'amount'
        end as quantity_code,
        case
            when roles.is_relation then relations.denominator_indicator_key
            else coalesce(relations.share_denominator_key, {{ indicator_key('null::text', 'null::text') }})
        end as denominator_indicator_key,
        case
            when roles.is_relation then relations.denominator_area_code
            else relations.share_denominator_area_code
        end as denominator_area_code,
        case
            when roles.is_relation then relations.period_code
            when relations.identity_kind_code = 'average' and roles.role_code = 'right'
                then right(relations.period_code, 4)
            when relations.identity_kind_code = 'average'
                then {{ previous_year('right(relations.period_code, 4)') }}
            when relations.identity_kind_code = 'growth' and roles.role_code = 'left'
                then {{ previous_year('relations.period_code') }}
            when relations.identity_kind_code = 'difference' and roles.role_code = 'left'
                then relations.base_period_code
            else relations.period_code
        end as period_code,
        roles.operand_code
    from {{ relations }} as relations
    inner join (
        values
        ('share', 'result', 'as_is', false, false),
        ('share', 'left', 'as_is', false, true),
        ('share', 'right', 'fraction', true, false),
        ('growth', 'result', 'as_is', false, false),
        ('growth', 'left', 'as_is', false, false),
        ('growth', 'right', 'factor', true, false),
        ('average', 'result', 'factor_squared', true, false),
        ('average', 'left', 'factor', false, false),
        ('average', 'right', 'factor', false, false),
        ('difference', 'result', 'as_is', false, false),
        ('difference', 'left', 'as_is', false, false),
        ('difference', 'right', 'as_is', true, false)
    ) as roles (identity_kind_code, role_code, operand_code, is_relation, is_whole)
        on relations.identity_kind_code = roles.identity_kind_code
    where
        relations.identity_kind_code != 'share'
        or relations.denominator_indicator_key != {{ indicator_key('null::text', 'null::text') }}
{%- endmacro %}
