-- One row per named member of a pilot programme in the newly landed documents.
SELECT
    pilot_designation.load_id,
    pilot_designation.designation_index,
    document.source_uri,
    pilot_designation.programme,
    pilot_designation.programme_code,
    pilot_designation.level,
    pilot_designation.kind,
    btrim(pilot_designation.member) AS member,
    pilot_designation.batch,
    pilot_designation.start,
    pilot_designation."end",
    document.text_characters,
    pilot_designation.quote AS evidence_text
FROM staging.pilot_designation
JOIN staging.document ON document.load_id = pilot_designation.load_id
WHERE pilot_designation.load_id = ANY(%(load_ids)s)
