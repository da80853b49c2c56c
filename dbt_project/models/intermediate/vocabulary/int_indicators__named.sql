-- A name counts as the vocabulary's own before it counts as an alias of another indicator.
with indicators as (select * from {{ ref('indicators') }}),

names as (

    select
        indicator_code,
        name_zh as indicator_name,
        1 as preference
    from indicators

    union all

    select
        indicator_code,
        unnest(string_to_array(aliases_zh, '|')) as indicator_name,
        2 as preference
    from indicators

)

select distinct on ({{ plain_name('indicator_name') }})
    {{ plain_name('indicator_name') }} as indicator_name,
    indicator_code
from names
where indicator_name != ''
order by {{ plain_name('indicator_name') }}, preference, indicator_code
