-- What may be published: the current load of each source, unless it is quarantined; the same bytes under two
-- names are one document.
with documents as (

    select * from {{ ref('stg_landing__documents') }}
    where is_current

),

rejected as (select * from {{ ref('stg_quality__rejected_documents') }})

select distinct on (documents.document_id) documents.*
from documents
left join rejected on documents.load_id = rejected.load_id
where rejected.load_id is null
order by documents.document_id asc, documents.load_id desc
