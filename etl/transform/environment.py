"""The connection and the choices of a dbt run, as the environment variables that dbt reads."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping

from etl.database import Database
from etl.database.roles import TRANSFORMER

ENCRYPTION = frozenset({"sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "channel_binding"})
SILENT = {"DBT_SEND_ANONYMOUS_USAGE_STATS": "false", "DO_NOT_TRACK": "1"}


def connection_variables(database: Database) -> dict[str, str]:
    """What profiles.yml asks for, and what libpq reads by itself: the choices about TLS of the database's URL."""
    url = database.url(TRANSFORMER)
    encryption = {f"PG{name.upper()}": str(value) for name, value in url.query.items() if name in ENCRYPTION}
    return encryption | {
        "WAREHOUSE_DBT_HOST": str(url.host or url.query.get("host", "localhost")),
        "WAREHOUSE_DBT_PORT": str(url.port or 5432),
        "WAREHOUSE_DBT_USER": TRANSFORMER,
        "DBT_ENV_SECRET_WAREHOUSE_PASSWORD": url.password or "",
        "WAREHOUSE_DBT_DATABASE": str(url.database or ""),
        "WAREHOUSE_DBT_ROLE": TRANSFORMER,
    }


@contextlib.contextmanager
def environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set the variables inside the block, and leave no password behind it."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
