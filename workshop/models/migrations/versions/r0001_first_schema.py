"""The first schema: projects, people, sessions, ideas, votes, evaluations, follow-ups, history.

A revision stands for itself and imports nothing of the application, so that it does the same for ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make every table in the order of their references."""
    _history()
    _projects()
    _participants()
    _sessions()
    _attendance()
    _ideas()
    _votes()
    _evaluations()
    _follow_ups()


def _history() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("station", sa.String(length=64), nullable=False),
        sa.Column("verb", sa.String(length=64), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_journal_entry"),
    )
    op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journal_head"),
    )
    op.create_table(
        "undo_step",
        sa.Column("station", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("lab_session_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_undo_step"),
    )
    op.create_index("ix_undo_step_station", "undo_step", ["station"], unique=False)


def _projects() -> None:
    op.create_table(
        "project",
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("city", sa.String(length=300), nullable=False),
        sa.Column("host", sa.String(length=300), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("document_prefix", sa.String(length=32), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_project"),
    )
    op.create_table(
        "city_service",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_city_service_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_city_service"),
    )
    op.create_index("ix_city_service_project_id", "city_service", ["project_id"], unique=False)
    op.create_table(
        "phase",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_phase_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_phase"),
        sa.UniqueConstraint("project_id", "kind", name="uq_phase_project_id_kind"),
    )
    op.create_index("ix_phase_project_id", "phase", ["project_id"], unique=False)
    op.create_table(
        "support_item",
        sa.Column("phase_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("responsible", sa.String(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["phase_id"], ["phase.id"], name="fk_support_item_phase_id_phase"),
        sa.PrimaryKeyConstraint("id", name="pk_support_item"),
    )
    op.create_index("ix_support_item_phase_id", "support_item", ["phase_id"], unique=False)


def _participants() -> None:
    op.create_table(
        "participant",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("sector", sa.String(length=32), nullable=False),
        sa.Column("age_band", sa.String(length=32), nullable=True),
        sa.Column("gender", sa.String(length=32), nullable=True),
        sa.Column("neighbourhood", sa.String(length=300), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_participant_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_participant"),
        sa.UniqueConstraint("project_id", "code", name="uq_participant_project_id_code"),
        sa.UniqueConstraint("project_id", "number", name="uq_participant_project_id_number"),
    )
    op.create_index("ix_participant_project_id", "participant", ["project_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name="fk_consent_participant_id_participant"),
        sa.PrimaryKeyConstraint("participant_id", "purpose", name="pk_consent"),
    )
    op.create_table(
        "register_line",
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("motive", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name="fk_register_line_participant_id_participant"
        ),
        sa.PrimaryKeyConstraint("participant_id", name="pk_register_line"),
    )


def _sessions() -> None:
    op.create_table(
        "lab_session",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("phase_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("template_key", sa.String(length=64), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("host", sa.String(length=300), nullable=False),
        sa.Column("goals", sa.Text(), nullable=False),
        sa.Column("house_rules", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("current_activity_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["phase_id"], ["phase.id"], name="fk_lab_session_phase_id_phase"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_lab_session_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_lab_session"),
    )
    op.create_index("ix_lab_session_phase_id", "lab_session", ["phase_id"], unique=False)
    op.create_index("ix_lab_session_project_id", "lab_session", ["project_id"], unique=False)
    op.create_table(
        "activity",
        sa.Column("lab_session_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("guide", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("added_minutes", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["lab_session_id"], ["lab_session.id"], name="fk_activity_lab_session_id_lab_session"),
        sa.PrimaryKeyConstraint("id", name="pk_activity"),
    )
    op.create_index("ix_activity_lab_session_id", "activity", ["lab_session_id"], unique=False)


def _attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("lab_session_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("presence", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["lab_session_id"], ["lab_session.id"], name="fk_attendance_lab_session_id_lab_session"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name="fk_attendance_participant_id_participant"
        ),
        sa.PrimaryKeyConstraint("lab_session_id", "participant_id", name="pk_attendance"),
    )
    op.create_index("ix_attendance_participant_id", "attendance", ["participant_id"], unique=False)


def _ideas() -> None:
    op.create_table(
        "theme",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_theme_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_theme"),
    )
    op.create_index("ix_theme_project_id", "theme", ["project_id"], unique=False)
    op.create_table(
        "idea",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("lab_session_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=True),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("theme_id", sa.Uuid(), nullable=True),
        sa.Column("merged_into_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_idea_activity_id_activity"),
        sa.ForeignKeyConstraint(["lab_session_id"], ["lab_session.id"], name="fk_idea_lab_session_id_lab_session"),
        sa.ForeignKeyConstraint(["merged_into_id"], ["idea.id"], name="fk_idea_merged_into_id_idea"),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name="fk_idea_participant_id_participant"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_idea_project_id_project"),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name="fk_idea_theme_id_theme"),
        sa.PrimaryKeyConstraint("id", name="pk_idea"),
        sa.UniqueConstraint("lab_session_id", "number", name="uq_idea_lab_session_id_number"),
    )
    op.create_index("ix_idea_activity_id", "idea", ["activity_id"], unique=False)
    op.create_index("ix_idea_lab_session_id", "idea", ["lab_session_id"], unique=False)
    op.create_index("ix_idea_merged_into_id", "idea", ["merged_into_id"], unique=False)
    op.create_index("ix_idea_participant_id", "idea", ["participant_id"], unique=False)
    op.create_index("ix_idea_project_id", "idea", ["project_id"], unique=False)
    op.create_index("ix_idea_theme_id", "idea", ["theme_id"], unique=False)


def _votes() -> None:
    op.create_table(
        "poll",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("lab_session_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("ballot", sa.String(length=32), nullable=False),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.Column("per_option", sa.Integer(), nullable=False),
        sa.Column("electorate", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("shuffled", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("lot_seed", sa.String(length=64), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_poll_activity_id_activity"),
        sa.ForeignKeyConstraint(["lab_session_id"], ["lab_session.id"], name="fk_poll_lab_session_id_lab_session"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_poll_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_poll"),
    )
    op.create_index("ix_poll_activity_id", "poll", ["activity_id"], unique=False)
    op.create_index("ix_poll_lab_session_id", "poll", ["lab_session_id"], unique=False)
    op.create_index("ix_poll_project_id", "poll", ["project_id"], unique=False)
    op.create_table(
        "ballot",
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name="fk_ballot_poll_id_poll"),
        sa.PrimaryKeyConstraint("poll_id", "id", name="pk_ballot"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "poll_option",
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("idea_id", sa.Uuid(), nullable=True),
        sa.Column("theme_id", sa.Uuid(), nullable=True),
        sa.Column("lot", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name="fk_poll_option_idea_id_idea"),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name="fk_poll_option_poll_id_poll"),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name="fk_poll_option_theme_id_theme"),
        sa.PrimaryKeyConstraint("id", name="pk_poll_option"),
        sa.UniqueConstraint("poll_id", "position", name="uq_poll_option_poll_id_position"),
    )
    op.create_index("ix_poll_option_idea_id", "poll_option", ["idea_id"], unique=False)
    op.create_index("ix_poll_option_poll_id", "poll_option", ["poll_id"], unique=False)
    op.create_index("ix_poll_option_theme_id", "poll_option", ["theme_id"], unique=False)
    op.create_table(
        "voter_mark",
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name="fk_voter_mark_participant_id_participant"
        ),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name="fk_voter_mark_poll_id_poll"),
        sa.PrimaryKeyConstraint("poll_id", "participant_id", name="pk_voter_mark"),
        sqlite_with_rowid=False,
    )


def _evaluations() -> None:
    op.create_table(
        "evaluation_form",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("lab_session_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=True),
        sa.Column("service_id", sa.Uuid(), nullable=True),
        sa.Column("instrument", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_evaluation_form_activity_id_activity"),
        sa.ForeignKeyConstraint(
            ["lab_session_id"], ["lab_session.id"], name="fk_evaluation_form_lab_session_id_lab_session"
        ),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_evaluation_form_project_id_project"),
        sa.ForeignKeyConstraint(["service_id"], ["city_service.id"], name="fk_evaluation_form_service_id_city_service"),
        sa.PrimaryKeyConstraint("id", name="pk_evaluation_form"),
    )
    op.create_index("ix_evaluation_form_activity_id", "evaluation_form", ["activity_id"], unique=False)
    op.create_index("ix_evaluation_form_lab_session_id", "evaluation_form", ["lab_session_id"], unique=False)
    op.create_index("ix_evaluation_form_project_id", "evaluation_form", ["project_id"], unique=False)
    op.create_index("ix_evaluation_form_service_id", "evaluation_form", ["service_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("form_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["evaluation_form.id"], name="fk_answer_form_id_evaluation_form"),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name="fk_answer_participant_id_participant"),
        sa.PrimaryKeyConstraint("id", name="pk_answer"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_answer_form_id", "answer", ["form_id"], unique=False)
    op.create_index("ix_answer_participant_id", "answer", ["participant_id"], unique=False)


def _follow_ups() -> None:
    op.create_table(
        "follow_up",
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("lab_session_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("department", sa.String(length=300), nullable=False),
        sa.Column("responsible", sa.String(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("told_back", sa.Text(), nullable=False),
        sa.Column("idea_id", sa.Uuid(), nullable=True),
        sa.Column("poll_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name="fk_follow_up_idea_id_idea"),
        sa.ForeignKeyConstraint(["lab_session_id"], ["lab_session.id"], name="fk_follow_up_lab_session_id_lab_session"),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name="fk_follow_up_poll_id_poll"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_follow_up_project_id_project"),
        sa.PrimaryKeyConstraint("id", name="pk_follow_up"),
    )
    op.create_index("ix_follow_up_idea_id", "follow_up", ["idea_id"], unique=False)
    op.create_index("ix_follow_up_lab_session_id", "follow_up", ["lab_session_id"], unique=False)
    op.create_index("ix_follow_up_poll_id", "follow_up", ["poll_id"], unique=False)
    op.create_index("ix_follow_up_project_id", "follow_up", ["project_id"], unique=False)
