"""The datasets: what the dashboards read, with Chinese names for people."""

from __future__ import annotations

from dataclasses import dataclass, field

TEXT, NUMBER, TIME = "TEXT", "NUMERIC", "TIMESTAMP WITH TIME ZONE"


@dataclass(frozen=True)
class Dataset:
    """A query of the warehouse: column → (Chinese name, type), and metrics: name → (Chinese name, SQL)."""

    name: str
    sql: str
    columns: dict[str, tuple[str, str]]
    metrics: dict[str, tuple[str, str]] = field(default_factory=lambda: {"count": ("条数", "count(*)")})
    time: str | None = None


QUALIFIER = """CASE {0} WHEN 'exact' THEN '准确' WHEN 'approx' THEN '约' WHEN 'more_than' THEN '超过'
        WHEN 'less_than' THEN '不足' WHEN 'at_least' THEN '不低于' WHEN 'at_most' THEN '不高于' ELSE {0} END"""

SERIES = Dataset(
    "指标序列",
    f"""SELECT
    subject_name_zh, topic_name_zh, indicator_code, indicator_name_zh, measure_code, measure_name_zh,
    denominator_name_zh, period_code, period_name_zh, period_end_date::timestamp AS period_end_at,
    indicator_name_zh || '，' || period_name_zh AS indicator_and_period,
    value, unit_code, {QUALIFIER.format("qualifier_code")} AS qualifier_zh,
    CASE choice_reason_code WHEN 'only_claim' THEN '仅此一说' WHEN 'more_precise' THEN '更精确'
        WHEN 'reviewed' THEN '经人工核对' WHEN 'preferred_publisher' THEN '来源更权威'
        WHEN 'latest_publication' THEN '发布更晚' WHEN 'first_stated' THEN '最先说到'
        ELSE choice_reason_code END AS choice_reason_zh,
    CASE agreement_code WHEN 'single' THEN '单一说法' WHEN 'agree' THEN '各说一致' ELSE '说法不一' END AS agreement_zh,
    claim_count, quote, evidence_text, document_title, publisher_name
FROM marts.indicator_series
WHERE modality_code = 'fact'""",
    {
        "subject_name_zh": ("主体", TEXT),
        "topic_name_zh": ("主题", TEXT),
        "indicator_code": ("指标代码", TEXT),
        "indicator_name_zh": ("指标", TEXT),
        "measure_code": ("口径代码", TEXT),
        "measure_name_zh": ("口径", TEXT),
        "denominator_name_zh": ("分母", TEXT),
        "period_code": ("时期代码", TEXT),
        "period_name_zh": ("时期", TEXT),
        "period_end_at": ("期末", TIME),
        "indicator_and_period": ("指标与时期", TEXT),
        "value": ("数值", NUMBER),
        "unit_code": ("单位", TEXT),
        "qualifier_zh": ("限定", TEXT),
        "choice_reason_zh": ("取此值的理由", TEXT),
        "agreement_zh": ("各说是否一致", TEXT),
        "claim_count": ("说法数", NUMBER),
        "quote": ("原文数字", TEXT),
        "evidence_text": ("原句", TEXT),
        "document_title": ("文章", TEXT),
        "publisher_name": ("来源", TEXT),
    },
    {
        "value": ("数值", "max(value)"),
        "latest": ("最近一期", "(array_agg(value ORDER BY period_end_at DESC))[1]"),
        "count": ("条数", "count(*)"),
    },
    time="period_end_at",
)

CLAIMS = Dataset(
    "文章里的说法",
    f"""SELECT
    claim.observation_id, coalesce(organisation.organisation_name, area.area_name_zh) AS subject_name_zh,
    indicator.indicator_name_zh, measure.measure_name_zh, period.period_name_zh, period.period_code,
    indicator.indicator_name_zh || '，' || period.period_name_zh AS indicator_and_period,
    {QUALIFIER.format("claim.qualifier_code")} AS qualifier_zh, claim.value, claim.unit_code, claim.quote,
    claim.evidence_text, document.document_title, document.publisher_name, document.published_period_code,
    '<a href="/reports/articles/' || claim.load_id || '.html#o-' || claim.observation_id
        || '" target="_blank">看原文</a>' AS evidence_link,
    claim.confidence, claim.review_verdict
FROM marts.fct_observation AS claim
JOIN marts.dim_indicator AS indicator ON indicator.indicator_key = claim.indicator_key
JOIN marts.dim_measure AS measure ON measure.measure_key = claim.measure_key
JOIN marts.dim_period AS period ON period.period_key = claim.period_key
JOIN marts.dim_area AS area ON area.area_key = claim.area_key
JOIN marts.dim_document AS document ON document.document_key = claim.document_key
LEFT JOIN marts.dim_organisation AS organisation
    ON organisation.organisation_key = claim.organisation_key AND organisation.organisation_name <> '(无)'""",
    {
        "observation_id": ("编号", TEXT),
        "subject_name_zh": ("主体", TEXT),
        "indicator_name_zh": ("指标", TEXT),
        "measure_name_zh": ("口径", TEXT),
        "period_name_zh": ("时期", TEXT),
        "period_code": ("时期代码", TEXT),
        "indicator_and_period": ("指标与时期", TEXT),
        "qualifier_zh": ("限定", TEXT),
        "value": ("数值", NUMBER),
        "unit_code": ("单位", TEXT),
        "quote": ("原文数字", TEXT),
        "evidence_text": ("原句", TEXT),
        "document_title": ("文章", TEXT),
        "publisher_name": ("来源", TEXT),
        "published_period_code": ("发布", TEXT),
        "evidence_link": ("出处", TEXT),
        "confidence": ("置信度", NUMBER),
        "review_verdict": ("人工核对", TEXT),
    },
)

PILOTS = Dataset(
    "试点汇总",
    """SELECT
    area_name_zh, programme_name_zh, pilot_level_name_zh,
    CASE pilot_kind_code WHEN 'none' THEN '不分类' ELSE pilot_kind_name_zh END AS pilot_kind_name_zh,
    CASE pilot_level_name_zh WHEN '全球' THEN '① 全球' WHEN '国家' THEN '② 国家级' WHEN '省' THEN '③ 省级'
        WHEN '市' THEN '④ 市级' WHEN '县' THEN '⑤ 县级' ELSE '未说明' END AS level_zh,
    programme_name_zh || CASE pilot_kind_code WHEN 'none' THEN '' ELSE '（' || pilot_kind_name_zh || '）' END
        AS programme_and_kind_zh,
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
        "programme_and_kind_zh": ("试点（类别）", TEXT),
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

RECONCILIATION = Dataset(
    "数字之间的核对",
    """SELECT
    CASE identity.identity_kind_code WHEN 'share' THEN '部分＝占比×整体' WHEN 'growth' THEN '本期＝上期×（1＋增速）'
        WHEN 'average' THEN '平均增速' WHEN 'repeat' THEN '同一说法再次出现' WHEN 'total' THEN '合计＝分项之和'
        WHEN 'difference' THEN '两值之差' ELSE identity.identity_kind_code END AS identity_zh,
    CASE identity.verdict_code WHEN 'consistent' THEN '相符' WHEN 'contradictory' THEN '矛盾'
        WHEN 'implied' THEN '可推算' WHEN 'undetermined' THEN '无法判断' ELSE identity.verdict_code END AS verdict_zh,
    indicator.indicator_name_zh, period.period_name_zh, area.area_name_zh AS subject_name_zh,
    identity.expected_value, identity.unit_code, identity.calculation_text, identity.claimed_text, identity.gap_pct,
    identity.claimed_evidence_text
FROM marts.fct_reconciliation AS identity
JOIN marts.dim_indicator AS indicator ON indicator.indicator_key = identity.indicator_key
JOIN marts.dim_period AS period ON period.period_key = identity.period_key
JOIN marts.dim_area AS area ON area.area_key = identity.area_key""",
    {
        "identity_zh": ("关系", TEXT),
        "verdict_zh": ("结论", TEXT),
        "indicator_name_zh": ("指标", TEXT),
        "period_name_zh": ("时期", TEXT),
        "subject_name_zh": ("主体", TEXT),
        "expected_value": ("推算值", NUMBER),
        "unit_code": ("单位", TEXT),
        "calculation_text": ("算式", TEXT),
        "claimed_text": ("文中说法", TEXT),
        "gap_pct": ("差距（%）", NUMBER),
        "claimed_evidence_text": ("原句", TEXT),
    },
    {
        "count": ("条数", "count(*)"),
        "contradictions": ("矛盾", "count(*) FILTER (WHERE verdict_zh = '矛盾')"),
    },
)

RUNS = Dataset(
    "历次刷新",
    """SELECT
    run_id, '第 ' || run_id || ' 次' AS run_zh, started_at,
    CASE status WHEN 'published' THEN '已发布' WHEN 'nothing_new' THEN '无新内容' WHEN 'blocked' THEN '审核未过'
        WHEN 'failed' THEN '失败' WHEN 'rolled_back' THEN '已回退' WHEN 'running' THEN '进行中'
        ELSE status END AS status_zh,
    round(seconds::numeric, 1) AS seconds, expectation_count, critical_count, warning_count, rejected_document_count,
    document_count, observation_count
FROM quality.run_trend""",
    {
        "run_id": ("编号", NUMBER),
        "run_zh": ("刷新", TEXT),
        "started_at": ("开始", TIME),
        "status_zh": ("结果", TEXT),
        "seconds": ("用时（秒）", NUMBER),
        "expectation_count": ("检查项", NUMBER),
        "critical_count": ("严重", NUMBER),
        "warning_count": ("警告", NUMBER),
        "rejected_document_count": ("隔离文章", NUMBER),
        "document_count": ("文章数", NUMBER),
        "observation_count": ("数字数", NUMBER),
    },
    {
        "documents": (
            "文章数",
            "(array_agg(document_count ORDER BY run_id DESC) FILTER (WHERE document_count > 0))[1]",
        ),
        "observations": (
            "数字数",
            "(array_agg(observation_count ORDER BY run_id DESC) FILTER (WHERE observation_count > 0))[1]",
        ),
        "warnings": ("警告", "(array_agg(warning_count ORDER BY run_id DESC) FILTER (WHERE expectation_count > 0))[1]"),
        "criticals": (
            "严重",
            "(array_agg(critical_count ORDER BY run_id DESC) FILTER (WHERE expectation_count > 0))[1]",
        ),
        "seconds": ("用时（秒）", "max(seconds)"),
        "published": ("数字数", "max(observation_count)"),
    },
    time="started_at",
)

STEPS = Dataset(
    "最近一次发布的各步",
    """SELECT
    step.step_number,
    step.step_number || ' ' || CASE step.step WHEN 'landing' THEN '装载' WHEN 'audit_staging' THEN '入库审核'
        WHEN 'transform' THEN '建模' WHEN 'audit_marts' THEN '发布审核' WHEN 'publish' THEN '发布'
        WHEN 'report' THEN '报告' ELSE step.step END AS step_zh,
    round(step.seconds::numeric, 2) AS seconds, step.row_count
FROM quality.run_step AS step
WHERE step.run_id = (SELECT max(run_id) FROM quality.run WHERE status = 'published')""",
    {
        "step_number": ("序号", NUMBER),
        "step_zh": ("步骤", TEXT),
        "seconds": ("用时（秒）", NUMBER),
        "row_count": ("行数", NUMBER),
    },
    {"seconds": ("用时（秒）", "sum(seconds)")},
)

CHECKS = Dataset(
    "最近一次的检查",
    """SELECT
    result.suite, result.table_name, result.expectation,
    CASE result.severity WHEN 'critical' THEN '严重' ELSE '警告' END AS severity_zh,
    CASE WHEN result.is_success THEN '通过' ELSE '未通过' END AS result_zh,
    result.description_zh, result.element_count, result.unexpected_count, result.observed_value
FROM quality.validation_result AS result
WHERE result.run_id = (SELECT max(run_id) FROM quality.validation_result)
UNION ALL
SELECT '', '', '', '', '未通过', '（全部通过）', NULL, NULL, NULL
WHERE NOT EXISTS (
    SELECT FROM quality.validation_result
    WHERE run_id = (SELECT max(run_id) FROM quality.validation_result) AND NOT is_success
)""",
    {
        "suite": ("检查组", TEXT),
        "table_name": ("表", TEXT),
        "expectation": ("检查", TEXT),
        "severity_zh": ("级别", TEXT),
        "result_zh": ("结果", TEXT),
        "description_zh": ("说明", TEXT),
        "element_count": ("检查行数", NUMBER),
        "unexpected_count": ("不符行数", NUMBER),
        "observed_value": ("实际值", TEXT),
    },
)

MENTIONS = Dataset(
    "每个数字的去向",
    """SELECT
    title, CASE disposition WHEN 'observation' THEN '数据' WHEN 'review' THEN '待审' WHEN 'date' THEN '日期'
        WHEN 'name' THEN '名称' WHEN 'ordinal' THEN '序数' WHEN 'idiom' THEN '惯用语'
        ELSE disposition END AS disposition_zh,
    mention_count, observation_count
FROM quality.mention_disposition""",
    {
        "title": ("文章", TEXT),
        "disposition_zh": ("去向", TEXT),
        "mention_count": ("数字", NUMBER),
        "observation_count": ("数据", NUMBER),
    },
    {"mentions": ("数字", "sum(mention_count)")},
)

WORST = Dataset(
    "最需留意的文章",
    """SELECT
    title, source_uri, mention_count, observation_count, review_count, review_pct, mean_confidence, rejection_count
FROM quality.worst_document""",
    {
        "title": ("文章", TEXT),
        "source_uri": ("文件", TEXT),
        "mention_count": ("数字", NUMBER),
        "observation_count": ("数据", NUMBER),
        "review_count": ("待审", NUMBER),
        "review_pct": ("待审（%）", NUMBER),
        "mean_confidence": ("平均置信度", NUMBER),
        "rejection_count": ("被隔离次数", NUMBER),
    },
)

DATASETS = (
    SERIES,
    CLAIMS,
    PILOTS,
    MEMBERS,
    PILOT_CLAIMS,
    RECONCILIATION,
    RUNS,
    STEPS,
    CHECKS,
    MENTIONS,
    WORST,
)
