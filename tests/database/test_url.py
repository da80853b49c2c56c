"""WAREHOUSE_DATABASE_URL: what it may say, what passes through to libpq, and TLS on a real server."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from etl.database import roles
from etl.database.account import server_account
from etl.database.connection import conninfo, open_database, outside_database
from etl.database.initialise import initialise
from etl.errors import DatabaseError, UsageError
from etl.settings import Settings
from tests.conftest import free_port
from tests.database.outside import Server, running_server


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nonsense", "is no database URL"),
        ("mysql://localhost/warehouse", "names mysql, not PostgreSQL"),
        ("postgresql://localhost:5432", "names no database"),
        ("postgresql://localhost:port/warehouse", "is no database URL"),
        ("postgresql://localhost/warehouse?sslmoed=require", "invalid.*sslmoed"),
    ],
)
def test_a_url_that_is_none_is_one_clear_line(tmp_path: Path, url: str, message: str) -> None:
    settings = Settings(home=tmp_path, database_url=url)
    message += ".*postgresql://user:password@host:5432/database"
    with pytest.raises(UsageError, match=message), open_database(settings):
        pass


def test_nobody_at_home_is_one_clear_line(tmp_path: Path) -> None:
    port = free_port()
    settings = Settings(home=tmp_path, database_url=f"postgresql://127.0.0.1:{port}/warehouse")
    message = (
        rf"the database at 127.0.0.1:{port} cannot be reached \(Connection refused\); check WAREHOUSE_DATABASE_URL"
    )
    with pytest.raises(DatabaseError, match=message), open_database(settings):
        pass


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgres://h/w?sslmode=verify-full&sslrootcert=/ca.pem",
            {"sslmode": "verify-full", "sslrootcert": "/ca.pem"},
        ),
        ("postgresql://h/w?sslcert=c&sslkey=k&channel_binding=require", {"sslcert": "c", "channel_binding": "require"}),
        (
            "postgresql://h/w?connect_timeout=3&application_name=mine",
            {"connect_timeout": "3", "application_name": "mine"},
        ),
        ("postgresql:///w?host=/var/run/postgresql", {"host": "/var/run/postgresql", "connect_timeout": "10"}),
        ("postgresql://h/w?options=-c%20geqo%3Doff", {"options": "-c geqo=off"}),
    ],
)
def test_the_query_of_the_url_passes_through(tmp_path: Path, url: str, expected: dict[str, str]) -> None:
    database = outside_database(Settings(home=tmp_path, database_url=url), {"BI_READER_PASSWORD": "s"})
    told = psycopg.conninfo.conninfo_to_dict(conninfo(database.url(roles.BI_READER)))
    assert told.items() >= {**expected, "user": "bi_reader", "password": "s", "dbname": "w"}.items()


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """PostgreSQL 15 with TLS (the embedded server is built without it), and its certificate."""
    openssl = shutil.which("openssl") or pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "server.crt", folder / "server.key"
    request = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*request, *names, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    key.chmod(0o600)
    if account := server_account(folder / "data"):
        for path in (folder, certificate, key):
            shutil.chown(path, account.pw_uid, account.pw_gid)
    directory = tmp_path_factory.mktemp("encrypted")
    options = ["-c", "ssl=on", "-c", f"ssl_cert_file={certificate}", "-c", f"ssl_key_file={key}"]
    with running_server(15, directory, options) as server:
        server.reset()
        yield server, certificate


def test_tls_is_used_and_the_certificate_is_checked(encrypted: tuple[Server, Path], tmp_path: Path) -> None:
    server, certificate = encrypted
    url = server.url(query=f"?sslmode=verify-full&sslrootcert={certificate}")
    settings = Settings(home=tmp_path, database_url=url)
    initialise(settings, {})
    with open_database(settings) as database, database.connect(roles.BI_READER) as connection:
        row = connection.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone()
        assert row == (True,)
    other = tmp_path / "other.crt"
    other.write_bytes(b"")
    wrong = Settings(home=tmp_path, database_url=server.url(query=f"?sslmode=verify-full&sslrootcert={other}"))
    with pytest.raises(DatabaseError, match=r"certificate|SSL"), open_database(wrong):
        pass
