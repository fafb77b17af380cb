"""Decisions and actions."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.enums import FollowUpKind, FollowUpState
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.tables.base import Base, Keyed, word


class FollowUp(Keyed, Base):
    """A decision or a thing to do afterwards."""

    __tablename__ = "follow_up"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    lab_session_id: Mapped[UUID | None] = mapped_column(ForeignKey("lab_session.id"), default=None, index=True)
    kind: Mapped[FollowUpKind] = mapped_column(word(FollowUpKind))
    text: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    department: Mapped[str] = mapped_column(String(300), default="")
    responsible: Mapped[str] = mapped_column(String(300), default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    state: Mapped[FollowUpState] = mapped_column(word(FollowUpState), default=FollowUpState.OPEN)
    told_back: Mapped[str] = mapped_column(Text, default="")
    idea_id: Mapped[UUID | None] = mapped_column(ForeignKey("idea.id"), default=None, index=True)
    poll_id: Mapped[UUID | None] = mapped_column(ForeignKey("poll.id"), default=None, index=True)
    proposal_id: Mapped[UUID | None] = mapped_column(ForeignKey("proposal.id"), default=None, index=True)
    local_issue_id: Mapped[UUID | None] = mapped_column(ForeignKey("local_issue.id"), default=None, index=True)
    pilot_id: Mapped[UUID | None] = mapped_column(ForeignKey("pilot.id"), default=None, index=True)
    observation_id: Mapped[UUID | None] = mapped_column(ForeignKey("observation.id"), default=None, index=True)

    def record(self) -> FollowUpRecord:
        """The frozen record of this row."""
        return FollowUpRecord(
            self.id, self.project_id, self.lab_session_id, self.kind, self.text, self.reason, self.department,
            self.responsible, self.due_on, self.state, self.told_back, self.idea_id, self.poll_id, self.proposal_id,
            self.local_issue_id, self.pilot_id, self.observation_id,
        )  # fmt: skip
