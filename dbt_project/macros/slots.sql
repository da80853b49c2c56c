{% macro quantity_code(measure) -%}
    {#- a level and a count are both amounts: the same identities hold for them -#}
    case when {{ measure }} in ('level', 'count') then 'amount' else {{ measure }} end
{%- endmacro %}

{% macro slot_key() -%}
    {#- a slot is what one claim can fill: one quantity of one indicator, subject and period -#}
    {{ surrogate_key([
        'indicator_key', 'area_key', 'organisation_key', 'quantity_code', 'denominator_indicator_key',
        'denominator_area_code', 'changed_measure_code', 'base_period_code', 'period_code',
    ]) }}
{%- endmacro %}

{% macro previous_year(period_code) -%}
    {#- the same stretch of the year before; a span over years has none -#}
    case
        when {{ period_code }} ~ '^[12]\d{3}'
            and left(split_part({{ period_code }}, '/', 2), 4) in ('', left({{ period_code }}, 4))
            then replace({{ period_code }}, left({{ period_code }}, 4), (left({{ period_code }}, 4)::int - 1)::text)
    end
{%- endmacro %}

{% macro is_two_year_span(period_code) -%}
    ({{ period_code }} ~ '^\d{4}/\d{4}$' and right({{ period_code }}, 4)::int - left({{ period_code }}, 4)::int = 1)
{%- endmacro %}

{% macro relation_columns() -%}
    slot_key,
    subject_key,
    indicator_key,
    area_key,
    organisation_key,
    quantity_code,
    denominator_indicator_key,
    denominator_area_code,
    changed_measure_code,
    base_period_code,
    period_code
{%- endmacro %}
