{% macro pilot_level_code(name) -%}
    case
        when {{ name }} ~ '全球|世界' then 'global'
        when {{ name }} ~ '国家|全国' then 'national'
        when {{ name }} ~ '省' then 'provincial'
        when {{ name }} ~ '市级|^市' then 'municipal'
        when {{ name }} ~ '区级|县级|^县|^区$' then 'county'
    end
{%- endmacro %}
