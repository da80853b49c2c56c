"""The ground under every step: the server, its roles, its connections, the tables that Python writes."""

from etl.database.connection import Database, open_database

__all__ = ["Database", "open_database"]
