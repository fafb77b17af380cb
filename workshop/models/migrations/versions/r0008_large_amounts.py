"""Budgets and costs of votes in numbers of 64 bits; SQLite's have been as large all along.

A revision stands for itself and imports nothing of the application, so that it does the same for ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "8"
down_revision = "7"


def upgrade() -> None:
    """Widen the two columns where numbers have a width."""
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("poll", "budget", type_=sa.BigInteger(), existing_server_default="0", existing_nullable=False)
        op.alter_column("poll_option", "cost", type_=sa.BigInteger(), existing_nullable=True)
