"""What services tell about shifts in the field and what was observed in them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import Role
from workshop.models.field_enums import Severity


@dataclass(frozen=True, slots=True)
class ShiftRecord:
    """A time in which somebody runs a service at a place; `operator` is a participant's number."""

    id: UUID
    project_id: UUID
    service_id: UUID
    service_title: str
    operator: int | None
    place: str
    starts_at: datetime
    ends_at: datetime | None
    observations: int = 0
    worst: Severity | None = None


@dataclass(frozen=True, slots=True)
class ObservationRecord:
    """What was seen of a service.

    `number` counts within the project; `operator` is the number of the participant in whose shift it was seen. `issue` is the
    number of the local issue it became, `follow_ups` are the keys of what departments are to do about it.
    """

    id: UUID
    project_id: UUID
    service_id: UUID
    service_title: str
    shift_id: UUID | None
    operator: int | None
    lab_session_id: UUID | None
    number: int
    text: str
    severity: Severity
    place: str
    department: str
    role: Role
    seen_at: datetime
    local_issue_id: UUID | None = None
    issue: int | None = None
    follow_ups: tuple[UUID, ...] = ()
    pictures: int = 0
    photo: str = ""
