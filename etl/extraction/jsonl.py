"""An extraction as lines of JSON, one observation a line, in the words of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from etl.extraction.model import Extraction


def observation_lines(extraction: Extraction) -> Iterator[str]:
    """The observations of an extraction, each as one JSON object."""
    for record in observation_records(extraction):
        yield json.dumps(record, ensure_ascii=False)


def observation_records(extraction: Extraction) -> Iterator[dict[str, object]]:
    """The observations of an extraction as plain values, by field."""
    for observation in extraction.observations:
        yield {name: _plain(value) for name, value in observation._asdict().items()}


def _plain(value: object) -> object:
    """Decimals become numbers that print as they were written: 0.1, 30000, 8.6."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return int(value) if whole else float(value)
    return value
