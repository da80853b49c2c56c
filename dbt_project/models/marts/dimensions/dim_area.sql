with placed as (select * from {{ ref('int_areas__placed') }}),

uncoded as (select * from {{ ref('int_areas__uncoded') }}),

members as (

    select
        {{ area_key('area_code', 'null::text') }} as area_key,
        area_code,
        area_name_zh,
        area_name_en,
        area_level_code,
        parent_area_code,
        prefecture_code,
        prefecture_name_zh,
        province_code,
        province_name_zh,
        country_code,
        country_name_zh,
        true as is_in_vocabulary
    from placed

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
