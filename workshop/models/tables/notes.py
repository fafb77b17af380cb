"""Notes of discussions, with how they read before."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import NoteKind, Role
from workshop.models.tables.base import Base, Keyed, word


class DiscussionNote(Keyed, Base):
    """A note for or against, a question or a fact, about an idea, a theme or a proposal."""

    __tablename__ = "discussion_note"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    lab_session_id: Mapped[UUID | None] = mapped_column(ForeignKey("lab_session.id"), default=None, index=True)
    idea_id: Mapped[UUID | None] = mapped_column(ForeignKey("idea.id"), default=None, index=True)
    theme_id: Mapped[UUID | None] = mapped_column(ForeignKey("theme.id"), default=None, index=True)
    proposal_id: Mapped[UUID | None] = mapped_column(ForeignKey("proposal.id"), default=None, index=True)
    kind: Mapped[NoteKind] = mapped_column(word(NoteKind))
    text: Mapped[str] = mapped_column(Text)
    role: Mapped[Role] = mapped_column(word(Role))
    written_at: Mapped[datetime]
    edited_at: Mapped[datetime | None] = mapped_column(default=None)


class NoteWording(Keyed, Base):
    """How a note read before it was edited."""

    __tablename__ = "note_wording"

    note_id: Mapped[UUID] = mapped_column(ForeignKey("discussion_note.id"), index=True)
    number: Mapped[int]
    kind: Mapped[NoteKind] = mapped_column(word(NoteKind))
    text: Mapped[str] = mapped_column(Text)
    role: Mapped[Role] = mapped_column(word(Role))
    written_at: Mapped[datetime]
