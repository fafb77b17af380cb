"""Lab sessions and their running order."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshop.models.enums import ActivityKind, SessionState
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord
from workshop.models.tables.base import Base, Keyed, word
from workshop.models.tables.projects import Phase, Project


class LabSession(Keyed, Base):
    """An in-person session. `current_activity_id` has no foreign key, since activities point back at the session."""

    __tablename__ = "lab_session"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    phase_id: Mapped[UUID] = mapped_column(ForeignKey("phase.id"), index=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    template_key: Mapped[str] = mapped_column(String(64), default="")
    on: Mapped[date | None] = mapped_column(default=None)
    starts_at: Mapped[time | None] = mapped_column(default=None)
    minutes: Mapped[int] = mapped_column(default=120)
    place: Mapped[str] = mapped_column(String(300), default="")
    host: Mapped[str] = mapped_column(String(300), default="")
    goals: Mapped[str] = mapped_column(Text, default="")
    house_rules: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[SessionState] = mapped_column(word(SessionState), default=SessionState.DRAFT)
    practice: Mapped[bool] = mapped_column(default=False)
    opened_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    current_activity_id: Mapped[UUID | None] = mapped_column(default=None)

    phase: Mapped[Phase] = relationship(lazy="joined")
    project: Mapped[Project] = relationship(lazy="joined")

    @property
    def document_number(self) -> str:
        """The control number of the session's report: prefix, year, phase, round."""
        parts = [self.project.document_prefix, str(self.on.year) if self.on else ""]
        parts += [f"P{self.phase.kind.number}", f"{self.number:02}"]
        return "-".join(part for part in parts if part)

    def record(self) -> LabSessionRecord:
        """The frozen record of this row."""
        return LabSessionRecord(
            self.id, self.project_id, self.phase_id, self.phase.kind, self.number, self.title, self.template_key,
            self.on, self.starts_at, self.minutes, self.place, self.host, self.goals, self.house_rules, self.state,
            self.practice, self.opened_at, self.closed_at, self.current_activity_id, self.document_number,
        )  # fmt: skip


class Activity(Keyed, Base):
    """One part of a session."""

    __tablename__ = "activity"

    lab_session_id: Mapped[UUID] = mapped_column(ForeignKey("lab_session.id"), index=True)
    position: Mapped[int]
    kind: Mapped[ActivityKind] = mapped_column(word(ActivityKind))
    title: Mapped[str] = mapped_column(String(300))
    question: Mapped[str] = mapped_column(Text, default="")
    guide: Mapped[str] = mapped_column(Text, default="")
    minutes: Mapped[int]
    added_minutes: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)

    def record(self, *, poll_id: UUID | None = None, form_id: UUID | None = None) -> ActivityRecord:
        """The frozen record of this row with the poll and the form that belong to it."""
        return ActivityRecord(
            self.id, self.lab_session_id, self.position, self.kind, self.title, self.question, self.guide,
            self.minutes, self.added_minutes, self.started_at, self.ended_at, poll_id, form_id,
        )  # fmt: skip
