"""How Alembic runs here: on the connection and in the transaction that `migrate` gives it."""

from alembic import context

from etl.database.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="schema_revision",
    version_table_schema="quality",
    include_schemas=True,
)
with context.begin_transaction():
    context.run_migrations()
