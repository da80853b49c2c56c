-- Every period that the warehouse needs, taken apart.
with codes as (

    select
        period_code,
        true as is_calendar
    from {{ ref('int_periods__calendar') }}

    union all

    select
        claimed.period_code,
        false as is_calendar
    from {{ ref('int_periods__claimed') }} as claimed
    left join {{ ref('int_periods__calendar') }} as calendar on claimed.period_code = calendar.period_code
    where calendar.period_code is null

),

bounded as (

    select
        *,
        {{ period_start('period_code') }} as period_start_date,
        {{ period_end('period_code') }} as period_end_date
    from codes

)

select
    *,
    case
        when period_start_date is null or period_end_date is null then 'unknown'
        when period_code ~ '^\d{4}$' then 'year'
        when period_code ~ '-S\d$' then 'half'
        when period_code ~ '-Q\d$' then 'quarter'
        when period_code ~ '^\d{4}-\d\d$' then 'month'
        when period_code ~ '^\d{4}-\d\d-\d\d$' then 'day'
        when period_code ~ '^(\d{4})-01/\1-\d\d$' then 'cumulated_months'
        else 'span'
    end as period_type_code
from bounded
