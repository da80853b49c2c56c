"""The tables of the first release."""

from alembic import op

from etl.database.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them all."""
    metadata.create_all(op.get_bind())
