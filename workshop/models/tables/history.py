"""The journal of what was done, and the changes that undo can take back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import Role
from workshop.models.tables.base import Base, Keyed, word


class JournalEntry(Base):
    """One entry of the append-only journal; `digest` chains it to the one before."""

    __tablename__ = "journal_entry"
    undoable = False

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    role: Mapped[Role] = mapped_column(word(Role))
    station: Mapped[str] = mapped_column(String(64))
    verb: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))


class JournalHead(Base):
    """The one row that says where the journal ends; taking it makes writers wait for each other."""

    __tablename__ = "journal_head"
    undoable = False

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))


class UndoStep(Keyed, Base):
    """A recorded change: rows before and after. It is kept until its session closes."""

    __tablename__ = "undo_step"
    undoable = False

    station: Mapped[str] = mapped_column(String(64), index=True)
    sequence: Mapped[int]
    lab_session_id: Mapped[UUID | None] = mapped_column(default=None)
    words: Mapped[str] = mapped_column(Text)
    rows: Mapped[list[list[Any]]] = mapped_column(JSON)
    undone: Mapped[bool] = mapped_column(default=False)
