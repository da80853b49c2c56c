"""Figures out of text: mentions, observations and pilot designations."""

from etl.extraction.engine import extract
from etl.extraction.model import Extraction, Mention, Observation, PilotDesignation

__all__ = ["Extraction", "Mention", "Observation", "PilotDesignation", "extract"]
