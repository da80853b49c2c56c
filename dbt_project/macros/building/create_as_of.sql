{% macro create_as_of() -%}
    {#- as_of(date): what was known on a day. The body is parsed when the function is made and holds on to the table
        itself, so that each of the two marts schemas has its own function, whatever the schema is called. -#}
    {%- if not is_incremental() -%}
        drop function if exists {{ this.schema }}.as_of(date);
        create function {{ this.schema }}.as_of(as_of_date date) returns setof {{ this }}
        language sql stable parallel safe
        begin atomic
            select vintages.*
            from {{ this }} as vintages
            where
                vintages.known_from_date <= as_of_date
                and (vintages.known_to_date is null or vintages.known_to_date > as_of_date);
        end;
        comment on function {{ this.schema }}.as_of(date)
        is 'What was known on a day: the rows of indicator_vintages that were in force on it.';
    {%- endif -%}
{%- endmacro %}
