{% macro by_authority() -%}
    {#- who decides between claims that disagree: the preferred publisher, then the later publication, then the
        more precise claim, then the reviewed one; the rest only makes the order certain -#}
    publisher_rank asc,
    known_from_date desc,
    precision_rank asc,
    (review_verdict is not null) desc,
    confidence desc,
    document_id asc,
    start_offset asc,
    observation_key asc
{%- endmacro %}
