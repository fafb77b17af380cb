"""What a search through the whole library finds."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workshop.models.enums import SessionState


class FindKind(StrEnum):
    """What kind of thing was found."""

    PROJECT = "project"
    SESSION = "session"
    IDEA = "idea"


@dataclass(frozen=True, slots=True)
class Find:
    """One thing with where it is; `session_id`, `session_title` and `session_state` are there for sessions and ideas."""

    kind: FindKind
    id: UUID
    title: str
    project_id: UUID
    project_title: str = ""
    session_id: UUID | None = None
    session_title: str = ""
    session_state: SessionState | None = None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The title of a project, and the session that runs now, with its project."""

    project_title: str = ""
    running_session_id: UUID | None = None
    running_project_id: UUID | None = None
