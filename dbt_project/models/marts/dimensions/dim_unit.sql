with units as (select * from {{ ref('units') }}),

touched as (select * from {{ ref('int_observations__touched') }}),

uncoded as (

    select distinct touched.unit_code
    from touched
    left join units on touched.unit_code = units.unit_code
    where touched.is_published and touched.unit_code is not null and units.unit_code is null

),

members as (

    select
        {{ surrogate_key(['unit_code']) }} as unit_key,
        unit_code,
        name_en as unit_name_en,
        dimension as dimension_code,
        base_unit as base_unit_code,
        base_factor::numeric as base_factor,
        sdmx_unit_measure as unit_measure,
        sdmx_unit_mult::int as unit_mult,
        true as is_in_vocabulary
    from units

    union all

    select
        {{ surrogate_key(['unit_code']) }} as unit_key,
        unit_code,
        unit_code as unit_name_en,
        null as dimension_code,
        null as base_unit_code,
        null as base_factor,
        null as unit_measure,
        null as unit_mult,
        false as is_in_vocabulary
    from uncoded

    union all

    select
        {{ surrogate_key(['null::text']) }} as unit_key,
        '(无)' as unit_code,
        '(none)' as unit_name_en,
        null as dimension_code,
        null as base_unit_code,
        null as base_factor,
        null as unit_measure,
        null as unit_mult,
        false as is_in_vocabulary

)

select * from members
{{ append_missing('unit_key') }}
