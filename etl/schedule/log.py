"""One JSON object a line on standard error: what a log collector reads."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

LOGGER = logging.getLogger("warehouse.schedule")
EXTRA = "fields"


class JsonLines(logging.Formatter):
    """time, level, event, and the fields of the event."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, EXTRA, {}),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def log(event: str, *, level: int = logging.INFO, **fields: object) -> None:
    """Write one event."""
    LOGGER.log(level, event, extra={EXTRA: fields})


def log_to_stderr() -> None:
    """Send our events, and the scheduler library's warnings, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name, level in (("warehouse.schedule", logging.INFO), ("apscheduler", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False
