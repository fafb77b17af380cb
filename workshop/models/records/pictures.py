"""What services tell about pictures."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import PictureKind


@dataclass(frozen=True, slots=True)
class PictureRecord:
    """A picture in the library. `content` is the SHA-256 of its file, `width` and `height` in pixels, `size` in bytes."""

    id: UUID
    project_id: UUID
    lab_session_id: UUID | None
    kind: PictureKind
    content: str
    width: int
    height: int
    size: int
    caption: str
    idea_id: UUID | None
    local_issue_id: UUID | None
    cut_from_id: UUID | None
    position: int
    added_at: datetime
    observation_id: UUID | None = None
