-- Periods of claims, of what they compare with, and of pilot designations.
with touched as (

    select * from {{ ref('int_observations__touched') }}
    where is_published

),

designations as (select * from {{ ref('int_pilots__designated') }}),

codes as (

    select canonical_period_code as period_code
    from touched

    union all

    select base_period_code as period_code
    from touched

    union all

    -- what a growth rate is growth on
    select {{ previous_year('canonical_period_code') }} as period_code
    from touched

    union all

    select period_code
    from designations

)

select distinct period_code
from codes
where period_code is not null
