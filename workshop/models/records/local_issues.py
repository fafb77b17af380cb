"""What services tell about local issues: what is wrong where, and how it is known."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import IssueCategory, IssueSource, IssueState


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on a picture of a map: from its left and its top, in ten-thousandths of its width and height."""

    map_id: UUID
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class LocalIssueRecord:
    """A local issue. `number` counts within the project; `author` is a participant's number; `photo` its first picture."""

    id: UUID
    project_id: UUID
    lab_session_id: UUID | None
    activity_id: UUID | None
    number: int
    text: str
    category: IssueCategory
    place: str
    on_map: MapPlace | None
    source: IssueSource
    source_note: str
    state: IssueState
    reason: str
    author: int | None
    noted_at: datetime
    pictures: int = 0
    photo: str = ""
