{{ config(
    pre_hook="{{ forget_changed_documents() }}",
    indexes=[
        {'columns': ['document_id']},
    ],
) }}

with documents as (select * from {{ ref('int_documents__described') }})

select
    document_key,
    document_id,
    load_id,
    source_uri,
    source_url,
    document_title,
    publisher_name,
    publisher_kind,
    publisher_rank,
    author_name,
    published_period as published_period_code,
    published_basis,
    published_from_date,
    published_to_date,
    -- known from the last day that the stated date allows; an undated document from when it was loaded
    coalesce(published_to_date, loaded_at::date) as known_from_date,
    area_name,
    document_format,
    text_encoding,
    character_count,
    extractor_version,
    loaded_at
from documents
