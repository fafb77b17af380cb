"""Archives taken in: where they came from, their journals, versions that were set aside.

A revision stands for itself and imports nothing of the application, so that it does the same for ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "7"
down_revision = "6"


def upgrade() -> None:
    """Make the new tables."""
    op.create_table(
        "taken_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.String(length=64), nullable=False) for name in ("manifest", "records")),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("lab_session_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("document_number", sa.String(length=64), nullable=False),
        sa.Column("organization", sa.String(length=300), nullable=False),
        sa.Column("city", sa.String(length=300), nullable=False),
        sa.Column("station", sa.String(length=64), nullable=False),
        sa.Column("software", sa.String(length=100), nullable=False),
        sa.Column("with_register", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_taken_in"),
    )
    op.create_index("ix_taken_in_manifest", "taken_in", ["manifest"])
    op.create_index("ix_taken_in_project_id", "taken_in", ["project_id"])
    op.create_table(
        "imported_entry",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("digest", name="pk_imported_entry"),
    )
    op.create_table(
        "set_aside",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("row_key", sa.String(length=100), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_set_aside"),
    )
    op.create_index("ix_set_aside_project_id", "set_aside", ["project_id"])
