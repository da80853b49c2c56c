{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Named members of programmes in published, changed documents.
with designations as (select * from {{ ref('stg_landing__pilot_designations') }}),

documents as (select * from {{ ref('int_documents__described') }}),

programmes as (select * from {{ ref('int_programmes__named') }}),

area_names as (select * from {{ ref('int_areas__named') }}),

resolved as (

    select
        designations.*,
        documents.document_key,
        coalesce(designations.programme_code, programmes.programme_code) as known_programme_code,
        coalesce(
            {{ pilot_level_code('designations.pilot_level_name') }},
            {{ pilot_level_code('designations.programme_name') }},
            programmes.default_level_code
        ) as pilot_level_code,
        case when area_names.area_code is not null then 'area' else 'organisation' end as member_role,
        area_names.area_code as member_area_code,
        places.area_code as place_area_code
    from designations
    inner join documents on designations.load_id = documents.load_id
    left join programmes on {{ plain_name('designations.programme_name') }} = programmes.programme_name
    left join area_names on designations.member_name = area_names.area_name
    left join area_names as places on designations.area_name = places.area_name

)

select
    landed_designation_key,
    load_id,
    designation_index,
    document_id,
    document_key,
    coalesce(known_programme_code, {{ plain_name('programme_name') }}) as programme_code,
    programme_name,
    pilot_level_code,
    coalesce(
        {{ pilot_kind_code('pilot_kind_name') }},
        case when member_role = 'area' then 'area' else 'enterprise' end
    ) as pilot_kind_code,
    member_name,
    member_role,
    member_area_code,
    place_area_code,
    area_name,
    batch_number,
    {{ canonical_period('period_code') }} as period_code,
    quote,
    start_offset,
    end_offset
from resolved
