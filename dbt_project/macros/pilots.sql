{% macro pilot_level_code(name) -%}
    case
        when {{ name }} ~ '全球|世界' then 'global'
        when {{ name }} ~ '国家|全国' then 'national'
        when {{ name }} ~ '省' then 'provincial'
        when {{ name }} ~ '市级|^市' then 'municipal'
        when {{ name }} ~ '区级|县级|^县|^区$' then 'county'
    end
{%- endmacro %}

{% macro pilot_kind_code(name) -%}
    case
        when {{ name }} ~ '企业' then 'enterprise'
        when {{ name }} ~ '单位' then 'unit'
        when {{ name }} ~ '区域|城市|园区|地区|开发区' then 'area'
    end
{%- endmacro %}

{% macro pilot_key() -%}
    {{ surrogate_key(['programme_code', 'pilot_level_code', 'pilot_kind_code']) }}
{%- endmacro %}
