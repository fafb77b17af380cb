"""What services tell about projects, their phases, support elements and city services."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from workshop.models.enums import PhaseKind, PhaseState, ServiceKind, ServiceState, SupportState


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A living-lab project. `document_prefix` begins its document numbers; `practice` projects are for rehearsal only."""

    id: UUID
    title: str
    city: str
    host: str
    purpose: str
    starts_on: date | None
    ends_on: date | None
    document_prefix: str
    practice: bool
    sample: bool


@dataclass(frozen=True, slots=True)
class PhaseRecord:
    """One of the four phases of a project; `note` is the reason of its last closing or reopening."""

    id: UUID
    project_id: UUID
    kind: PhaseKind
    state: PhaseState
    planned_on: date | None
    opened_on: date | None
    closed_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class SupportItemRecord:
    """One civil support element on the checklist of a phase."""

    id: UUID
    phase_id: UUID
    position: int
    text: str
    state: SupportState
    responsible: str
    due_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class CityServiceRecord:
    """A smart city service that the project is about."""

    id: UUID
    project_id: UUID
    title: str
    description: str
    kind: ServiceKind
    state: ServiceState


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """A project on the start page: where it stands and what needs attention. The next session is one in preparation."""

    project: ProjectRecord
    current_phase: PhaseKind | None
    sessions: int
    participants: int
    ideas: int
    overdue: int
    running_session_id: UUID | None
    running_session_title: str
    next_session_id: UUID | None
    next_session_title: str
    next_session_on: date | None


@dataclass(frozen=True, slots=True)
class ProjectFigures:
    """The numbers on the project page. `returning` counts participants who were present at two sessions or more."""

    participants: int
    attended: int
    returning: int
    ideas: int
    chosen_ideas: int
    votes: int
    follow_ups: int
    open_follow_ups: int
    overdue: int
    sus_mean: str
    sus_respondents: int
