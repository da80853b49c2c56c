"""Figures out of text: mentions, observations and pilot designations."""

from typing import TYPE_CHECKING

from etl.extraction.model import Extraction, Mention, Observation, PilotDesignation

if TYPE_CHECKING:
    from etl.extraction.engine import extract

__all__ = ["Extraction", "Mention", "Observation", "PilotDesignation", "extract"]


def __getattr__(name: str) -> object:
    """Compile the grammar when something is to be extracted, not when a result is only named."""
    if name == "extract":
        from etl.extraction.engine import extract

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
