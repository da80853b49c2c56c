{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Every claim of an affected series at every date on which more became known. Authority decides between claims that
-- disagree, precision between claims that agree: 5469.2 is chosen before 近5500 whoever says which.
with affected as (select * from {{ ref('int_series__affected') }}),

claims as (

    select
        observations.*,
        measures.measure_code,
        measures.measure_name_zh,
        measures.measure_name_en,
        documents.document_title,
        documents.publisher_name,
        documents.publisher_rank,
        documents.known_from_date
    from {{ ref('fct_observation') }} as observations
    inner join affected on observations.series_key = affected.series_key
    inner join {{ ref('dim_document') }} as documents on observations.document_key = documents.document_key
    inner join {{ ref('dim_measure') }} as measures on observations.measure_key = measures.measure_key
    where observations.indicator_key != {{ indicator_key('null::text', 'null::text') }}

),

vintages as (

    select distinct
        series_key,
        period_key,
        known_from_date as vintage_date
    from claims

),

led as (

    select
        claims.*,
        vintages.vintage_date,
        first_value(claims.value_range) over by_authority as leading_range,
        first_value(claims.observation_key) over by_authority as leading_observation_key
    from claims
    inner join vintages
        on
            claims.series_key = vintages.series_key
            and claims.period_key = vintages.period_key
            and claims.known_from_date <= vintages.vintage_date
    window by_authority as (
        partition by claims.series_key, claims.period_key, vintages.vintage_date
        order by {{ by_authority() }}
    )

)

select
    {{ surrogate_key(['observation_key', 'vintage_date']) }} as vintage_claim_key,
    observation_key,
    series_key,
    document_id,
    indicator_key,
    denominator_indicator_key,
    area_key,
    organisation_key,
    period_key,
    measure_code,
    measure_name_zh,
    measure_name_en,
    value,
    unit_code,
    value_lower,
    value_upper,
    value_base,
    base_unit_code,
    value_range,
    unit_measure,
    unit_mult,
    qualifier_code,
    modality_code,
    obs_status,
    precision_rank,
    review_verdict,
    quote,
    evidence_text,
    document_title,
    publisher_name,
    publisher_rank,
    known_from_date,
    vintage_date,
    leading_observation_key,
    row_number() over (
        partition by series_key, period_key, vintage_date
        order by (value_range && leading_range) desc, precision_rank asc, {{ by_authority() }}
    ) as preference_rank,
    vintage_date = max(vintage_date) over (partition by series_key, period_key) as is_latest_vintage
from led
