{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Three rows per identity: the figures that it binds, whether anybody claims them or not.
with relations as (select * from {{ ref('int_identities__relations') }}),

roles as (

    {{ identity_roles('relations') }}

),

claimed as (

    select
        *,
        {{ slot_of_role() }} as slot_key
    from roles
    where period_code is not null

),

-- a share that nobody states, such as last year's, relates a part to its whole as well
derived_relations as (

    select distinct
        claimed.slot_key,
        claimed.owner_subject_key as subject_key,
        claimed.indicator_key,
        claimed.area_key,
        claimed.organisation_key,
        claimed.quantity_code,
        claimed.denominator_indicator_key,
        claimed.denominator_area_code,
        claimed.period_code,
        case claimed.quantity_code when 'share' then 'share' else 'growth' end as identity_kind_code,
        null::text as base_period_code,
        null::text as changed_measure_code,
        null::uuid as share_denominator_key,
        null::text as share_denominator_area_code
    from claimed
    left join relations on claimed.slot_key = relations.slot_key
    where claimed.quantity_code in ('share', 'growth_yoy') and not claimed.is_relation and relations.slot_key is null

),

derived_roles as (

    {{ identity_roles('derived_relations') }}

),

derived as (

    select
        *,
        {{ slot_of_role() }} as slot_key
    from derived_roles
    where period_code is not null

),

all_roles as (

    select * from claimed

    union all

    select * from derived

)

select
    {{ surrogate_key(['identity_key', 'role_code']) }} as role_key,
    identity_key,
    owner_subject_key,
    identity_kind_code,
    role_code,
    slot_key,
    is_relation,
    indicator_key,
    area_key,
    organisation_key,
    quantity_code,
    denominator_indicator_key,
    denominator_area_code,
    period_code,
    operand_code
from all_roles
