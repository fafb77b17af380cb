"""Ideas, who supports them, and the themes they are gathered under."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import Channel, IdeaState
from workshop.models.records.ideas import ThemeRecord
from workshop.models.tables.base import Base, Keyed, word


class Theme(Keyed, Base):
    """A theme of a project."""

    __tablename__ = "theme"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    colour: Mapped[int]

    def record(self, *, ideas: int = 0) -> ThemeRecord:
        """The frozen record of this row with how many ideas are under it."""
        return ThemeRecord(self.id, self.project_id, self.position, self.title, self.colour, ideas)


class Idea(Keyed, Base):
    """An idea in the words it was given in."""

    __tablename__ = "idea"
    __table_args__ = (UniqueConstraint("lab_session_id", "number"),)

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    lab_session_id: Mapped[UUID] = mapped_column(ForeignKey("lab_session.id"), index=True)
    activity_id: Mapped[UUID | None] = mapped_column(ForeignKey("activity.id"), default=None, index=True)
    participant_id: Mapped[UUID | None] = mapped_column(ForeignKey("participant.id"), default=None, index=True)
    theme_id: Mapped[UUID | None] = mapped_column(ForeignKey("theme.id"), default=None, index=True)
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("idea.id"), default=None, index=True)
    number: Mapped[int]
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[IdeaState] = mapped_column(word(IdeaState), default=IdeaState.OPEN)
    reason: Mapped[str] = mapped_column(Text, default="")
    channel: Mapped[Channel] = mapped_column(word(Channel))
    written_at: Mapped[datetime]
    hidden: Mapped[bool] = mapped_column(default=False)
    revealed_at: Mapped[datetime | None] = mapped_column(default=None)
    split_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("idea.id"), default=None, index=True)


class IdeaSupport(Keyed, Base):
    """That somebody supports an idea: a participant once, or somebody unnamed; `text` are the words it was said in."""

    __tablename__ = "idea_support"
    __table_args__ = (UniqueConstraint("idea_id", "participant_id"),)

    idea_id: Mapped[UUID] = mapped_column(ForeignKey("idea.id"), index=True)
    participant_id: Mapped[UUID | None] = mapped_column(ForeignKey("participant.id"), default=None, index=True)
    text: Mapped[str] = mapped_column(Text, default="")
    channel: Mapped[Channel] = mapped_column(word(Channel))
    given_at: Mapped[datetime]
