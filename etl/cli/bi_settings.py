"""How BI tools connect: the same few facts in the form that each tool asks for."""

from __future__ import annotations

import shlex
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import URL

from etl.database.connection import host_of
from etl.database.roles import BI_READER

PASSWORD = "PASSWORD"


@dataclass(frozen=True)
class Connection:
    """What every tool needs to know."""

    host: str
    port: int
    database: str
    user: str
    passwords_file: str
    sslmode: str | None

    @classmethod
    def of(cls, url: URL, passwords_file: Path) -> Connection:
        """The BI role's way into the database of `url`."""
        sslmode = url.query.get("sslmode")
        return cls(
            host=host_of(url),
            port=url.port or 5432,
            database=url.database or "",
            user=BI_READER,
            passwords_file=str(passwords_file),
            sslmode=sslmode if isinstance(sslmode, str) else None,
        )

    def tools(self) -> dict[str, str]:
        """Tool → what to enter, with PASSWORD where the password goes."""
        encryption = f"encryption {'on' if self.sslmode else 'off'}"
        mode = f"?sslmode={self.sslmode}" if self.sslmode else ""
        psql = {"host": self.host, "port": self.port, "dbname": self.database, "user": self.user}
        if self.sslmode:
            psql["sslmode"] = self.sslmode
        psql["passfile"] = self.passwords_file
        return {
            "Superset": f"postgresql+psycopg2://{self.user}:{PASSWORD}@{self.host}:{self.port}/{self.database}{mode}",
            "Metabase": f"PostgreSQL; host {self.host}, port {self.port}, database {self.database}, user {self.user}; "
            f"schemas: only marts, quality; SSL {'on' if self.sslmode else 'off'}",
            "Power BI": f"PostgreSQL database; server {self.host}:{self.port}, database {self.database}; "
            f"sign-in Database, user {self.user}; {encryption}",
            "Tableau": f"PostgreSQL; server {self.host}, port {self.port}, database {self.database}, user {self.user}; "
            f"Require SSL {'on' if self.sslmode else 'off'}",
            "Excel": "Driver={PostgreSQL Unicode(x64)};"
            f"Server={self.host};Port={self.port};Database={self.database};Uid={self.user};Pwd={PASSWORD};"
            f"SSLmode={self.sslmode or 'disable'};ReadOnly=1",
            "DBeaver": f"jdbc:postgresql://{self.host}:{self.port}/{self.database}{mode}",
            "psql": "psql " + shlex.quote(" ".join(f"{name}={_quoted(value)}" for name, value in psql.items())),
        }

    def as_json(self) -> dict[str, object]:
        """For a program."""
        return {**asdict(self), "tools": self.tools()}

    def lines(self) -> list[str]:
        """For a person."""
        facts = {
            "host": self.host,
            "port": str(self.port),
            "database": self.database,
            "user": f"{self.user} (reads marts and quality)",
            "password": f"in {self.passwords_file}, at the end of the line of {self.user}",
        }
        tools = [f"  {tool:<9} {entry}" for tool, entry in self.tools().items()]
        return [*(f"  {name:<9} {fact}" for name, fact in facts.items()), "", *tools]


def _quoted(value: object) -> str:
    """A value of a libpq connection string."""
    text = str(value)
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'" if any(mark in text for mark in " '\\") else text
