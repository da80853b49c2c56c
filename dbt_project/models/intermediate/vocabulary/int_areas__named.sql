-- A name that several areas of one level share (鼓楼区) names none of them.
with areas as (select * from {{ ref('areas') }}),

names as (

    select
        areas.area_code,
        areas.area_level,
        unnest(array[areas.name_zh, areas.short_name_zh] || string_to_array(areas.aliases_zh, '|')) as area_name
    from areas

),

ranked as (

    select distinct
        area_name,
        area_code,
        rank() over (
            partition by area_name
            order by array_position(array['world', 'country', 'province', 'prefecture', 'county'], area_level)
        ) as level_rank
    from names
    where area_name != ''

)

select
    area_name,
    min(area_code) as area_code
from ranked
where level_rank = 1
group by area_name
having count(*) = 1
