"""Who may do what: four login roles with least privilege.

| role | may |
| --- | --- |
| warehouse_owner | own `staging` and `quality` and their tables |
| warehouse_loader | read and write rows of `staging` and `quality`, read what dbt built |
| warehouse_transformer | read `staging` and `quality`, own `vocabulary`, `intermediate`, `marts`, `marts_standby` |
| bi_reader | read `marts` and `quality`, nothing else |
"""

from __future__ import annotations

import hashlib

SUPERUSER = "postgres"  # of the embedded server only
OWNER = "warehouse_owner"
LOADER = "warehouse_loader"
TRANSFORMER = "warehouse_transformer"
BI_READER = "bi_reader"
ROLES = (OWNER, LOADER, TRANSFORMER, BI_READER)

LANDED_SCHEMAS = ("staging", "quality")
BUILT_SCHEMAS = ("vocabulary", "intermediate", "marts", "marts_standby")
SCHEMAS = (*LANDED_SCHEMAS, *BUILT_SCHEMAS)
BI_STATEMENT_TIMEOUT = "60s"
BI_IDLE_TIMEOUT = "60s"  # a transaction left open would hold publications back


def role_statements(role: str, verifier: str) -> list[str]:
    """SQL that makes a login role where it is missing and sets its password; repeatable."""
    return [
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}')"
        f" THEN CREATE ROLE {role}; END IF; END $$",
        f"ALTER ROLE {role} LOGIN PASSWORD '{verifier}'",
    ]


def setup_statements(database: str) -> list[str]:
    """SQL that makes schemas and grants and marks them as made; repeatable, run as owner of the database."""
    statements = _statements(database)
    return [*statements, f"COMMENT ON SCHEMA staging IS '{setup_mark(database)}'"]


def setup_mark(database: str) -> str:
    """The comment of schema `staging` after this version's set-up."""
    digest = hashlib.sha256("\n".join(_statements(database)).encode()).hexdigest()
    return f"article-warehouse: set up {digest[:12]}"


def quoted(identifier: str) -> str:
    """An SQL identifier of any characters."""
    return '"' + identifier.replace('"', '""') + '"'


def _statements(database: str) -> list[str]:
    return [
        *_database_statements(quoted(database)),
        *_schema_statements(),
        *_privilege_statements(),
        f"ALTER ROLE {BI_READER} IN DATABASE {quoted(database)} SET default_transaction_read_only = on",
        f"ALTER ROLE {BI_READER} IN DATABASE {quoted(database)} SET statement_timeout = '{BI_STATEMENT_TIMEOUT}'",
        f"ALTER ROLE {BI_READER} IN DATABASE {quoted(database)}"
        f" SET idle_in_transaction_session_timeout = '{BI_IDLE_TIMEOUT}'",
        f"ALTER ROLE {BI_READER} IN DATABASE {quoted(database)} SET search_path = marts, quality",
    ]


def _database_statements(database: str) -> list[str]:
    return [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {OWNER}, {LOADER}, {BI_READER}",
        # renaming a schema (the swap) asks for CREATE on the database
        f"GRANT CONNECT, CREATE, TEMPORARY ON DATABASE {database} TO {TRANSFORMER}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    ]


def _schema_statements() -> list[str]:
    owners = dict.fromkeys(LANDED_SCHEMAS, OWNER) | dict.fromkeys(BUILT_SCHEMAS, TRANSFORMER)
    return [
        *(f"CREATE SCHEMA IF NOT EXISTS {schema} AUTHORIZATION {owner}" for schema, owner in owners.items()),
        *(f"GRANT USAGE ON SCHEMA {schema} TO {LOADER}, {TRANSFORMER}" for schema in LANDED_SCHEMAS),
        *(f"GRANT USAGE ON SCHEMA {schema} TO {LOADER}" for schema in BUILT_SCHEMAS),
        f"GRANT USAGE ON SCHEMA quality TO {BI_READER}",
        f"GRANT USAGE ON SCHEMA marts TO {BI_READER}",
    ]


def _privilege_statements() -> list[str]:
    return [
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {LOADER}",
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT SELECT ON TABLES TO {TRANSFORMER}",
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA quality GRANT SELECT ON TABLES TO {BI_READER}",
        # without IN SCHEMA: a grant tied to a schema would leave with it when it is swapped out
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {TRANSFORMER} GRANT SELECT ON TABLES TO {BI_READER}, {LOADER}",
    ]
