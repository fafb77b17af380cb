"""How a form is scored, and open answers sorted under themes.

A revision stands for itself and imports nothing of the application, so that it does the same for ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Make the tables of themes, and say of the forms that are there how they are scored."""
    op.create_table(
        "answer_theme",
        sa.Column("form_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answer_theme"),
        sa.ForeignKeyConstraint(["form_id"], ["evaluation_form.id"], name="fk_answer_theme_form_id_evaluation_form"),
    )
    op.create_index("ix_answer_theme_form_id", "answer_theme", ["form_id"], unique=False)
    op.create_table(
        "answer_place",
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("theme_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("answer_id", "item", name="pk_answer_place"),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name="fk_answer_place_answer_id_answer"),
        sa.ForeignKeyConstraint(["theme_id"], ["answer_theme.id"], name="fk_answer_place_theme_id_answer_theme"),
    )
    op.create_index("ix_answer_place_theme_id", "answer_place", ["theme_id"], unique=False)
    op.add_column("evaluation_form", sa.Column("method", sa.String(length=32), nullable=False, server_default=""))
    form = sa.table("evaluation_form", sa.column("instrument"), sa.column("method"))
    for instrument, method in (("sus", "sus"), ("service-quality", "likert"), ("session-feedback", "likert")):
        op.execute(form.update().where(form.c.instrument == instrument).values(method=method))
