"""Votes by every rule: ballots sealed while they are cast, votes by name, organizations, annulment.

A revision stands for itself and imports nothing of the application, so that it does the same for ever.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Make the new tables and columns; a ballot no longer says by which way it came in, its poll counts that."""
    _organizations()
    _poll_columns()
    _count_channels()
    _ballots_anew()
    _close_running_polls()


def _organizations() -> None:
    op.create_table(
        "organization",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_organization_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_organization"),
        sa.UniqueConstraint("project_id", "name", name="uq_organization_project_id_name"),
    )
    op.create_index("ix_organization_project_id", "organization", ["project_id"], unique=False)
    op.create_table(
        "membership",
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name="fk_membership_organization_id_organization"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name="fk_membership_participant_id_participant"
        ),
        sa.PrimaryKeyConstraint("participant_id", name="pk_membership"),
    )
    op.create_index("ix_membership_organization_id", "membership", ["organization_id"], unique=False)


def _poll_columns() -> None:
    added = (
        sa.Column("rule", sa.String(length=32), nullable=False, server_default="dots"),
        sa.Column("secret", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("sector", sa.String(length=32), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("lowest", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("highest", sa.Integer(), nullable=False, server_default="5"),
        sa.Column("budget", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("unit", sa.String(length=16), nullable=False, server_default=""),
        sa.Column("ties", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("box_key", sa.LargeBinary(), nullable=True),
        sa.Column("sealed_seed", sa.LargeBinary(), nullable=True),
        sa.Column("lot_seal", sa.String(length=64), nullable=False, server_default=""),
        sa.Column("close_reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("annul_reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("annulled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_channel", sa.JSON(), nullable=False, server_default="{}"),
    )
    for column in added:
        op.add_column("poll", column)
    op.add_column("poll_option", sa.Column("cost", sa.Integer(), nullable=True))
    op.execute("UPDATE poll SET rule = 'approval' WHERE ballot = 'approval'")


def _count_channels() -> None:
    counted: dict[object, dict[str, int]] = {}
    chosen = sa.text("SELECT poll_id, channel, count(*) FROM ballot GROUP BY poll_id, channel")
    connection = op.get_bind()
    for poll_id, channel, count in connection.execute(chosen):
        counted.setdefault(poll_id, {})[channel] = count
    for poll_id, channels in counted.items():
        kept = sa.text("UPDATE poll SET by_channel = :channels WHERE id = :id")
        connection.execute(kept, {"channels": json.dumps(channels), "id": poll_id})


def _ballots_anew() -> None:
    op.rename_table("ballot", "ballot_before")
    op.create_table(
        "ballot",
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("sector", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name="fk_ballot_poll_id_poll_2"),
        sa.PrimaryKeyConstraint("poll_id", "id", name="pk_ballot_2"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO ballot (poll_id, id, choices) SELECT poll_id, id, choices FROM ballot_before ORDER BY id")
    op.drop_table("ballot_before")
    op.create_table(
        "named_ballot",
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name="fk_named_ballot_organization_id_organization"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name="fk_named_ballot_participant_id_participant"
        ),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name="fk_named_ballot_poll_id_poll"),
        sa.PrimaryKeyConstraint("poll_id", "participant_id", name="pk_named_ballot"),
    )


def _close_running_polls() -> None:
    """A vote that was open had no sealed box: it is closed, and nothing that was cast is lost."""
    op.execute("UPDATE poll SET state = 'closed', closed_at = opened_at WHERE state IN ('open', 'paused')")
