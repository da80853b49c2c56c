with source as (select * from {{ source('landing', 'pilot_designation') }}),

renamed as (

    select
        -- ids
        load_id || '/' || designation_index as landed_designation_key,
        load_id,
        designation_index,
        document_id,

        -- what was designated
        programme as programme_name,
        programme_code,
        level as pilot_level_name,
        kind as pilot_kind_name,
        member as member_name,
        batch as batch_number,
        area as area_name,
        period as period_code,

        -- evidence
        quote,
        start as start_offset,
        "end" as end_offset

    from source

)

select * from renamed
