-- The figures that identities may use: the best claim of a slot, and each claim that disagrees with it.
with ranked as (select * from {{ ref('int_slots__ranked') }})

select
    slot_key,
    observation_key,
    quote as figure_text,
    evidence_text,
    base_unit_code,
    unit_code,
    base_factor,
    value_range,
    lower(value_range) as low,
    upper(value_range) as high,
    value_base as point_value,
    is_best,
    null::uuid as origin_key,
    false as is_price_dependent
from ranked
where
    (is_best or not value_range && best_range)
    -- 增长1.5倍 is no percentage
    and (not is_rate or base_unit_code in ('%', '个百分点'))
