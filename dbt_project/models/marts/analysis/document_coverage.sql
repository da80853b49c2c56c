{{ config(
    pre_hook="{{ forget_changed_documents() }}",
    indexes=[
        {'columns': ['document_id']},
    ],
) }}

-- the foreign keys need their parents first: {{ ref('dim_document') }}
-- What became of every number of every published document.
with documents as (select * from {{ ref('int_documents__described') }}),

mentions as (select * from {{ ref('stg_landing__mentions') }}),

observations as (select * from {{ ref('stg_landing__observations') }}),

mention_counts as (

    select
        mentions.load_id,
        count(*) as mention_count,
        count(*) filter (where mentions.disposition_code = 'observation') as observation_mention_count,
        count(*) filter (where mentions.disposition_code = 'date') as date_mention_count,
        count(*) filter (where mentions.disposition_code = 'name') as name_mention_count,
        count(*) filter (where mentions.disposition_code = 'ordinal') as ordinal_mention_count,
        count(*) filter (where mentions.disposition_code = 'idiom') as idiom_mention_count,
        count(*) filter (where mentions.disposition_code = 'review') as review_mention_count
    from mentions
    inner join documents on mentions.load_id = documents.load_id
    group by mentions.load_id

),

observation_counts as (

    select
        observations.load_id,
        count(*) as observation_count,
        count(*) filter (where observations.indicator_code is not null) as coded_observation_count,
        count(*) filter (where observations.period_basis = 'stated') as stated_period_count,
        count(*) filter (where observations.review_verdict is not null) as reviewed_observation_count,
        round(avg(observations.confidence)::numeric, 4) as mean_confidence
    from observations
    inner join documents on observations.load_id = documents.load_id
    group by observations.load_id

)

select
    documents.document_key,
    documents.document_id,
    documents.document_title,
    documents.publisher_name,
    coalesce(mention_counts.mention_count, 0) as mention_count,
    coalesce(mention_counts.observation_mention_count, 0) as observation_mention_count,
    coalesce(mention_counts.date_mention_count, 0) as date_mention_count,
    coalesce(mention_counts.name_mention_count, 0) as name_mention_count,
    coalesce(mention_counts.ordinal_mention_count, 0) as ordinal_mention_count,
    coalesce(mention_counts.idiom_mention_count, 0) as idiom_mention_count,
    coalesce(mention_counts.review_mention_count, 0) as review_mention_count,
    coalesce(observation_counts.observation_count, 0) as observation_count,
    coalesce(observation_counts.coded_observation_count, 0) as coded_observation_count,
    coalesce(observation_counts.stated_period_count, 0) as stated_period_count,
    coalesce(observation_counts.reviewed_observation_count, 0) as reviewed_observation_count,
    observation_counts.mean_confidence
from documents
left join mention_counts on documents.load_id = mention_counts.load_id
left join observation_counts on documents.load_id = observation_counts.load_id
