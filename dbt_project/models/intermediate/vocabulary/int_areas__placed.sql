-- Areas with their names and everything that they lie in, up to the country.
with recursive areas as (select * from {{ ref('areas') }}),

ancestors as (

    select
        area_code,
        area_code as ancestor_code,
        area_level as ancestor_level,
        name_zh as ancestor_name_zh,
        parent_code as next_code
    from areas

    union all

    select
        ancestors.area_code,
        areas.area_code as ancestor_code,
        areas.area_level as ancestor_level,
        areas.name_zh as ancestor_name_zh,
        areas.parent_code as next_code
    from ancestors
    inner join areas on ancestors.next_code = areas.area_code

),

containing as (

    select
        area_code,
        max(ancestor_code) filter (where ancestor_level = 'country') as country_code,
        max(ancestor_name_zh) filter (where ancestor_level = 'country') as country_name_zh,
        max(ancestor_code) filter (where ancestor_level = 'province') as province_code,
        max(ancestor_name_zh) filter (where ancestor_level = 'province') as province_name_zh,
        max(ancestor_code) filter (where ancestor_level = 'prefecture') as prefecture_code,
        max(ancestor_name_zh) filter (where ancestor_level = 'prefecture') as prefecture_name_zh
    from ancestors
    group by area_code

)

select
    areas.area_code,
    areas.name_zh as area_name_zh,
    areas.name_en as area_name_en,
    areas.area_level as area_level_code,
    nullif(areas.parent_code, '') as parent_area_code,
    containing.country_code,
    containing.country_name_zh,
    containing.province_code,
    containing.province_name_zh,
    containing.prefecture_code,
    containing.prefecture_name_zh
from areas
inner join containing on areas.area_code = containing.area_code
