"""Who may do what: four login roles with least privilege.

| role | may |
| --- | --- |
| warehouse_owner | own the database and the schemas that Python writes |
| warehouse_loader | read and write rows of `staging` and `quality` |
| warehouse_transformer | read `staging` and `quality`, own `vocabulary`, `intermediate`, `marts`, `marts_standby` |
| bi_reader | read `marts` and `quality`, nothing else |
"""

from __future__ import annotations

OWNER = "warehouse_owner"
LOADER = "warehouse_loader"
TRANSFORMER = "warehouse_transformer"
BI_READER = "bi_reader"
ROLES = (OWNER, LOADER, TRANSFORMER, BI_READER)

LANDED_SCHEMAS = ("staging", "quality")
BUILT_SCHEMAS = ("vocabulary", "intermediate", "marts", "marts_standby")
BI_STATEMENT_TIMEOUT = "60s"


def schema_statements(database: str) -> list[str]:
    """SQL, run as a member of the owner and transformer roles, that makes schemas and grants; repeatable."""
    statements = [
        f'REVOKE ALL ON DATABASE "{database}" FROM PUBLIC',
        f'GRANT CONNECT ON DATABASE "{database}" TO {LOADER}, {BI_READER}',
        # renaming a schema (the swap) asks for CREATE on the database
        f'GRANT CONNECT, CREATE, TEMPORARY ON DATABASE "{database}" TO {TRANSFORMER}',
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    ]
    for schema in LANDED_SCHEMAS:
        statements += [
            f"CREATE SCHEMA IF NOT EXISTS {schema} AUTHORIZATION {OWNER}",
            f"GRANT USAGE ON SCHEMA {schema} TO {LOADER}, {TRANSFORMER}",
        ]
    for schema in BUILT_SCHEMAS:
        statements.append(f"CREATE SCHEMA IF NOT EXISTS {schema} AUTHORIZATION {TRANSFORMER}")
    return [
        *statements,
        f"GRANT USAGE ON SCHEMA quality TO {BI_READER}",
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {LOADER}",
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT SELECT ON TABLES TO {TRANSFORMER}",
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA quality GRANT SELECT ON TABLES TO {BI_READER}",
        # without IN SCHEMA: a grant tied to a schema would leave with it when it is swapped out
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {TRANSFORMER} GRANT SELECT ON TABLES TO {BI_READER}, {LOADER}",
        f"GRANT USAGE ON SCHEMA marts TO {BI_READER}",
        f"ALTER ROLE {BI_READER} SET default_transaction_read_only = on",
        f"ALTER ROLE {BI_READER} SET statement_timeout = '{BI_STATEMENT_TIMEOUT}'",
        f"ALTER ROLE {BI_READER} SET search_path = marts, quality",
    ]
