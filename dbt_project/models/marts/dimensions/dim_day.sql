{{ config(tags=['vocabulary']) }}

-- The days that the semantic layer counts time in.
with days as (

    select generate_series(
        make_date({{ var('first_calendar_year') }}, 1, 1),
        make_date({{ var('last_calendar_year') }}, 12, 31),
        interval '1 day'
    )::date as calendar_date

),

members as (

    select
        calendar_date,
        extract(year from calendar_date)::int as year_number,
        extract(month from calendar_date)::int as month_number
    from days

)

select * from members
{{ append_missing('calendar_date') }}
