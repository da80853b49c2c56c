{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- One row per series and period: the claim that was chosen, and how the other claims compare with it.
with ranked as (

    select * from {{ ref('int_series__ranked_claims') }}
    where is_latest_vintage

),

chosen as (

    select * from ranked
    where preference_rank = 1

),

compared as (

    select
        chosen.series_key,
        chosen.period_key,
        count(*) as claim_count,
        count(distinct ranked.document_id) as document_count,
        count(*) filter (where ranked.value_range && chosen.value_range) as agreeing_claim_count,
        min(ranked.publisher_rank) < max(ranked.publisher_rank) as has_several_publisher_ranks,
        min(ranked.known_from_date) < max(ranked.known_from_date) as has_several_dates,
        min(ranked.precision_rank) < max(ranked.precision_rank) as has_several_precisions,
        string_agg(
            case when ranked.observation_key != chosen.observation_key then ranked.quote end,
            '; ' order by ranked.preference_rank
        ) as other_quotes
    from chosen
    inner join ranked on chosen.series_key = ranked.series_key and chosen.period_key = ranked.period_key
    group by chosen.series_key, chosen.period_key

)

select
    {{ surrogate_key(['chosen.series_key', 'chosen.period_key']) }} as series_value_key,
    chosen.*,
    compared.claim_count,
    compared.document_count,
    compared.agreeing_claim_count,
    compared.other_quotes,
    case
        when compared.claim_count = 1 then 'only_claim'
        when chosen.observation_key != chosen.leading_observation_key then 'more_precise'
        when compared.has_several_publisher_ranks then 'preferred_publisher'
        when compared.has_several_dates then 'latest_publication'
        when compared.has_several_precisions then 'more_precise'
        when chosen.review_verdict is not null then 'reviewed'
        else 'first_stated'
    end as choice_reason_code,
    case
        when compared.claim_count = 1 then 'single'
        when compared.agreeing_claim_count = compared.claim_count then 'agree'
        else 'disagree'
    end as agreement_code
from chosen
inner join compared on chosen.series_key = compared.series_key and chosen.period_key = compared.period_key
