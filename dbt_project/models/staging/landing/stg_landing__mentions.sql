with source as (select * from {{ source('landing', 'mention') }}),

renamed as (

    select
        -- ids
        load_id || '/' || mention_index as landed_mention_key,
        load_id,
        mention_index,
        document_id,

        -- evidence
        quote,
        start as start_offset,
        "end" as end_offset,

        -- what became of it
        kind as mention_kind,
        disposition as disposition_code,
        reason as disposition_reason,
        observation_count

    from source

)

select * from renamed
