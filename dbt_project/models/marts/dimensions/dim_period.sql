with periods as (select * from {{ ref('int_periods__described') }}),

members as (

    select
        {{ surrogate_key(['period_code']) }} as period_key,
        period_code,
        period_type_code,
        {{ frequency_code('period_type_code') }} as frequency_code,
        {{ sdmx_time_period() }} as time_period,
        period_start_date,
        period_end_date,
        period_end_date - period_start_date + 1 as day_count,
        extract(year from period_end_date)::int as year_number,
        {{ surrogate_key(["extract(year from period_end_date)::int::text"]) }} as year_period_key,
        extract(quarter from period_end_date)::int as quarter_number,
        extract(month from period_end_date)::int as month_number,
        {{ period_label_zh() }} as period_name_zh,
        {{ period_label_en() }} as period_name_en,
        is_calendar
    from periods

    union all

    select
        {{ surrogate_key(['null::text']) }} as period_key,
        '(none)' as period_code,
        'unknown' as period_type_code,
        '_Z' as frequency_code,
        null as time_period,
        null as period_start_date,
        null as period_end_date,
        null as day_count,
        null as year_number,
        null as year_period_key,
        null as quarter_number,
        null as month_number,
        '(无)' as period_name_zh,
        '(none)' as period_name_en,
        true as is_calendar

)

select * from members
{{ append_missing('period_key') }}
