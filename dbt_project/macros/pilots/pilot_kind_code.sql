{% macro pilot_kind_code(name) -%}
    case
        when {{ name }} ~ '企业' then 'enterprise'
        when {{ name }} ~ '单位' then 'unit'
        when {{ name }} ~ '区域|城市|园区|地区|开发区' then 'area'
    end
{%- endmacro %}
