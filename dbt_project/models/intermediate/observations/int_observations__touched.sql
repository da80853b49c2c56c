{{ config(materialized='incremental', pre_hook='{{ start_empty() }}') }}

-- All claims that changed documents ever made, in any load: what is published of them now, and what was before.
with keyed as (

    select * from {{ ref('int_observations__keyed') }}

),

changed as (

    select * from {{ ref('int_documents__changed') }}

),

current_documents as (

    select * from {{ ref('int_documents__current') }}

)

select
    keyed.*,
    current_documents.load_id is not null and keyed.review_verdict is distinct from 'reject' as is_published
from keyed
inner join changed on keyed.document_id = changed.document_id
left join current_documents on keyed.load_id = current_documents.load_id
