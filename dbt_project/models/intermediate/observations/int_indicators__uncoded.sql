-- Names that the vocabulary does not have yet, as indicator or as the whole of a share, and the member for none.
with touched as (

    select * from {{ ref('int_observations__touched') }}
    where is_published

),

names as (

    select
        indicator_key,
        plain_indicator_name as indicator_name
    from touched
    where known_indicator_code is null and plain_indicator_name is not null

    union all

    select
        denominator_indicator_key as indicator_key,
        plain_denominator_name as indicator_name
    from touched
    where known_denominator_code is null and denominator_area_code is null and plain_denominator_name is not null

    union all

    select
        {{ indicator_key('null::text', 'null::text') }} as indicator_key,
        '(无)' as indicator_name

)

select distinct
    indicator_key,
    indicator_name
from names
