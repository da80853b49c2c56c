with publishers as (select * from {{ ref('publishers') }}),

names as (

    select
        publisher_kind,
        preference_rank,
        unnest(array[publisher_name_zh] || string_to_array(aliases_zh, '|')) as publisher_name
    from publishers

)

select distinct on (publisher_name)
    publisher_name,
    publisher_kind,
    preference_rank
from names
where publisher_name != ''
order by publisher_name, preference_rank
