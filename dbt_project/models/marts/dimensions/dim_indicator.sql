with indicators as (select * from {{ ref('indicators') }}),

topics as (select * from {{ ref('indicator_topics') }}),

uncoded as (select * from {{ ref('int_indicators__uncoded') }}),

coded as (

    select
        {{ indicator_key('indicators.indicator_code', 'null::text') }} as indicator_key,
        indicators.indicator_code,
        indicators.name_zh as indicator_name_zh,
        indicators.name_en as indicator_name_en,
        topics.topic_code,
        topics.name_zh as topic_name_zh,
        topics.name_en as topic_name_en,
        indicators.parent_code as parent_indicator_code,
        indicators.share_of_code as whole_indicator_code,
        indicators.sum_of_parts = 'yes' as is_sum_of_parts,
        indicators.unit_code as usual_unit_code,
        indicators.direction as direction_code,
        true as is_in_vocabulary
    from indicators
    left join topics on indicators.topic_code = topics.topic_code

),

members as (

    select * from coded

    union all

    select
        indicator_key,
        null as indicator_code,
        indicator_name as indicator_name_zh,
        indicator_name as indicator_name_en,
        null as topic_code,
        null as topic_name_zh,
        null as topic_name_en,
        null as parent_indicator_code,
        null as whole_indicator_code,
        false as is_sum_of_parts,
        null as usual_unit_code,
        null as direction_code,
        false as is_in_vocabulary
    from uncoded

)

select * from members
{{ append_missing('indicator_key') }}
