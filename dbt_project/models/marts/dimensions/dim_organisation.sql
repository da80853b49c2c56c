with touched as (select * from {{ ref('int_observations__touched') }}),

designations as (select * from {{ ref('int_pilots__designated') }}),

names as (

    select subject_name as organisation_name
    from touched
    where is_published and subject_role = 'organisation'

    union

    select member_name as organisation_name
    from designations
    where member_role = 'organisation'

),

members as (

    select
        {{ surrogate_key(['organisation_name']) }} as organisation_key,
        organisation_name
    from names

    union all

    select
        {{ surrogate_key(['null::text']) }} as organisation_key,
        '(无)' as organisation_name

)

select * from members
{{ append_missing('organisation_key') }}
