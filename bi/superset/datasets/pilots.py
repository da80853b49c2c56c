"""Pilot programmes: counted, named, and the sentences that say so."""

from datasets.model import NUMBER, QUALIFIER, TEXT, Dataset

PILOTS = Dataset(
    "试点汇总",
    """SELECT
    area_name_zh, programme_name_zh, pilot_level_name_zh,
    CASE pilot_kind_code WHEN 'none' THEN '不分类' ELSE pilot_kind_name_zh END AS pilot_kind_name_zh,
    CASE pilot_level_name_zh WHEN '全球' THEN '① 全球' WHEN '国家' THEN '② 国家级' WHEN '省' THEN '③ 省级'
        WHEN '市' THEN '④ 市级' WHEN '县' THEN '⑤ 县级' ELSE '未说明' END AS level_zh,
    CASE pilot_level_name_zh WHEN '全球' THEN '① 全球' WHEN '国家' THEN '② 国家级' WHEN '省' THEN '③ 省级'
        WHEN '市' THEN '④ 市级' WHEN '县' THEN '⑤ 县级' ELSE '未说明' END || '，' || programme_name_zh
        || CASE pilot_kind_code WHEN 'none' THEN '' ELSE '（' || pilot_kind_name_zh || '）' END AS pilot_zh,
    as_of_period_code, claimed_count, batch_count, named_count, named_members, unnamed_count,
    CASE WHEN is_named_within_claimed AND is_level_adding_up THEN '相符'
        WHEN NOT is_named_within_claimed THEN '列名多于总数' ELSE '分项与合计不等' END AS check_zh
FROM marts.pilot_summary""",
    {
        "area_name_zh": ("地区", TEXT),
        "programme_name_zh": ("试点项目", TEXT),
        "pilot_level_name_zh": ("级别名", TEXT),
        "pilot_kind_name_zh": ("类别", TEXT),
        "level_zh": ("级别", TEXT),
        "pilot_zh": ("级别与试点", TEXT),
        "as_of_period_code": ("截至", TEXT),
        "claimed_count": ("文中数量", NUMBER),
        "batch_count": ("批次", NUMBER),
        "named_count": ("点名数量", NUMBER),
        "named_members": ("点名单位", TEXT),
        "unnamed_count": ("未点名数量", NUMBER),
        "check_zh": ("核对", TEXT),
    },
    {
        "claimed": ("文中数量", "sum(claimed_count)"),
        "named": ("点名数量", "sum(named_count)"),
        "mismatches": ("不符项", "count(*) FILTER (WHERE check_zh <> '相符')"),
        "programmes": ("试点项目", "count(DISTINCT programme_name_zh)"),
    },
)


MEMBERS = Dataset(
    "试点名单",
    """SELECT
    pilot.programme_name_zh, pilot.pilot_level_name_zh,
    CASE pilot.pilot_kind_code WHEN 'none' THEN '不分类' ELSE pilot.pilot_kind_name_zh END AS pilot_kind_name_zh,
    designation.member_name,
    designation.batch_number, area.area_name_zh, designation.quote, document.document_title
FROM marts.fct_pilot_designation AS designation
JOIN marts.dim_pilot AS pilot ON pilot.pilot_key = designation.pilot_key
JOIN marts.dim_area AS area ON area.area_key = designation.area_key
JOIN marts.dim_document AS document ON document.document_key = designation.document_key
UNION ALL
SELECT '（文章没有点名）', '', '', '', NULL, '', '', '' WHERE NOT EXISTS (SELECT FROM marts.fct_pilot_designation)""",
    {
        "programme_name_zh": ("试点项目", TEXT),
        "pilot_level_name_zh": ("级别", TEXT),
        "pilot_kind_name_zh": ("类别", TEXT),
        "member_name": ("单位", TEXT),
        "batch_number": ("批次", NUMBER),
        "area_name_zh": ("地区", TEXT),
        "quote": ("原文", TEXT),
        "document_title": ("文章", TEXT),
    },
)


PILOT_CLAIMS = Dataset(
    "试点数量的说法",
    f"""SELECT
    pilot.programme_name_zh, pilot.pilot_level_name_zh,
    CASE pilot.pilot_kind_code WHEN 'none' THEN '不分类' ELSE pilot.pilot_kind_name_zh END AS pilot_kind_name_zh,
    area.area_name_zh,
    period.period_name_zh, {QUALIFIER.format("counted.qualifier_code")} AS qualifier_zh, counted.claimed_count,
    counted.quote, counted.evidence_text, document.document_title
FROM marts.fct_pilot_count AS counted
JOIN marts.dim_pilot AS pilot ON pilot.pilot_key = counted.pilot_key
JOIN marts.dim_area AS area ON area.area_key = counted.area_key
JOIN marts.dim_period AS period ON period.period_key = counted.period_key
JOIN marts.dim_document AS document ON document.document_key = counted.document_key""",
    {
        "programme_name_zh": ("试点项目", TEXT),
        "pilot_level_name_zh": ("级别", TEXT),
        "pilot_kind_name_zh": ("类别", TEXT),
        "area_name_zh": ("地区", TEXT),
        "period_name_zh": ("时期", TEXT),
        "qualifier_zh": ("限定", TEXT),
        "claimed_count": ("数量", NUMBER),
        "quote": ("原文数字", TEXT),
        "evidence_text": ("原句", TEXT),
        "document_title": ("文章", TEXT),
    },
)
