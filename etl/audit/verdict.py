"""What the judge says of one rule, as it travels from the judging process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

CRITICAL = "critical"
KEYS_KEPT = 100_000  # failing rows of one rule that are named; the count is of all


@dataclass(frozen=True)
class Verdict:
    """One rule of one suite: whether it holds, and the keys of rows that break it; `error`: it could not be judged."""

    suite: str
    rule: str
    is_success: bool
    unexpected_count: int = 0
    observed_value: str | None = None
    unexpected_keys: Sequence[dict[str, Any]] = ()
    error: str | None = None
