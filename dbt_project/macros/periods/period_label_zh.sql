{% macro period_label_zh() -%}
    case period_type_code
        when 'year' then period_code || '年'
        when 'half' then left(period_code, 4) || case right(period_code, 1) when '1' then '年上半年' else '年下半年' end
        when 'quarter'
            then left(period_code, 4) || '年' || substr('一二三四', right(period_code, 1)::int, 1) || '季度'
        when 'month' then left(period_code, 4) || '年' || right(period_code, 2)::int || '月'
        when 'cumulated_months' then left(period_code, 4) || '年1—' || right(period_code, 2)::int || '月'
        else replace(period_code, '/', '—')
    end
{%- endmacro %}
