-- Every landed claim of changed documents, in any load, with its names looked up in the vocabulary.
with observations as (

    select
        *,
        nullif({{ rated_indicator('measure_code', plain_name('indicator_name')) }}, '') as plain_indicator_name,
        nullif({{ stated_whole('measure_code', 'denominator_name', 'subject_name') }}, '') as plain_denominator_name
    from {{ ref('stg_landing__observations') }}

),

documents as (select * from {{ ref('stg_landing__documents') }}),

changed as (select * from {{ ref('int_documents__changed') }}),

indicator_names as (select * from {{ ref('int_indicators__named') }}),

indicators as (select distinct indicator_code from indicator_names),

area_names as (select * from {{ ref('int_areas__named') }})

select
    observations.*,
    coalesce(indicators.indicator_code, rated_names.indicator_code) as known_indicator_code,
    coalesce(whole_names.indicator_code, value_added_names.indicator_code) as known_denominator_code,
    area_names.area_code as subject_area_code,
    {{ canonical_period('observations.period_code') }} as canonical_period_code,
    {{ canonical_period(period_or_null('observations.compared_with_code')) }} as canonical_base_code,
    case
        when observations.subject_name is null then 'none'
        when area_names.area_code is not null or observations.subject_kind = 'area' then 'area'
        else 'organisation'
    end as subject_role
from observations
inner join documents on observations.load_id = documents.load_id
inner join changed on documents.document_id = changed.document_id
left join indicators on observations.indicator_code = indicators.indicator_code
left join indicator_names as whole_names on observations.plain_denominator_name = whole_names.indicator_name
-- 占服务业比重: of a value added, the whole is a value added
left join indicator_names as value_added_names
    on
        observations.plain_denominator_name || '增加值' = value_added_names.indicator_name
        and observations.plain_indicator_name like '%增加值'
left join indicator_names as rated_names
    on observations.plain_indicator_name = rated_names.indicator_name and observations.measure_code = 'change_pp'
left join area_names on observations.subject_name = area_names.area_name
