{{ config(
    pre_hook="{{ forget_changed_documents() }}",
    indexes=[
        {'columns': ['document_id']},
        {'columns': ['document_key']},
        {'columns': ['pilot_key']},
        {'columns': ['organisation_key']},
        {'columns': ['period_key']},
    ],
) }}

-- the foreign keys need their parents first: {{ ref('dim_document') }}
with designations as (

    select
        *,
        {{ surrogate_key(['document_id', 'programme_code', 'pilot_level_code', 'pilot_kind_code', 'member_name',
            'start_offset', 'designation_index']) }} as pilot_designation_key,
        {{ pilot_key() }} as pilot_key
    from {{ ref('int_pilots__designated') }}

)

select
    -- key
    pilot_designation_key,

    -- foreign keys
    pilot_key,
    document_key,
    {{ area_key('place_area_code', 'null::text') }} as area_key,
    {{ area_key('member_area_code', 'null::text') }} as member_area_key,
    {{ surrogate_key(["case when member_role = 'organisation' then member_name end"]) }} as organisation_key,
    {{ surrogate_key(['period_code']) }} as period_key,

    -- degenerate dimensions
    document_id,
    member_name,
    batch_number,

    -- evidence
    quote,
    start_offset,
    end_offset
from designations
