with pilots as (

    select
        programme_code,
        pilot_level_code,
        pilot_kind_code
    from {{ ref('int_pilots__counted') }}

    union

    select
        programme_code,
        pilot_level_code,
        pilot_kind_code
    from {{ ref('int_pilots__designated') }}

),

programmes as (select * from {{ ref('pilot_programmes') }}),

levels as (select * from {{ ref('pilot_levels') }}),

kinds as (select * from {{ ref('pilot_kinds') }}),

members as (

    select
        {{ surrogate_key(['pilots.programme_code', 'pilots.pilot_level_code', 'pilots.pilot_kind_code']) }}
            as pilot_key,
        pilots.programme_code,
        coalesce(programmes.name_zh, pilots.programme_code) as programme_name_zh,
        coalesce(programmes.name_en, pilots.programme_code) as programme_name_en,
        coalesce(pilots.pilot_level_code, 'none') as pilot_level_code,
        coalesce(levels.name_zh, '(无)') as pilot_level_name_zh,
        coalesce(levels.name_en, '(none)') as pilot_level_name_en,
        levels.rank as pilot_level_rank,
        coalesce(pilots.pilot_kind_code, 'none') as pilot_kind_code,
        coalesce(kinds.name_zh, '(无)') as pilot_kind_name_zh,
        coalesce(kinds.name_en, '(none)') as pilot_kind_name_en
    from pilots
    left join programmes on pilots.programme_code = programmes.programme_code
    left join levels on pilots.pilot_level_code = levels.code
    left join kinds on pilots.pilot_kind_code = kinds.code

)

select * from members
{{ append_missing('pilot_key') }}
