{% macro slot_of_role() -%}
    {#- the relation's own slot is known; the slots of the two others are worked out -#}
    case
        when is_relation then relation_slot_key
        else {{ surrogate_key([
            'indicator_key', 'area_key', 'organisation_key', 'quantity_code', 'denominator_indicator_key',
            'denominator_area_code', 'null', 'null', 'period_code',
        ]) }}
    end
{%- endmacro %}
