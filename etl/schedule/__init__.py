"""Refreshes on time and when articles arrive."""

from etl.schedule.service import Plan, Service

__all__ = ["Plan", "Service"]
