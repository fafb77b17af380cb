"""Indicators with their readings, pilots with measures and check points, shifts in the field and observations.

A revision stands for itself and imports nothing of the application, so that it does the same for ever.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Make the new tables, and the columns that point at them."""
    _indicators()
    _pilots()
    _observations()
    for table, column, target in (
        ("follow_up", "pilot_id", "pilot"),
        ("follow_up", "observation_id", "observation"),
        ("picture", "observation_id", "observation"),
    ):
        _add_link(table, column, target)


def _indicators() -> None:
    _table(
        "indicator",
        *_links("indicator", ("project_id", "project", True), ("service_id", "city_service", False)),
        _number("position"),
        _line("title"),
        _line("unit", 40),
        _word("better"),
        _exact("baseline", needed=False),
        _exact("target", needed=False),
        sa.Column("target_on", sa.Date(), nullable=True),
        _text("note"),
    )
    _table("indicator_reading", *_links("indicator_reading", ("indicator_id", "indicator", True)), *_reading())
    _table(
        "reading_version",
        *_links("reading_version", ("reading_id", "indicator_reading", True)),
        _number("number"),
        *_reading(),
    )


def _reading() -> list[SchemaItem]:
    return [
        _exact("value"),
        sa.Column("read_on", sa.Date(), nullable=False),
        _word("phase", needed=False),
        _line("source"),
        _word("role"),
        _moment("noted_at"),
    ]


def _pilots() -> None:
    _table(
        "pilot",
        *_links(
            "pilot", ("project_id", "project", True), ("service_id", "city_service", False),
            ("proposal_id", "proposal", False),
        ),
        _number("number"),
        _line("title"),
        _text("hypothesis"),
        _line("place"),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        _word("state"),
        _text("learned"),
        _word("decision", needed=False),
        _text("reason"),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.UniqueConstraint("project_id", "number", name="uq_pilot_project_id_number"),
    )  # fmt: skip
    _table(
        "pilot_measure",
        *_links("pilot_measure", ("pilot_id", "pilot", True), ("indicator_id", "indicator", False)),
        _number("position"),
        _line("title"),
        _line("unit", 40),
        _word("better"),
        _exact("target", needed=False),
        _exact("value", needed=False),
        sa.Column("read_on", sa.Date(), nullable=True),
    )
    _table(
        "pilot_checkpoint",
        *_links("pilot_checkpoint", ("pilot_id", "pilot", True)),
        _word("kind"),
        _line("title"),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        _text("agenda"),
        _text("outcome"),
    )


def _observations() -> None:
    _table(
        "field_shift",
        *_links(
            "field_shift", ("project_id", "project", True), ("service_id", "city_service", True),
            ("participant_id", "participant", False),
        ),
        _line("place"),
        _moment("starts_at"),
        _moment("ends_at", needed=False),
    )  # fmt: skip
    _table(
        "observation",
        *_links(
            "observation", ("project_id", "project", True), ("service_id", "city_service", True),
            ("shift_id", "field_shift", False), ("lab_session_id", "lab_session", False),
            ("local_issue_id", "local_issue", False),
        ),
        _number("number"),
        _text("text"),
        _word("severity"),
        _line("place"),
        _line("department"),
        _word("role"),
        _moment("seen_at"),
        sa.UniqueConstraint("project_id", "number", name="uq_observation_project_id_number"),
    )  # fmt: skip


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


def _line(name: str, length: int = 300) -> SchemaItem:
    return sa.Column(name, sa.String(length=length), nullable=False)


def _exact(name: str, *, needed: bool = True) -> SchemaItem:
    """A number, kept in its digits."""
    return sa.Column(name, sa.String(length=40), nullable=not needed)


def _number(name: str) -> SchemaItem:
    return sa.Column(name, sa.Integer(), nullable=False)


def _word(name: str, *, needed: bool = True) -> SchemaItem:
    return sa.Column(name, sa.String(length=32), nullable=not needed)


def _moment(name: str, *, needed: bool = True) -> SchemaItem:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not needed)
