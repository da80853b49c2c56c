with areas as (select * from {{ ref('areas') }}),

placed as (select * from {{ ref('int_areas__placed') }}),

uncoded as (select * from {{ ref('int_areas__uncoded') }}),

members as (

    select
        {{ area_key('areas.area_code', 'null::text') }} as area_key,
        areas.area_code,
        areas.name_zh as area_name_zh,
        areas.name_en as area_name_en,
        areas.area_level as area_level_code,
        nullif(areas.parent_code, '') as parent_area_code,
        placed.prefecture_code,
        placed.prefecture_name_zh,
        placed.province_code,
        placed.province_name_zh,
        placed.country_code,
        placed.country_name_zh,
        true as is_in_vocabulary
    from areas
    inner join placed on areas.area_code = placed.area_code

    union all

    select
        area_key,
        null as area_code,
        area_name as area_name_zh,
        area_name as area_name_en,
        'unknown' as area_level_code,
        null as parent_area_code,
        null as prefecture_code,
        null as prefecture_name_zh,
        null as province_code,
        null as province_name_zh,
        null as country_code,
        null as country_name_zh,
        false as is_in_vocabulary
    from uncoded

)

select * from members
{{ append_missing('area_key') }}
