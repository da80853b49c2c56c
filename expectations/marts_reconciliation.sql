-- One row per identity between the claims about a subject that changed documents speak of.
SELECT
    reconciliation.reconciliation_key,
    reconciliation.identity_kind_code,
    reconciliation.verdict_code,
    reconciliation.calculation_text,
    reconciliation.claimed_text,
    reconciliation.gap_pct,
    reconciliation.claimed_evidence_text,
    reconciliation.basis_evidence_text,
    reconciliation.expected_range,
    CASE WHEN reconciliation.verdict_code = 'contradictory' THEN reconciliation.calculation_text END AS contradiction,
    CASE WHEN reconciliation.verdict_code = 'consistent'
        THEN reconciliation.claimed_range && reconciliation.expected_range END AS is_overlapping,
    CASE WHEN reconciliation.verdict_code = 'contradictory'
        THEN reconciliation.claimed_range && reconciliation.expected_range END AS is_overlapping_though_contradictory,
    CASE WHEN reconciliation.verdict_code IN ('consistent', 'contradictory')
        THEN coalesce(reconciliation.claimed_text, '') END AS tested_claim,
    reconciliation.claimed_evidence_text AS evidence_text
FROM intermediate.int_subjects__affected AS affected
JOIN marts_standby.fct_reconciliation AS reconciliation ON reconciliation.subject_key = affected.subject_key
