{{ config(
    pre_hook="{{ forget_changed_documents() }}",
    indexes=[
        {'columns': ['document_id']},
        {'columns': ['document_key']},
        {'columns': ['pilot_key']},
    ],
) }}

-- the foreign keys need their parents first: {{ ref('dim_document') }}, {{ ref('fct_observation') }}
with counts as (select * from {{ ref('int_pilots__counted') }})

select
    -- key
    observation_key as pilot_count_key,

    -- foreign keys
    observation_key,
    pilot_key,
    document_key,
    area_key,
    period_key,

    -- degenerate dimensions
    document_id,
    counted_code,
    qualifier_code,
    modality_code,

    -- measures
    value as claimed_count,
    quote,
    evidence_text
from counts
