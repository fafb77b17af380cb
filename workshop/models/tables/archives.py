"""What came in from archives: which ones, the journals they brought along, and versions that gave way to others."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.tables.base import Base, Keyed


class TakenIn(Keyed, Base):
    """That an archive was taken in. It has no foreign keys: where data came from is known for as long as the project is."""

    __tablename__ = "taken_in"
    undoable = False

    manifest: Mapped[str] = mapped_column(String(64), index=True)
    records: Mapped[str] = mapped_column(String(64))
    project_id: Mapped[UUID] = mapped_column(index=True)
    lab_session_id: Mapped[UUID | None] = mapped_column(default=None)
    title: Mapped[str] = mapped_column(String(300))
    document_number: Mapped[str] = mapped_column(String(64), default="")
    organization: Mapped[str] = mapped_column(String(300), default="")
    city: Mapped[str] = mapped_column(String(300), default="")
    station: Mapped[str] = mapped_column(String(64), default="")
    software: Mapped[str] = mapped_column(String(100), default="")
    with_register: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime | None] = mapped_column(default=None)
    at: Mapped[datetime]


class ImportedEntry(Base):
    """An entry of another library's journal under its digest; without `content` where it is about other projects."""

    __tablename__ = "imported_entry"
    undoable = False

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    before: Mapped[str] = mapped_column(String(64))
    sequence: Mapped[int]
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), default=None)


class SetAside(Keyed, Base):
    """A row as it read on a laptop where another version was kept; its key follows from what it holds."""

    __tablename__ = "set_aside"
    undoable = False

    project_id: Mapped[UUID] = mapped_column(index=True)
    table_name: Mapped[str] = mapped_column(String(64))
    row_key: Mapped[str] = mapped_column(String(100))
    words: Mapped[str] = mapped_column(Text)
    values: Mapped[dict[str, Any]] = mapped_column(JSON)
