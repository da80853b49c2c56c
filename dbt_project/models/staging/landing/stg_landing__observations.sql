with source as (select * from {{ source('landing', 'observation') }}),

renamed as (

    select
        -- ids
        load_id || '/' || observation_index as landed_observation_key,
        load_id,
        observation_index,
        observation_id,
        document_id,
        mention_index,

        -- evidence
        quote,
        start as start_offset,
        "end" as end_offset,
        evidence_text,

        -- value
        value,
        unit as unit_code,
        value_base,
        unit_base as base_unit_code,
        qualifier,
        lower as value_lower,
        upper as value_upper,

        -- what it is about
        indicator as indicator_name,
        indicator_code,
        measure as measure_code,
        of as denominator_name,
        subject as subject_name,
        subject_kind,
        period as period_code,
        period_basis,
        compared_with as compared_with_code,
        modality,

        -- how it was found
        confidence,
        rule as rule_code,
        review_verdict,
        reviewed_by,
        review_note

    from source

)

select * from renamed
