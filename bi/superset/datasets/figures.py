"""What articles claim: the best value of each period, the claims behind it, how they fit together."""

from datasets.model import NUMBER, QUALIFIER, TEXT, TIME, Dataset

SERIES = Dataset(
    "指标序列",
    f"""SELECT
    subject_name_zh, topic_name_zh, indicator_code, indicator_name_zh, measure_code, measure_name_zh,
    denominator_name_zh, period_code, period_name_zh, period_end_date::timestamp AS period_end_at,
    indicator_name_zh || '，' || period_name_zh || CASE qualifier_code WHEN 'exact' THEN ''
        ELSE '（' || {QUALIFIER.format("qualifier_code")} || '）' END AS indicator_and_period,
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
    indicator.indicator_name_zh || '，' || period.period_name_zh || CASE claim.qualifier_code WHEN 'exact' THEN ''
        ELSE '（' || {QUALIFIER.format("claim.qualifier_code")} || '）' END AS indicator_and_period,
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
