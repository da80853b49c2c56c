{{ config(tags=['vocabulary']) }}

with measures as (select * from {{ ref('measures') }}),

members as (

    select
        {{ surrogate_key(['measure_code']) }} as measure_key,
        measure_code,
        name_zh as measure_name_zh,
        name_en as measure_name_en,
        nullif(sdmx_transformation, '') as transformation_code,
        additivity as additivity_code
    from measures

)

select * from members
{{ append_missing('measure_key') }}
