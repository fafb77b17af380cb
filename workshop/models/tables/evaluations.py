"""Evaluation forms and the answers to them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import Channel, FormState, Stage
from workshop.models.records.evaluations import AnswerRecord, AnswerValue
from workshop.models.records.scores import Method
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
    method: Mapped[Method] = mapped_column(word(Method), default=Method.COUNT)


class Answer(Keyed, Base):
    """One respondent's filled-in form. It knows a participant only where the code was given and pairing was agreed to.

    Only those that came in together from a file can be undone, together.
    """

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


class Questionnaire(Keyed, Base):
    """A questionnaire of one's own, for every project of the library; forms hold copies of its items.

    `key` is what forms and files call it; `content` is the whole instrument as plain values.
    """

    __tablename__ = "questionnaire"

    key: Mapped[str] = mapped_column(String(64), unique=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    changed_at: Mapped[datetime]


class AnswerTheme(Keyed, Base):
    """A heading under which somebody has sorted the open answers to one item of a form."""

    __tablename__ = "answer_theme"

    form_id: Mapped[UUID] = mapped_column(ForeignKey("evaluation_form.id"), index=True)
    item: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(String(300))
    position: Mapped[int]


class AnswerPlace(Base):
    """Under which theme one open answer was put; one that has none is not yet sorted."""

    __tablename__ = "answer_place"

    answer_id: Mapped[UUID] = mapped_column(ForeignKey("answer.id"), primary_key=True)
    item: Mapped[str] = mapped_column(String(64), primary_key=True)
    theme_id: Mapped[UUID] = mapped_column(ForeignKey("answer_theme.id"), index=True)
