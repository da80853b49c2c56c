{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- What claims say of each other directly.
with roles as (select * from {{ ref('int_identities__roles') }}),

known as (select * from {{ ref('int_reconciliation__known_claims') }}),

{{ solve_identities('known') }},

indicators as (select * from {{ ref('dim_indicator') }})

select
    {{ solution_columns() }},
    1 as round_number,
    solved.identity_kind_code = 'growth' and {{ is_at_constant_prices('indicators.indicator_code') }}
        as is_price_dependent,
    false as is_same_sentence
from solved
inner join roles as targets
    on solved.identity_key = targets.identity_key and solved.target_role_code = targets.role_code
inner join indicators on solved.result_indicator_key = indicators.indicator_key
