-- The years that articles write about, with their halves, quarters, months and months cumulated since January.
with years as (

    select generate_series({{ var('first_calendar_year') }}, {{ var('last_calendar_year') }}) as year_number

)

select year_number::text as period_code
from years

union all

select year_number || '-S' || generate_series(1, 2) as period_code
from years

union all

select year_number || '-Q' || generate_series(1, 4) as period_code
from years

union all

select year_number || '-' || to_char(generate_series(1, 12), 'FM00') as period_code
from years

union all

select
    year_number || '-01/' || year_number || '-'
    || to_char(unnest(array[2, 4, 5, 7, 8, 9, 10, 11]), 'FM00') as period_code
from years
