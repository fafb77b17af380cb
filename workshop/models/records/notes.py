"""What services tell about the discussion of an idea, a theme or a proposal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import NoteKind, Role


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """How a note read before; `role` is who had written it so."""

    number: int
    kind: NoteKind
    text: str
    role: Role
    written_at: datetime


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A note of a discussion with its earlier wordings, the first one first. One of the three ids says what it is about."""

    id: UUID
    project_id: UUID
    lab_session_id: UUID | None
    idea_id: UUID | None
    theme_id: UUID | None
    proposal_id: UUID | None
    kind: NoteKind
    text: str
    role: Role
    written_at: datetime
    edited_at: datetime | None
    versions: tuple[NoteVersion, ...] = ()
