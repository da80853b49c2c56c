with source as (select * from {{ source('quality', 'rejected_document') }}),

renamed as (

    select
        rejection_id,
        load_id,
        source_uri,
        rule as rule_code,
        reason as rejection_reason,
        rejected_at

    from source

)

select * from renamed
