"""`warehouse init-db`: prepare a PostgreSQL server of one's own."""

from __future__ import annotations

import json

import click

from etl.errors import UsageError
from etl.settings import Settings


@click.command("init-db")
@click.option("--print-sql", is_flag=True, help="print what an administrator must run, and run nothing")
@click.option("--json", "as_json", is_flag=True, help="print what is prepared as one JSON object")
def command(print_sql: bool, as_json: bool) -> None:
    """Make or upgrade roles, schemas and tables on the server that WAREHOUSE_DATABASE_URL names.

    Passwords of the four roles come from WAREHOUSE_OWNER_PASSWORD, WAREHOUSE_LOADER_PASSWORD,
    WAREHOUSE_TRANSFORMER_PASSWORD and BI_READER_PASSWORD (or, each with _FILE added, from a file); those that are
    not given are made and kept in the passwords file of WAREHOUSE_HOME.

    \b
    Examples:
      export WAREHOUSE_DATABASE_URL="postgresql://admin@db.example:5432/warehouse?sslmode=verify-full"
      warehouse init-db                        as a superuser, or as owner of the database with CREATEROLE
      warehouse init-db --print-sql > setup.sql     for an administrator, where one may not create roles
    """
    from etl.database.initialise import administrator_script, initialise

    settings = Settings.from_environment()
    if not settings.database_url:
        raise UsageError(
            "WAREHOUSE_DATABASE_URL is not set, and the embedded server prepares itself",
            "set it to a server of your own: postgresql://user:password@host:5432/database",
        )
    if print_sql:
        click.echo(administrator_script(settings))
        return
    result = initialise(settings)
    name = result.database.base_url.database
    if as_json:
        record = {"database": name, "changed": result.changed, "passwords_file": str(settings.passwords_file)}
        click.echo(json.dumps(record, ensure_ascii=False))
        return
    done = "is prepared" if result.changed else "was prepared already"
    click.echo(f"the database {name} {done}; passwords of its roles: {settings.passwords_file} or the environment")
