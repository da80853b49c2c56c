"""Builds the standby marts with dbt, in this process."""

from etl.transform.build import TransformOutcome, transform
from etl.transform.fingerprint import project_fingerprint

__all__ = ["TransformOutcome", "project_fingerprint", "transform"]
