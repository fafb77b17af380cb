"""What services tell about decisions and actions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from workshop.models.enums import FollowUpKind, FollowUpState


@dataclass(frozen=True, slots=True)
class FollowUpRecord:
    """A decision or a thing to do; `told_back` is what citizens are told about it."""

    id: UUID
    project_id: UUID
    lab_session_id: UUID | None
    kind: FollowUpKind
    text: str
    reason: str
    department: str
    responsible: str
    due_on: date | None
    state: FollowUpState
    told_back: str
    idea_id: UUID | None
    poll_id: UUID | None
    proposal_id: UUID | None = None
    local_issue_id: UUID | None = None
    pilot_id: UUID | None = None
    observation_id: UUID | None = None

    @property
    def origins(self) -> tuple[UUID, ...]:
        """The keys of what it came from."""
        known = (self.idea_id, self.poll_id, self.proposal_id, self.local_issue_id, self.pilot_id, self.observation_id)
        return tuple(key for key in known if key is not None)

    def overdue(self, today: date) -> bool:
        """Whether its day has passed and it is not done."""
        return (
            self.due_on is not None and self.due_on < today and self.state in {FollowUpState.OPEN, FollowUpState.DOING}
        )
