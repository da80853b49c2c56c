"""A server of the user's own, PostgreSQL 15 and 18: init-db as superuser, as owner of the database, and as nobody."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from etl.database import open_database, roles
from etl.database.initialise import administrator_script, initialise
from etl.errors import DatabaseError, UsageError
from etl.settings import Settings
from tests.database.outside import Server, running_server

PASSWORDS = {
    "WAREHOUSE_OWNER_PASSWORD": "owner's",
    "WAREHOUSE_LOADER_PASSWORD": "colon:and\\backslash",
    "WAREHOUSE_TRANSFORMER_PASSWORD": "% @/?#",
    "BI_READER_PASSWORD": "密码",
}


@pytest.fixture(scope="module", params=[15, 18])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server of each version for the module."""
    with running_server(request.param, tmp_path_factory.mktemp(f"postgresql-{request.param}")) as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    """The server, with nothing of ours in it, and two ordinary users."""
    running.reset()
    running.execute(
        "CREATE ROLE manager LOGIN CREATEROLE PASSWORD 'manager'",
        "CREATE ROLE nobody LOGIN PASSWORD 'nobody'",
        "ALTER DATABASE warehouse OWNER TO manager",
    )
    return running


def settings_for(server: Server, home: Path, user: str = "postgres", query: str = "") -> Settings:
    return Settings(home=home, database_url=server.url(user, query=query))


@pytest.mark.parametrize("user", ["postgres", "manager"])
def test_init_db_prepares_and_every_role_works(server: Server, tmp_path: Path, user: str) -> None:
    settings = settings_for(server, tmp_path, user)
    assert initialise(settings, {}).changed
    assert not initialise(settings, {}).changed
    assert stat.S_IMODE(settings.passwords_file.stat().st_mode) == 0o600
    with open_database(settings) as database:
        for role in roles.ROLES:
            with database.connect(role) as connection:
                assert connection.execute("SELECT session_user, current_user").fetchone() == (role, role)
        with database.connect(roles.LOADER) as connection:
            connection.execute("INSERT INTO quality.run (status) VALUES ('x')")
        with database.connect(roles.BI_READER) as connection:
            assert connection.execute("SELECT count(*) FROM quality.run").fetchone() == (1,)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("SELECT * FROM staging.load")


def test_the_manager_keeps_no_membership(server: Server, tmp_path: Path) -> None:
    initialise(settings_for(server, tmp_path, "manager"), {})
    with psycopg.connect(server.url("manager")) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("SET ROLE warehouse_owner; SELECT * FROM staging.load")


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("SELECT 1", "the user nobody may not create roles"),
        ("ALTER ROLE nobody CREATEROLE", "the user nobody does not own the database"),
    ],
)
def test_without_the_rights_one_line_names_the_way(server: Server, tmp_path: Path, statement: str, reason: str) -> None:
    server.execute(statement)
    with pytest.raises(DatabaseError, match=f"{reason}; .*init-db --print-sql"):
        initialise(settings_for(server, tmp_path, "nobody"), {})
    assert not (tmp_path / "pgpass").exists()


def test_an_administrator_runs_the_script_and_nobody_does_the_rest(server: Server, tmp_path: Path) -> None:
    settings = settings_for(server, tmp_path, "nobody")
    script = administrator_script(settings, {})
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(script.encode())
        connection.execute(script.encode())
    assert initialise(settings, {}).changed
    with open_database(settings) as database, database.connect(roles.LOADER) as connection:
        connection.execute("SELECT * FROM staging.observation")
    passwords = [line.rpartition(":")[2] for line in settings.passwords_file.read_text().splitlines()]
    assert len(passwords) == 4 and not any(password in script for password in passwords)


def test_roles_made_before_and_passwords_of_ones_own(server: Server, tmp_path: Path) -> None:
    with psycopg.connect(server.url(), autocommit=True) as connection:
        for variable, password in PASSWORDS.items():
            role = variable.removesuffix("_PASSWORD").lower()
            connection.execute(psycopg.sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role_name(role), password))
    secret = tmp_path / "bi.secret"
    secret.write_text(PASSWORDS["BI_READER_PASSWORD"] + "\n")
    environ = {name: value for name, value in PASSWORDS.items() if name != "BI_READER_PASSWORD"}
    environ["BI_READER_PASSWORD_FILE"] = str(secret)
    result = initialise(settings_for(server, tmp_path), environ)
    for role in roles.ROLES:
        with result.database.connect(role) as connection:
            assert connection.execute("SELECT current_user").fetchone() == (role,)
        with result.database.engine(role).connect() as alchemy:
            assert alchemy.exec_driver_sql("SELECT current_user").scalar() == role
    assert not (tmp_path / "pgpass").exists(), "passwords that were given are not written anywhere"


def role_name(role: str) -> psycopg.sql.Identifier:
    return psycopg.sql.Identifier(role)


def test_four_at_once(server: Server, tmp_path: Path) -> None:
    settings = settings_for(server, tmp_path)
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: initialise(settings, {}), range(4)))
    assert any(result.changed for result in results)
    with open_database(settings):
        pass


def test_a_database_of_others_is_left_alone(server: Server, tmp_path: Path) -> None:
    server.execute("CREATE TABLE public.theirs (a int)", database="warehouse")
    with pytest.raises(UsageError, match=r"tables of others \(public.theirs\).*createdb"):
        initialise(settings_for(server, tmp_path), {})


def test_an_unprepared_database_says_init_db(server: Server, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError), open_database(settings_for(server, tmp_path)):
        pass
    settings = settings_for(server, tmp_path)
    initialise(settings, {})
    server.execute("COMMENT ON SCHEMA quality IS 'older'", database="warehouse")
    message = "not prepared for this version; run warehouse init-db"
    with pytest.raises(DatabaseError, match=message), open_database(settings):
        pass
    assert initialise(settings, {}).changed
    with open_database(settings):
        pass


def test_the_command(server: Server, tmp_path: Path) -> None:
    environ = {**os.environ, "WAREHOUSE_HOME": str(tmp_path), "WAREHOUSE_DATABASE_URL": server.url("nobody")}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "etl", "init-db", *arguments]
        return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)

    refused = run()
    assert (refused.returncode, len(refused.stderr.splitlines())) == (DatabaseError.exit_code, 1)
    server.execute(run("--print-sql").stdout, database="warehouse")
    assert "is prepared" in run().stdout
    assert "was prepared already" in run().stdout
