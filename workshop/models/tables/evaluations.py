"""Evaluation forms and the answers to them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import Channel, FormState, Stage
from workshop.models.records.evaluations import AnswerRecord, AnswerValue
from workshop.models.tables.base import Base, Keyed, word


class EvaluationForm(Keyed, Base):
    """A form put to the room; `items` is a copy of the instrument, so that an old form reads as it was."""

    __tablename__ = "evaluation_form"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    lab_session_id: Mapped[UUID] = mapped_column(ForeignKey("lab_session.id"), index=True)
    activity_id: Mapped[UUID | None] = mapped_column(ForeignKey("activity.id"), default=None, index=True)
    service_id: Mapped[UUID | None] = mapped_column(ForeignKey("city_service.id"), default=None, index=True)
    instrument: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(String(300))
    stage: Mapped[Stage] = mapped_column(word(Stage))
    state: Mapped[FormState] = mapped_column(word(FormState), default=FormState.DRAFT)
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    opened_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)


class Answer(Keyed, Base):
    """One respondent's filled-in form. It knows a participant only where the code was given and pairing was agreed to."""

    __tablename__ = "answer"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  # SQLAlchemy reads it so
    undoable = False

    form_id: Mapped[UUID] = mapped_column(ForeignKey("evaluation_form.id"), index=True)
    participant_id: Mapped[UUID | None] = mapped_column(ForeignKey("participant.id"), default=None, index=True)
    channel: Mapped[Channel] = mapped_column(word(Channel))
    values: Mapped[dict[str, AnswerValue]] = mapped_column(JSON)

    def record(self) -> AnswerRecord:
        """The frozen record of this row."""
        return AnswerRecord(self.id, self.form_id, self.participant_id, self.channel, dict(self.values))
