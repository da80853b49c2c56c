"""Connections to the warehouse's database, each as one of its roles."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import psycopg
from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from etl.database import roles
from etl.database.cluster import HOST, Cluster
from etl.database.passwords import environment_passwords, read_passwords
from etl.database.prepare import is_prepared, prepare_embedded
from etl.errors import DatabaseError, UsageError
from etl.settings import Settings

DATABASE = "warehouse"
DEFAULTS = {"connect_timeout": "10", "application_name": "warehouse"}
URL_HINT = "write postgresql://user:password@host:5432/database"


@dataclass(frozen=True)
class Database:
    """A database that can be reached: each role logs in itself.

    A role without a password here logs in with what libpq finds (~/.pgpass, a certificate, peer authentication).
    """

    base_url: URL
    passwords: Mapping[str, str] = field(repr=False)

    def url(self, role: str) -> URL:
        """The SQLAlchemy URL to connect as `role`."""
        return URL.create(
            self.base_url.drivername,
            username=role,
            password=self.passwords.get(role),
            host=self.base_url.host,
            port=self.base_url.port,
            database=self.base_url.database,
            query=self.base_url.query,
        )

    def conninfo(self, role: str) -> str:
        """The libpq connection string for `role`."""
        return conninfo(self.url(role))

    def connect(self, role: str, *, autocommit: bool = False) -> psycopg.Connection:
        """Open a psycopg connection as `role`."""
        return connect(self.url(role), autocommit=autocommit)

    def engine(self, role: str) -> Engine:
        """A SQLAlchemy engine as `role`."""
        return create_engine(self.url(role))


@contextlib.contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """Reach the database of `settings`, started and prepared when it is the embedded one."""
    try:
        if settings.database_url:
            database = outside_database(settings)
            if not is_prepared(database):
                raise not_prepared(database)
            yield database
            return
        with embedded_cluster(settings).running() as port:
            yield embedded_database(settings, port)
    except psycopg.OperationalError as error:  # the server stopped, its disk is full, a lock was never given up
        reason = (str(error).strip().splitlines() or ["no reason given"])[0]
        raise DatabaseError(
            f"the database could not go on ({reason})", "what is published is unchanged; see to it and try again"
        ) from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise DatabaseError(
            f"{error.filename or settings.home}: {error.strerror}", "free some space, or point WAREHOUSE_HOME elsewhere"
        ) from error


def embedded_cluster(settings: Settings) -> Cluster:
    """The server of the state directory."""
    return Cluster(settings.home / "postgresql", settings.port, settings.passwords_file)


def embedded_database(settings: Settings, port: int) -> Database:
    """The warehouse on the running embedded server, prepared when it is not yet."""
    server = URL.create("postgresql+psycopg", host=HOST, port=port, database="postgres")
    passwords = read_passwords(settings.passwords_file, HOST)
    database = Database(server.set(database=DATABASE), passwords)
    if set(roles.ROLES) <= set(passwords) and is_prepared(database):
        return database
    return prepare_embedded(replace(database, base_url=server), database, settings.passwords_file)


def outside_database(settings: Settings, environ: Mapping[str, str] = os.environ) -> Database:
    """The database that WAREHOUSE_DATABASE_URL names, with the passwords that are known for its roles."""
    url = parse_url(settings.database_url or "")
    known = read_passwords(settings.passwords_file, host_of(url))
    return Database(url, known | environment_passwords(roles.ROLES, environ))


def parse_url(text: str) -> URL:
    """A PostgreSQL URL, for SQLAlchemy with psycopg."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise UsageError("WAREHOUSE_DATABASE_URL is no database URL", URL_HINT) from error
    if not url.drivername.startswith("postgres"):
        raise UsageError(f"WAREHOUSE_DATABASE_URL names {url.drivername}, not PostgreSQL", URL_HINT)
    if not url.database:
        raise UsageError("WAREHOUSE_DATABASE_URL names no database", URL_HINT)
    return url.set(drivername="postgresql+psycopg")


def host_of(url: URL) -> str:
    """The host by which the passwords file knows a server."""
    given = url.host or url.query.get("host") or "localhost"
    return given if isinstance(given, str) else ",".join(given)


def conninfo(url: URL) -> str:
    """The libpq connection string of a URL: its query (sslmode, sslrootcert …) passes through."""
    query = {name: value if isinstance(value, str) else ",".join(value) for name, value in url.query.items()}
    parts = {"host": url.host, "port": url.port, "dbname": url.database, "user": url.username, "password": url.password}
    given = {name: value for name, value in parts.items() if value is not None}
    return psycopg.conninfo.make_conninfo("", **{**DEFAULTS, **query, **given})


def connect(url: URL, *, autocommit: bool = False) -> psycopg.Connection:
    """Open a psycopg connection."""
    try:
        return psycopg.connect(conninfo(url), autocommit=autocommit)
    except psycopg.OperationalError as error:
        raise DatabaseError(
            f"the database at {host_of(url)}:{url.port or 5432} cannot be reached ({_reason(error)})",
            "check WAREHOUSE_DATABASE_URL and that the server is up",
        ) from error
    except psycopg.ProgrammingError as error:
        raise UsageError(f"WAREHOUSE_DATABASE_URL: {str(error).strip()}", URL_HINT) from error


def not_prepared(database: Database) -> DatabaseError:
    """Why the outside database cannot be used yet: unreachable, no password, or not set up."""
    missing = [role for role in roles.ROLES if role not in database.passwords]
    database.connect(roles.LOADER).close()
    reason = f" (no password is known for {', '.join(missing)})" if missing else ""
    return DatabaseError(
        f"the database {database.base_url.database} is not prepared for this version{reason}",
        "run warehouse init-db",
    )


def _reason(error: psycopg.OperationalError) -> str:
    """What libpq says of the last host that it tried, without its advice on the following lines."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    told = [line for line in lines if "failed: " in line]
    return (told or lines or ["no answer"])[-1].rpartition("failed: ")[2].removeprefix("FATAL:").strip()
