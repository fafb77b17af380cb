"""Decisions on words that look personal, so that no report asks for the same words again.

A revision stands for itself and imports nothing of the application, so that it does the same for ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "9"
down_revision = "8"


def upgrade() -> None:
    """Make the new table."""
    op.create_table(
        "personal_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("masked", sa.Boolean(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_personal_decision_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_personal_decision"),
        sa.UniqueConstraint("project_id", "digest", name="uq_personal_decision_project_id_digest"),
    )
