with source as (select * from {{ source('landing', 'document') }}),

renamed as (

    select
        -- ids
        load_id,
        document_id,
        source_uri,

        -- metadata as stated
        title as document_title,
        publisher as publisher_name,
        author as author_name,
        published as published_period,
        published_basis,
        area as area_name,
        source_url,

        -- text
        format as document_format,
        encoding as text_encoding,
        text_characters as character_count,

        -- lineage
        extractor_version,
        is_current

    from source

)

select * from renamed
