"""Alembic revisions of `staging` and `quality`."""
