"""Ideas with supporters, photos and discussions; proposals and local issues.

A revision stands for itself and imports nothing of the application, so that it does the same for ever.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make the new tables, and the columns that point at them."""
    _idea_columns()
    _proposals()
    _local_issues()
    _notes()
    _pictures()
    for table, column, target in (
        ("follow_up", "proposal_id", "proposal"),
        ("follow_up", "local_issue_id", "local_issue"),
        ("poll_option", "proposal_id", "proposal"),
    ):
        _add_link(table, column, target)


def _idea_columns() -> None:
    op.add_column("idea", sa.Column("hidden", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("idea", sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=True))
    _add_link("idea", "split_from_id", "idea")
    _table(
        "idea_support",
        *_links("idea_support", ("idea_id", "idea", True), ("participant_id", "participant", False)),
        _text("text"),
        _word("channel"),
        _moment("given_at"),
        sa.UniqueConstraint("idea_id", "participant_id", name="uq_idea_support_idea_id_participant_id"),
    )


def _proposals() -> None:
    _table(
        "proposal",
        *_links(
            "proposal", ("project_id", "project", True), ("lab_session_id", "lab_session", False),
            ("theme_id", "theme", False), ("service_id", "city_service", False),
        ),
        _number("number"),
        sa.Column("title", sa.String(length=300), nullable=False),
        *(_text(name) for name in ("problem", "beneficiaries", "needs", "reason")),
        _word("cost_band", needed=False),
        _word("service_kind", needed=False),
        _word("state"),
        _moment("written_at"),
        sa.UniqueConstraint("project_id", "number", name="uq_proposal_project_id_number"),
    )  # fmt: skip
    op.create_table(
        "proposal_idea",
        *_links("proposal_idea", ("proposal_id", "proposal", True), ("idea_id", "idea", True)),
        sa.PrimaryKeyConstraint("proposal_id", "idea_id", name="pk_proposal_idea"),
    )
    op.create_index("ix_proposal_idea_idea_id", "proposal_idea", ["idea_id"], unique=False)


def _local_issues() -> None:
    _table(
        "local_issue",
        *_links(
            "local_issue", ("project_id", "project", True), ("lab_session_id", "lab_session", False),
            ("activity_id", "activity", False), ("participant_id", "participant", False),
        ),
        _number("number"),
        _text("text"),
        _word("category"),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("map_id", sa.Uuid(), nullable=True),
        sa.Column("map_x", sa.Integer(), nullable=True),
        sa.Column("map_y", sa.Integer(), nullable=True),
        _word("source"),
        sa.Column("source_note", sa.String(length=300), nullable=False),
        _word("state"),
        _text("reason"),
        _moment("noted_at"),
        sa.UniqueConstraint("project_id", "number", name="uq_local_issue_project_id_number"),
    )  # fmt: skip


def _notes() -> None:
    _table(
        "discussion_note",
        *_links(
            "discussion_note", ("project_id", "project", True), ("lab_session_id", "lab_session", False),
            ("idea_id", "idea", False), ("theme_id", "theme", False), ("proposal_id", "proposal", False),
        ),
        _word("kind"),
        _text("text"),
        _word("role"),
        _moment("written_at"),
        _moment("edited_at", needed=False),
    )  # fmt: skip
    _table(
        "note_wording",
        *_links("note_wording", ("note_id", "discussion_note", True)),
        _number("number"),
        _word("kind"),
        _text("text"),
        _word("role"),
        _moment("written_at"),
    )


def _pictures() -> None:
    _table(
        "picture",
        *_links(
            "picture", ("project_id", "project", True), ("lab_session_id", "lab_session", False),
            ("idea_id", "idea", False), ("local_issue_id", "local_issue", False), ("cut_from_id", "picture", False),
        ),
        _word("kind"),
        sa.Column("content", sa.String(length=64), nullable=False),
        *(_number(name) for name in ("width", "height", "size")),
        sa.Column("caption", sa.String(length=300), nullable=False),
        _number("position"),
        _moment("added_at"),
    )  # fmt: skip
    op.create_index("ix_picture_content", "picture", ["content"], unique=False)
    op.create_table(
        "picture_content",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("whole", sa.LargeBinary(), nullable=False),
        sa.Column("small", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_picture_content"),
    )


def _table(name: str, *items: SchemaItem) -> None:
    """A table with a UUID key, and an index for each column that points elsewhere."""
    op.create_table(
        name, *items, sa.Column("id", sa.Uuid(), nullable=False), sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    )
    for item in items:
        if isinstance(item, sa.ForeignKeyConstraint):
            column = item.column_keys[0]
            op.create_index(f"ix_{name}_{column}", name, [column], unique=False)


def _links(table: str, *links: tuple[str, str, bool]) -> list[SchemaItem]:
    """Columns that point at the id of another table, each with whether it must."""
    columns = [sa.Column(column, sa.Uuid(), nullable=not needed) for column, _target, needed in links]
    keys = [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}_{target}")
        for column, target, _needed in links
    ]
    return [*columns, *keys]


def _add_link(table: str, column: str, target: str) -> None:
    key = sa.ForeignKey(f"{target}.id", name=f"fk_{table}_{column}_{target}")
    op.add_column(table, sa.Column(column, sa.Uuid(), key, nullable=True), inline_references=True)
    op.create_index(f"ix_{table}_{column}", table, [column], unique=False)


def _text(name: str) -> SchemaItem:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> SchemaItem:
    return sa.Column(name, sa.Integer(), nullable=False)


def _word(name: str, *, needed: bool = True) -> SchemaItem:
    return sa.Column(name, sa.String(length=32), nullable=not needed)


def _moment(name: str, *, needed: bool = True) -> SchemaItem:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not needed)
