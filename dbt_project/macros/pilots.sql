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

{% macro counted_kind_code(quote, evidence) -%}
    {#- 2个区域: the noun that the number counts -#}
    case
        when strpos({{ evidence }}, {{ quote }} || '企业') > 0 then 'enterprise'
        when strpos({{ evidence }}, {{ quote }} || '单位') > 0 then 'unit'
        when strpos({{ evidence }}, {{ quote }} || '区域') > 0 or strpos({{ evidence }}, {{ quote }} || '城市') > 0
            then 'area'
    end
{%- endmacro %}

{% macro pilot_key() -%}
    {{ surrogate_key(['programme_code', 'pilot_level_code', 'pilot_kind_code']) }}
{%- endmacro %}
