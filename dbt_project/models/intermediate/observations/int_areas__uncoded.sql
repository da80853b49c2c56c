-- Places that the vocabulary does not have, and the member for claims about no place.
with touched as (

    select * from {{ ref('int_observations__touched') }}
    where is_published

),

names as (

    select
        area_key,
        subject_name as area_name
    from touched
    where subject_role = 'area' and subject_area_code is null

    union all

    select
        {{ area_key('null::text', 'null::text') }} as area_key,
        '(无)' as area_name

)

select distinct
    area_key,
    area_name
from names
