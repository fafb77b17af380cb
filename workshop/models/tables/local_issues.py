"""Local issues."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import IssueCategory, IssueSource, IssueState
from workshop.models.tables.base import Base, Keyed, word


class LocalIssue(Keyed, Base):
    """What is wrong where. `map_id` has no foreign key, since pictures point at issues; x and y are ten-thousandths."""

    __tablename__ = "local_issue"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    lab_session_id: Mapped[UUID | None] = mapped_column(ForeignKey("lab_session.id"), default=None, index=True)
    activity_id: Mapped[UUID | None] = mapped_column(ForeignKey("activity.id"), default=None, index=True)
    participant_id: Mapped[UUID | None] = mapped_column(ForeignKey("participant.id"), default=None, index=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    category: Mapped[IssueCategory] = mapped_column(word(IssueCategory), default=IssueCategory.OTHER)
    place: Mapped[str] = mapped_column(String(300), default="")
    map_id: Mapped[UUID | None] = mapped_column(default=None)
    map_x: Mapped[int | None] = mapped_column(default=None)
    map_y: Mapped[int | None] = mapped_column(default=None)
    source: Mapped[IssueSource] = mapped_column(word(IssueSource), default=IssueSource.SESSION)
    source_note: Mapped[str] = mapped_column(String(300), default="")
    state: Mapped[IssueState] = mapped_column(word(IssueState), default=IssueState.OPEN)
    reason: Mapped[str] = mapped_column(Text, default="")
    noted_at: Mapped[datetime]
