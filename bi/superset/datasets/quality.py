"""Refreshes, checks, and what became of every number."""

from datasets.model import NUMBER, TEXT, TIME, Dataset

RUNS = Dataset(
    "历次刷新",
    """SELECT
    run_id, to_char(started_at, 'YYYY-MM-DD HH24:MI') AS started_zh, started_at,
    CASE status WHEN 'published' THEN '已发布' WHEN 'nothing_new' THEN '无新内容' WHEN 'blocked' THEN '审核未过'
        WHEN 'failed' THEN '失败' WHEN 'rolled_back' THEN '已回退' WHEN 'running' THEN '进行中'
        ELSE status END AS status_zh,
    round(seconds::numeric, 1) AS seconds, expectation_count, critical_count, warning_count, rejected_document_count,
    document_count, observation_count
FROM quality.run_trend""",
    {
        "run_id": ("编号", NUMBER),
        "started_zh": ("开始时刻", TEXT),
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
