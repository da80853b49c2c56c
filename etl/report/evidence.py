"""One published figure: its sentence and fields, where it stands, and what agrees with it or contradicts it."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg

from etl.report.run_facts import Row, fetch

FIGURES = """
SELECT
    claims.observation_key, claims.observation_id, claims.quote, claims.evidence_text,
    coalesce(indicators.indicator_name_zh, claims.stated_indicator_name) AS indicator, indicators.indicator_code,
    claims.stated_indicator_name, claims.stated_denominator_name AS "of", measures.measure_name_zh AS measure,
    claims.value, claims.unit_code AS unit, claims.value_lower AS lower, claims.value_upper AS upper,
    claims.qualifier_code AS qualifier, claims.stated_subject_name AS subject, claims.stated_period_code AS period,
    claims.period_basis_code AS period_basis, claims.modality_code AS modality, claims.confidence,
    claims.rule_code AS rule, claims.review_verdict, claims.reviewed_by, claims.review_note,
    documents.source_uri, documents.document_title AS title, documents.publisher_name AS publisher,
    documents.published_period_code AS published
FROM marts.fct_observation AS claims
JOIN marts.dim_document AS documents USING (document_key)
JOIN marts.dim_measure AS measures USING (measure_key)
LEFT JOIN marts.dim_indicator AS indicators USING (indicator_key)
WHERE claims.observation_id = %(observation_id)s
ORDER BY documents.source_uri, claims.start_offset
"""
RELATIONS = """
SELECT
    identity_kind_code AS identity, verdict_code AS verdict, verdict_reason_code AS reason,
    calculation_text AS calculation,
    expected_value AS expected, unit_code AS unit, claimed_text AS claimed, claimed_evidence_text, basis_evidence_text
FROM marts.fct_reconciliation
WHERE %(observation_key)s IN (observation_key, first_observation_key, second_observation_key)
ORDER BY verdict_code, identity_kind_code, calculation_text
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure as published, and the identities that it takes part in."""

    figure: Row
    relations: list[Row]


def evidence_of(connection: psycopg.Connection, observation_id: str) -> list[Evidence]:
    """The published figures of an identifier: one for each article with the same sentence."""
    try:
        figures = fetch(connection, FIGURES, observation_id=observation_id)
    except psycopg.errors.UndefinedTable:  # nothing has been published yet
        return []
    return [
        Evidence(figure, fetch(connection, RELATIONS, observation_key=figure.pop("observation_key")))
        for figure in figures
    ]
