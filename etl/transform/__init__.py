"""Builds the standby marts with dbt, in this process."""

from etl.transform.build import TransformOutcome, transform
from etl.transform.docs import write_docs
from etl.transform.fingerprint import project_fingerprint
from etl.transform.preload import preload

__all__ = ["TransformOutcome", "preload", "project_fingerprint", "transform", "write_docs"]
