"""Shifts of citizens who run a service, and what was observed of it in the field."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import Role
from workshop.models.field_enums import Severity
from workshop.models.tables.base import Base, Keyed, word


class FieldShift(Keyed, Base):
    """A time in which somebody runs a service at a place; without an end it goes on."""

    __tablename__ = "field_shift"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    service_id: Mapped[UUID] = mapped_column(ForeignKey("city_service.id"), index=True)
    participant_id: Mapped[UUID | None] = mapped_column(ForeignKey("participant.id"), default=None, index=True)
    place: Mapped[str] = mapped_column(String(300), default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None] = mapped_column(default=None)


class Observation(Keyed, Base):
    """What was seen of a service, in a shift, in a session, or by whoever passed by."""

    __tablename__ = "observation"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    service_id: Mapped[UUID] = mapped_column(ForeignKey("city_service.id"), index=True)
    shift_id: Mapped[UUID | None] = mapped_column(ForeignKey("field_shift.id"), default=None, index=True)
    lab_session_id: Mapped[UUID | None] = mapped_column(ForeignKey("lab_session.id"), default=None, index=True)
    local_issue_id: Mapped[UUID | None] = mapped_column(ForeignKey("local_issue.id"), default=None, index=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    severity: Mapped[Severity] = mapped_column(word(Severity), default=Severity.NOTE)
    place: Mapped[str] = mapped_column(String(300), default="")
    department: Mapped[str] = mapped_column(String(300), default="")
    role: Mapped[Role] = mapped_column(word(Role))
    seen_at: Mapped[datetime]
