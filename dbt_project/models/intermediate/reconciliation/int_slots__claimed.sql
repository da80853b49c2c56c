{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- What the affected subjects are claimed to be, and the national figures that they are claimed to be a share of.
-- Targets and forecasts are no claims about what is, and a figure of nothing named cannot be compared.
with affected as (select * from {{ ref('int_subjects__affected') }}),

observations as (

    select * from {{ ref('fct_observation') }}
    where modality_code = 'fact' and indicator_key != {{ indicator_key('null::text', 'null::text') }}

),

own as (

    select
        observations.*,
        true as is_affected
    from observations
    inner join affected on observations.subject_key = affected.subject_key

),

wholes as (

    select distinct denominator_indicator_key as indicator_key
    from own
    where denominator_area_code is not null

),

claims as (

    select * from own

    union all

    select
        observations.*,
        false as is_affected
    from observations
    inner join wholes on observations.indicator_key = wholes.indicator_key
    left join affected on observations.subject_key = affected.subject_key
    where observations.area_key = {{ area_key("'100000'", 'null::text') }} and affected.subject_key is null

),

described as (

    select
        claims.*,
        {{ quantity_code('measures.measure_code') }} as quantity_code,
        periods.period_code,
        case
            when measures.measure_code in ('change_pp', 'growth', 'other') then bases.period_code
        end as base_period_code,
        documents.publisher_rank,
        documents.known_from_date
    from claims
    inner join {{ ref('dim_measure') }} as measures on claims.measure_key = measures.measure_key
    inner join {{ ref('dim_period') }} as periods on claims.period_key = periods.period_key
    inner join {{ ref('dim_period') }} as bases on claims.compared_with_period_key = bases.period_key
    inner join {{ ref('dim_document') }} as documents on claims.document_key = documents.document_key

)

select
    -- keys
    {{ slot_key() }} as slot_key,
    observation_key,
    document_id,
    subject_key,
    indicator_key,
    denominator_indicator_key,
    area_key,
    organisation_key,

    -- what the slot is
    quantity_code,
    denominator_area_code,
    changed_measure_code,
    base_period_code,
    period_code,

    -- the claim
    value_base,
    base_unit_code,
    unit_code,
    trim_scale(value_base / nullif(value, 0)) as base_factor,
    value_range,
    quote,
    evidence_text,

    -- how much it weighs
    publisher_rank,
    known_from_date,
    precision_rank,
    review_verdict,
    confidence,
    start_offset,
    is_affected,
    quantity_code in ('share', 'growth_yoy', 'growth_avg', 'change_pp') as is_rate
from described
-- a difference from who knows what fills no slot
where quantity_code != 'change_pp' or base_period_code != '(none)'
