{% macro counted_kind_code(quote, evidence) -%}
    {#- 2个区域: the noun that the number counts -#}
    case
        when strpos({{ evidence }}, {{ quote }} || '企业') > 0 then 'enterprise'
        when strpos({{ evidence }}, {{ quote }} || '单位') > 0 then 'unit'
        when strpos({{ evidence }}, {{ quote }} || '区域') > 0 or strpos({{ evidence }}, {{ quote }} || '城市') > 0
            then 'area'
    end
{%- endmacro %}
