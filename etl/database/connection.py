"""Connections to the warehouse's database, each as one of its roles."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import psycopg
from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from etl.database import roles
from etl.database.cluster import HOST, SUPERUSER, Cluster
from etl.database.passwords import new_password, read_passwords, write_passwords
from etl.database.prepare import prepare
from etl.errors import DatabaseError, UsageError
from etl.settings import Settings

DATABASE = "warehouse"
CONNECT_TIMEOUT = 10  # seconds


@dataclass(frozen=True)
class Database:
    """A database that can be reached, and how to log in as each role.

    With `passwords` each role logs in itself (the embedded server); without, the user of `base_url` logs in
    and takes the role on (a server of the user's own).
    """

    base_url: URL
    passwords: Mapping[str, str]

    def url(self, role: str) -> URL:
        """The SQLAlchemy URL to connect as `role`."""
        if role in self.passwords:
            return self.base_url.set(username=role, password=self.passwords[role])
        given = self.base_url.query.get("options", "")
        return self.base_url.update_query_dict({"options": f"{given} -c role={role}".strip()})

    def conninfo(self, role: str) -> str:
        """The libpq connection string for `role`."""
        url = self.url(role)
        query = {name: value for name, value in url.query.items() if isinstance(value, str)}
        return psycopg.conninfo.make_conninfo(
            host=url.host or query.pop("host", None),
            port=url.port,
            dbname=url.database,
            user=url.username,
            password=url.password,
            connect_timeout=CONNECT_TIMEOUT,
            application_name="warehouse",
            **query,
        )

    def connect(self, role: str, *, autocommit: bool = False) -> psycopg.Connection:
        """Open a psycopg connection as `role`."""
        try:
            return psycopg.connect(self.conninfo(role), autocommit=autocommit)
        except psycopg.OperationalError as error:
            raise _unreachable(self.base_url, error) from error

    def engine(self, role: str) -> Engine:
        """A SQLAlchemy engine as `role`."""
        return create_engine(self.url(role))


@contextlib.contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """Reach the database of `settings`, started and prepared when it is the embedded one."""
    if settings.database_url:
        yield outside_database(settings.database_url)
        return
    passwords = _embedded_passwords(settings)
    cluster = Cluster(settings.home / "postgresql", settings.port)
    with cluster.running(passwords[SUPERUSER]) as port:
        server = URL.create("postgresql+psycopg", host=HOST, port=port, database="postgres")
        database = Database(server.set(database=DATABASE), passwords)
        prepare(Database(server, passwords), database)
        yield database


def outside_database(url: str) -> Database:
    """The database that WAREHOUSE_DATABASE_URL names."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise UsageError(
            "WAREHOUSE_DATABASE_URL is no database URL", "write postgresql://user:password@host:5432/database"
        ) from error
    if not parsed.drivername.startswith("postgres"):
        raise UsageError(
            f"WAREHOUSE_DATABASE_URL names {parsed.drivername}, not PostgreSQL",
            "write postgresql://user:password@host:5432/database",
        )
    return Database(parsed.set(drivername="postgresql+psycopg"), {})


def _embedded_passwords(settings: Settings) -> dict[str, str]:
    known = read_passwords(settings.passwords_file)
    passwords = {role: known.get(role) or new_password() for role in (SUPERUSER, *roles.ROLES)}
    if passwords != known:
        write_passwords(settings.passwords_file, passwords, HOST, settings.port)
    return passwords


def _unreachable(url: URL, error: psycopg.OperationalError) -> DatabaseError:
    reason = str(error).strip().splitlines()[-1] if str(error).strip() else "no answer"
    return DatabaseError(
        f"the database at {url.host or 'the local socket'}:{url.port or 5432} cannot be reached ({reason})",
        "check WAREHOUSE_DATABASE_URL and that the server is up",
    )
