with source as (select * from {{ source('landing', 'load') }}),

renamed as (

    select
        -- ids
        load_id,
        run_id,
        document_id,
        source_uri,

        -- outcome
        status as load_status,
        reason as load_reason,
        mention_count,
        observation_count,

        -- times
        loaded_at

    from source

)

select * from renamed
