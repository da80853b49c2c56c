{{ config(materialized='incremental', pre_hook='{{ start_empty() }}', post_hook='analyze {{ this }}') }}

-- Documents that any load since the standby's watermark may have added, replaced or taken away: all that were
-- ever landed from the sources which those loads name.
with documents as (select * from {{ ref('stg_landing__documents') }}),

loads as (select * from {{ ref('stg_landing__loads') }}),

changed_sources as (

    select distinct source_uri
    from loads
    where load_id > {{ load_watermark() }}

)

select distinct documents.document_id
from documents
inner join changed_sources on documents.source_uri = changed_sources.source_uri
