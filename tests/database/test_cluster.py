"""The embedded server: made once, shared by processes, stopped by the last one, back after a kill."""

from __future__ import annotations

import os
import pwd
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from etl.database import open_database, roles
from etl.errors import DatabaseError
from etl.settings import Settings
from tests.database.conftest import listens, postmaster, start_user, user


def test_first_start_makes_everything_and_the_second_keeps_it(fresh: Settings) -> None:
    with open_database(fresh) as database, database.connect(roles.OWNER) as connection:
        connection.execute("INSERT INTO quality.run (status) VALUES ('kept')")
    assert not listens(fresh.port)
    with open_database(fresh) as database, database.connect(roles.BI_READER) as connection:
        assert connection.execute("SELECT status FROM quality.run").fetchall() == [("kept",)]


def test_a_prepared_server_is_checked_in_under_50_ms(fresh: Settings) -> None:
    from etl.database.prepare import is_prepared

    with open_database(fresh) as database:
        durations = []
        for _ in range(5):
            began = time.perf_counter()
            assert is_prepared(database)
            durations.append(time.perf_counter() - began)
    assert min(durations) < 0.05


def test_the_last_of_two_users_stops_the_server(fresh: Settings) -> None:
    with user(fresh):
        with open_database(fresh):
            pass
        assert listens(fresh.port)
    assert not listens(fresh.port)


def test_three_first_starts_at_once_agree(fresh: Settings) -> None:
    processes = [start_user(fresh) for _ in range(3)]
    ports = {process.stdout.readline().strip() for process in processes if process.stdout}
    results = [process.communicate("leave\n", timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], results
    assert ports == {str(fresh.port)}
    assert not listens(fresh.port)


def test_a_killed_server_comes_back_with_its_data(fresh: Settings) -> None:
    with user(fresh):
        with open_database(fresh) as database, database.connect(roles.OWNER) as connection:
            connection.execute("INSERT INTO quality.run (status) VALUES ('committed')")
        os.kill(postmaster(fresh), signal.SIGKILL)
        with open_database(fresh) as database, database.connect(roles.BI_READER) as connection:
            assert connection.execute("SELECT status FROM quality.run").fetchall() == [("committed",)]
    assert not listens(fresh.port)


def test_leaving_a_killed_server_is_quiet(fresh: Settings) -> None:
    process = start_user(fresh)
    assert process.stdout is not None and process.stdout.readline()
    os.kill(postmaster(fresh), signal.SIGKILL)
    _, errors = process.communicate("leave\n", timeout=60)
    assert (process.returncode, errors) == (0, "")


def test_a_killed_user_leaves_nothing_to_clean_up(fresh: Settings) -> None:
    process = start_user(fresh)
    assert process.stdout is not None and process.stdout.readline()
    process.kill()
    process.communicate()
    assert listens(fresh.port), "nobody was left to stop it"
    with open_database(fresh):
        pass
    assert not listens(fresh.port)


def test_an_interrupt_at_the_terminal_reaches_the_user_and_not_the_server(fresh: Settings) -> None:
    with user(fresh):
        process = start_user(fresh, start_new_session=True)
        assert process.stdout is not None and process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=60)
        with open_database(fresh) as database, database.connect(roles.BI_READER) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_another_port_in_the_settings_finds_the_running_server(fresh: Settings) -> None:
    with user(fresh), open_database(Settings(home=fresh.home, port=1)) as database:
        assert database.base_url.port == fresh.port


def test_passwords_are_for_their_owner_only(fresh: Settings) -> None:
    with open_database(fresh):
        pass
    assert stat.S_IMODE(fresh.passwords_file.stat().st_mode) == 0o600
    assert stat.S_IMODE((fresh.home / "postgresql").stat().st_mode) == 0o700


def test_only_the_right_password_opens_and_only_over_tcp(fresh: Settings) -> None:
    with open_database(fresh) as database:
        for role in (roles.SUPERUSER, *roles.ROLES):
            for wrong in ("wrong", ""):
                with pytest.raises(psycopg.OperationalError, match="password"):
                    psycopg.connect(database.conninfo(role), password=wrong, passfile="/nonexistent")
        with database.connect(roles.SUPERUSER) as connection:
            methods = connection.execute("SELECT DISTINCT auth_method FROM pg_hba_file_rules").fetchall()
            sockets = connection.execute("SHOW unix_socket_directories").fetchone()
            listening = connection.execute("SHOW listen_addresses").fetchone()
    assert (methods, sockets, listening) == ([("scram-sha-256",)], ("",), ("127.0.0.1",))


def test_psql_can_use_the_passwords_file(fresh: Settings) -> None:
    with (
        open_database(fresh) as database,
        psycopg.connect(
            host="127.0.0.1",
            port=database.base_url.port,
            dbname="warehouse",
            user=roles.BI_READER,
            passfile=str(fresh.passwords_file),
        ) as connection,
    ):
        assert connection.execute("SELECT current_user").fetchone() == (roles.BI_READER,)


@pytest.mark.parametrize("lost", [{roles.SUPERUSER, *roles.ROLES}, {roles.BI_READER}, {roles.SUPERUSER, roles.LOADER}])
def test_lost_passwords_are_made_anew(fresh: Settings, lost: set[str]) -> None:
    with open_database(fresh) as database, database.connect(roles.OWNER) as connection:
        connection.execute("INSERT INTO quality.run (status) VALUES ('kept')")
    lines = fresh.passwords_file.read_text().splitlines(keepends=True)
    fresh.passwords_file.write_text("".join(line for line in lines if line.split(":")[3] not in lost))
    with open_database(fresh) as database:
        for role in roles.ROLES:
            with database.connect(role) as connection:
                assert connection.execute("SELECT current_user").fetchone() == (role,)
        with database.connect(roles.BI_READER) as connection:
            assert connection.execute("SELECT status FROM quality.run").fetchall() == [("kept",)]


def test_a_port_in_use_is_one_clear_line(fresh: Settings) -> None:
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", fresh.port))
        other.listen()
        with pytest.raises(DatabaseError, match=f"port {fresh.port} .* in use .*WAREHOUSE_PORT"), open_database(fresh):
            pass
    with open_database(fresh):
        pass


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"garbage.txt": "x"}, "holds no PostgreSQL database; move it away"),
        ({"PG_VERSION": "16\n"}, "was made by PostgreSQL 16, and this program brings 18; move it away"),
        ({"PG_VERSION": "18\n"}, "did not start .*; see .*server.log"),
    ],
)
def test_a_data_directory_that_is_none_is_one_clear_line(fresh: Settings, files: dict[str, str], message: str) -> None:
    data = fresh.home / "postgresql" / "data"
    data.mkdir(parents=True)
    for name, content in files.items():
        (data / name).write_text(content)
    fresh.home.joinpath("pgpass").write_text("127.0.0.1:*:*:postgres:known\n")
    with pytest.raises(DatabaseError, match=message), open_database(fresh):
        pass
    assert sorted(path.name for path in data.iterdir()) == sorted(files)


def test_an_unfinished_data_directory_is_made_again(fresh: Settings) -> None:
    partial = fresh.home / "postgresql" / "data.partial"
    partial.mkdir(parents=True)
    (partial / "PG_VERSION").write_text("18\n")
    with open_database(fresh):
        pass
    assert not partial.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts the server as another account")
def test_root_may_keep_the_state_below_a_private_folder(tmp_path: Path, fresh: Settings) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    with open_database(Settings(home=private / "state", port=fresh.port)) as database:
        assert not _runs_as_root(database.base_url.port or 0)
    assert stat.S_IMODE(private.stat().st_mode) == 0o701, "others may pass through, and still not look inside"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can take another account")
def test_root_leaves_a_users_database_to_that_user(tmp_path: Path, fresh: Settings) -> None:
    account = pwd.getpwnam("nobody")
    python = _python_for(account)
    for folder in tmp_path.resolve().parents[:-1]:
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    tmp_path.chmod(0o777)
    options: dict[str, object] = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": [], "cwd": "/"}
    process = start_user(fresh, python, **options)
    _, errors = process.communicate("leave\n", timeout=60)
    assert process.returncode == 0, errors
    with open_database(fresh):
        pass
    process = start_user(fresh, python, **options)
    _, errors = process.communicate("leave\n", timeout=60)
    assert process.returncode == 0, errors


def _python_for(account: pwd.struct_passwd) -> str:
    """An interpreter of this version that `account` may run: ours may live in root's home."""
    system = f"/usr/bin/python{sys.version_info[0]}.{sys.version_info[1]}"
    for python in (sys.executable, system):
        test = ["test", "-x", python]
        if subprocess.run(test, user=account.pw_uid, extra_groups=[], check=False).returncode == 0:
            return python
    pytest.skip(f"{account.pw_name} may not run {sys.executable}")


def _runs_as_root(port: int) -> bool:
    lines = subprocess.run(["ps", "-eo", "user:32,args"], capture_output=True, text=True, check=True).stdout
    return any(line.startswith("root") and f"-p {port}" in line and "postgres" in line for line in lines.splitlines())
