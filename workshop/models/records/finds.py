"""What a search through the whole library finds."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workshop.models.enums import IdeaState, PhaseKind, Sector, SessionState


class FindKind(StrEnum):
    """What kind of thing was found."""

    PROJECT = "project"
    SESSION = "session"
    IDEA = "idea"
    THEME = "theme"
    PROPOSAL = "proposal"
    ISSUE = "issue"
    NOTE = "note"
    SERVICE = "service"
    INDICATOR = "indicator"
    PILOT = "pilot"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True)
class Filters:
    """What ideas are narrowed down to: every word, and whatever of the rest is not None; `unsorted` wants no theme.

    Withdrawn ideas pass only where their state is asked for.
    """

    words: str = ""
    phase: PhaseKind | None = None
    session_id: UUID | None = None
    theme_id: UUID | None = None
    unsorted: bool = False
    sector: Sector | None = None
    state: IdeaState | None = None
    with_photo: bool = False
    hidden: bool | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Find:
    """One thing with where it is; the `id` of a note is that of what it is about.

    `session_id`, `session_title` and `session_state` are there for sessions and ideas.
    """

    kind: FindKind
    id: UUID
    title: str
    project_id: UUID
    project_title: str = ""
    session_id: UUID | None = None
    session_title: str = ""
    session_state: SessionState | None = None
    idea_state: IdeaState | None = None
    about: str = ""  # the page that leads to it, where it is a note


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The title of a project, and the session that runs now, with its project."""

    project_title: str = ""
    running_session_id: UUID | None = None
    running_project_id: UUID | None = None
