{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- Changed documents that are published, with what their metadata means: when they were known, and how much their
-- publisher weighs. The longest listed name within the stated one decides (青岛市统计局 is a 市统计局).
with documents as (select * from {{ ref('int_documents__current') }}),

changed as (select * from {{ ref('int_documents__changed') }}),

loads as (select * from {{ ref('stg_landing__loads') }}),

publishers as (select * from {{ ref('int_publishers__named') }})

select distinct on (documents.document_id)
    documents.*,
    {{ surrogate_key(['documents.document_id']) }} as document_key,
    {{ period_start('documents.published_period') }} as published_from_date,
    {{ period_end('documents.published_period') }} as published_to_date,
    loads.loaded_at,
    coalesce(publishers.publisher_kind, 'other') as publisher_kind,
    coalesce(publishers.preference_rank, {{ var('unlisted_publisher_rank') }}) as publisher_rank
from documents
inner join changed on documents.document_id = changed.document_id
inner join loads on documents.load_id = loads.load_id
left join publishers on strpos(documents.publisher_name, publishers.publisher_name) > 0
order by
    documents.document_id asc,
    length(publishers.publisher_name) desc nulls last,
    publishers.publisher_name asc
