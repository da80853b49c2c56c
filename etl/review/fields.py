"""The fields of an observation: as a reviewer reads them, compared with what was expected, and changed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from etl.extraction import Observation
from etl.extraction.names.indicators import code_of
from etl.extraction.numbers.interval import interval
from etl.extraction.numbers.numerals import read_arabic
from etl.extraction.numbers.units import to_base
from etl.review.correction import NULL, Value
from etl.vocabulary import Vocabulary

# What a reviewer looks at; a change of the others makes no correction stale.
GUARDED = ("indicator", "measure", "value", "unit", "of", "subject", "period")


def said(observation: Observation, name: str) -> str:
    """A field as text, the way a review file writes it."""
    value = getattr(observation, name)
    return NULL if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def expectation(observation: Observation) -> str:
    """What the reviewer sees, to be kept beside the verdict: `indicator=…; value=3603.45; unit=亿元`."""
    return "; ".join(f"{name}={said(observation, name)}" for name in GUARDED if getattr(observation, name) is not None)


def unexpected(observation: Observation, expected: Mapping[str, str]) -> str:
    """How the observation differs from what the reviewer saw; empty where it does not."""
    differences = (
        f"{name} is {said(observation, name)} by now, not {text}"
        for name, text in expected.items()
        if not _same(said(observation, name), text)
    )
    return ", ".join(differences)


def says(observation: Observation, fields: Mapping[str, Value]) -> bool:
    """Whether the observation has these values already."""
    return all(getattr(observation, name) == value for name, value in fields.items())


def _same(one: str, other: str) -> bool:
    try:
        return one == other or Decimal(one) == Decimal(other.replace(",", ""))
    except InvalidOperation:
        return False


def corrected(observation: Observation, fields: Mapping[str, Value], vocabulary: Vocabulary) -> Observation:
    """The observation with fields changed, and with them what follows from them."""
    changed: dict[str, object] = dict(fields)
    if "indicator" in changed and "indicator_code" not in changed:
        changed["indicator_code"] = code_of(vocabulary, str(changed["indicator"]))
    if "subject" in changed and "subject_kind" not in changed:
        changed["subject_kind"] = _kind(changed["subject"], vocabulary)
    if "period" in changed:
        # the reviewer read it, whatever words the extractor had taken it from
        changed |= {"period_basis": "stated", "period_source_start": None, "period_source_end": None}
    # the names are those of the fields, checked when the file was read
    draft = observation._replace(**changed)  # type: ignore[arg-type]
    if not {"value", "unit", "qualifier"} & set(fields):
        return draft
    value_base, unit_base = to_base(draft.value, draft.unit)
    lower, upper = interval(draft.value, _step(observation, draft), draft.qualifier)
    return draft._replace(value_base=value_base, unit_base=unit_base, lower=lower, upper=upper)


def _step(before: Observation, after: Observation) -> Decimal:
    """The written precision: of the corrected number, or the one the interval was made of."""
    if before.value == after.value and before.lower is not None and before.upper is not None:
        return before.upper - before.lower
    return read_arabic(f"{abs(after.value):f}")[1]


def _kind(subject: object, vocabulary: Vocabulary) -> str | None:
    if subject is None:
        return None
    return "area" if subject in vocabulary.area_names else "organisation"
