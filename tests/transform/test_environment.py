"""dbt reaches the database as the URL says, encrypted where it says so."""

from __future__ import annotations

import os

from sqlalchemy import make_url

from etl.database import Database
from etl.database.roles import TRANSFORMER
from etl.transform.environment import connection_variables, environment


def test_the_url_and_its_encryption_reach_dbt() -> None:
    url = make_url(
        "postgresql+psycopg://db.example:6432/figures?sslmode=verify-full&sslrootcert=/ca.pem&connect_timeout=3"
    )
    told = connection_variables(Database(url, {TRANSFORMER: "secret"}))
    assert told == {
        "WAREHOUSE_DBT_HOST": "db.example",
        "WAREHOUSE_DBT_PORT": "6432",
        "WAREHOUSE_DBT_USER": TRANSFORMER,
        "DBT_ENV_SECRET_WAREHOUSE_PASSWORD": "secret",
        "WAREHOUSE_DBT_DATABASE": "figures",
        "WAREHOUSE_DBT_ROLE": TRANSFORMER,
        "PGSSLMODE": "verify-full",
        "PGSSLROOTCERT": "/ca.pem",
    }


def test_nothing_stays_behind() -> None:
    with environment({"DBT_ENV_SECRET_WAREHOUSE_PASSWORD": "secret"}):
        assert os.environ["DBT_ENV_SECRET_WAREHOUSE_PASSWORD"] == "secret"
    assert "DBT_ENV_SECRET_WAREHOUSE_PASSWORD" not in os.environ
