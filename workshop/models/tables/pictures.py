"""Pictures: what they belong to, and apart from that their files, each kept once."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import PictureKind
from workshop.models.records.pictures import PictureRecord
from workshop.models.tables.base import Base, Keyed, word


class Picture(Keyed, Base):
    """A picture of an idea, a local issue, an observation or a session. `content` has no foreign key: files are swept later."""

    __tablename__ = "picture"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    lab_session_id: Mapped[UUID | None] = mapped_column(ForeignKey("lab_session.id"), default=None, index=True)
    idea_id: Mapped[UUID | None] = mapped_column(ForeignKey("idea.id"), default=None, index=True)
    local_issue_id: Mapped[UUID | None] = mapped_column(ForeignKey("local_issue.id"), default=None, index=True)
    observation_id: Mapped[UUID | None] = mapped_column(ForeignKey("observation.id"), default=None, index=True)
    cut_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("picture.id"), default=None, index=True)
    kind: Mapped[PictureKind] = mapped_column(word(PictureKind), default=PictureKind.PHOTO)
    content: Mapped[str] = mapped_column(String(64), index=True)
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]
    caption: Mapped[str] = mapped_column(String(300), default="")
    position: Mapped[int] = mapped_column(default=0)
    added_at: Mapped[datetime]

    def record(self) -> PictureRecord:
        """The frozen record of this row."""
        return PictureRecord(
            self.id, self.project_id, self.lab_session_id, self.kind, self.content, self.width, self.height, self.size,
            self.caption, self.idea_id, self.local_issue_id, self.cut_from_id, self.position, self.added_at,
            self.observation_id,
        )  # fmt: skip


class PictureContent(Base):
    """The file of a picture under its SHA-256, and a small copy of it; undo never carries it."""

    __tablename__ = "picture_content"
    undoable: ClassVar[bool] = False

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    whole: Mapped[bytes] = mapped_column(LargeBinary)
    small: Mapped[bytes] = mapped_column(LargeBinary)
