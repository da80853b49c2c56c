-- A programme one of whose names says so (全球灯塔工厂) is a global one where a claim states no level.
with programmes as (select * from {{ ref('pilot_programmes') }}),

names as (

    select
        programme_code,
        case when aliases_zh ~ '(^|\|)全球' then 'global' end as default_level_code,
        unnest(array[name_zh] || string_to_array(aliases_zh, '|')) as programme_name
    from programmes

)

select distinct on ({{ plain_name('programme_name') }})
    programme_code,
    default_level_code,
    {{ plain_name('programme_name') }} as programme_name
from names
where programme_name != ''
order by {{ plain_name('programme_name') }}, programme_code
