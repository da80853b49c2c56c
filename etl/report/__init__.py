"""The data-quality report: one page that opens from disk, and a page for each article beside it."""

from etl.report.build import build_report

__all__ = ["build_report"]
