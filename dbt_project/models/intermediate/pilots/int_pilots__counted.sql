{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Claims that count members or batches of a pilot programme: the indicator is the programme's name, with its level
-- and a verb (获批) in front and at most those who are counted behind (的区域数).
with counts as (

    select * from {{ ref('int_observations__touched') }}
    where is_published and measure_code = 'count'

),

programmes as (select * from {{ ref('int_programmes__named') }}),

matched as (

    select distinct on (counts.observation_key)
        counts.observation_key,
        counts.document_key,
        counts.document_id,
        counts.area_key,
        counts.period_key,
        counts.value,
        counts.qualifier as qualifier_code,
        counts.modality as modality_code,
        counts.quote,
        counts.evidence_text,
        programmes.programme_code,
        coalesce(
            {{ pilot_level_code('counts.plain_indicator_name') }}, programmes.default_level_code
        ) as pilot_level_code,
        coalesce(
            {{ pilot_kind_code('counts.quote') }},
            {{ counted_kind_code('counts.quote', 'counts.evidence_text') }},
            {{ pilot_kind_code('split_part(counts.plain_indicator_name, programmes.programme_name, 2)') }},
            case when counts.unit_code = '家' then 'enterprise' end
        ) as pilot_kind_code,
        case when counts.unit_code = '批' then 'batches' else 'members' end as counted_code
    from counts
    inner join programmes
        on
            counts.plain_indicator_name
            ~ (programmes.programme_name || '(试点|示范|企业|单位|区域|工厂|城市|的|数量|总数|批次|数)*$')
    order by counts.observation_key asc, length(programmes.programme_name) desc

)

select
    *,
    {{ pilot_key() }} as pilot_key
from matched
