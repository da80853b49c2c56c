"""The connection and the choices of a dbt run, as the environment variables that dbt reads."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping

from etl.database import Database
from etl.database.roles import TRANSFORMER

SILENT = {"DBT_SEND_ANONYMOUS_USAGE_STATS": "false", "DO_NOT_TRACK": "1"}


def connection_variables(database: Database) -> dict[str, str]:
    """What profiles.yml asks for; a user of the server's own takes the transformer's role on."""
    url = database.base_url
    own_login = TRANSFORMER in database.passwords
    password = database.passwords[TRANSFORMER] if own_login else url.password
    host = url.host or url.query.get("host", "localhost")
    return {
        "WAREHOUSE_DBT_HOST": str(host),
        "WAREHOUSE_DBT_PORT": str(url.port or 5432),
        "WAREHOUSE_DBT_USER": TRANSFORMER if own_login else str(url.username or os.environ.get("PGUSER", "")),
        "DBT_ENV_SECRET_WAREHOUSE_PASSWORD": str(password or os.environ.get("PGPASSWORD", "")),
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
