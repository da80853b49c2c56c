-- One row per programme, level and kind in an area: a table of as many rows as there are programmes.
SELECT
    summary.pilot_summary_key,
    summary.area_name_zh,
    summary.programme_name_zh,
    summary.pilot_level_code,
    summary.pilot_level_name_zh,
    summary.pilot_kind_name_zh,
    summary.claimed_count,
    summary.level_claimed_count,
    summary.named_count,
    summary.named_members,
    summary.batch_count,
    sum(summary.claimed_count) OVER (
        PARTITION BY summary.area_key, summary.programme_code, summary.pilot_level_code
    ) AS sum_over_kinds,
    -- an article may name more members than it counts, but then one of the two is wrong
    CASE WHEN summary.claimed_count IS NOT NULL THEN summary.named_count END AS named_of_claimed,
    concat_ws(' ', summary.area_name_zh, summary.pilot_level_name_zh, summary.programme_name_zh,
        summary.pilot_kind_name_zh, summary.claimed_count, summary.named_members) AS evidence_text
FROM marts_standby.pilot_summary AS summary
