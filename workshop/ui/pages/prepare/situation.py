"""Everything the page shows, read at once."""

from dataclasses import dataclass, field
from uuid import UUID

from workshop.models.enums import PhaseKind, PhaseState, SessionState
from workshop.models.errors import NotFoundError
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.projects import CityServiceRecord, ProjectRecord
from workshop.models.records.sessions import SessionLine, SessionPlan
from workshop.models.records.votes import PollRecord
from workshop.services.evaluation import evaluations
from workshop.services.evaluation.instrument_shape import Instrument
from workshop.services.evaluation.questionnaires import ready_to_ask
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, phases, projects
from workshop.services.sessions import lab_sessions
from workshop.services.voting import polls
from workshop.ui.page import Place


@dataclass(frozen=True, slots=True)
class Situation:
    """The project, its sessions, and the one that is looked at; without a session a new one is being made."""

    project: ProjectRecord | None = None
    phase: PhaseKind = PhaseKind.PREPARATION
    sessions: tuple[SessionLine, ...] = ()
    plan: SessionPlan | None = None
    polls: dict[UUID, PollRecord] = field(default_factory=dict)
    forms: dict[UUID, FormRecord] = field(default_factory=dict)
    services: tuple[CityServiceRecord, ...] = ()
    instruments: tuple[Instrument, ...] = ()  # what a form can be made of

    @property
    def is_draft(self) -> bool:
        """Whether the session can still be changed here."""
        return self.plan is not None and self.plan.session.state is SessionState.DRAFT


def load_situation(library: Library, place: Place, *, new: bool) -> Situation:
    """What is at a place; without a session there the next one in preparation, unless a new one is to be made."""
    if place.project_id is None:
        return Situation()
    try:
        project = projects.get_project(library, project_id=place.project_id)
    except NotFoundError:
        return Situation()
    sessions = lab_sessions.list_sessions(library, project_id=project.id)
    kinds = phases.list_phases(library, project_id=project.id)
    current = next((phase.kind for phase in kinds if phase.state is PhaseState.OPEN), kinds[0].kind)
    services = city_services.list_services(library, project_id=project.id)
    session_id = None if new else _chosen(place.session_id, sessions)
    if session_id is None:
        return Situation(project, current, sessions, services=services)
    return Situation(
        project,
        current,
        sessions,
        lab_sessions.session_plan(library, session_id=session_id),
        {poll.id: poll for poll in polls.list_polls(library, session_id=session_id)},
        {form.id: form for form in evaluations.list_forms(library, session_id=session_id)},
        services,
        ready_to_ask(library),
    )


def _chosen(wanted: UUID | None, sessions: tuple[SessionLine, ...]) -> UUID | None:
    """The session that is asked for, else the first one in preparation."""
    ids = [line.session.id for line in sessions]
    if wanted in ids:
        return wanted
    return next((line.session.id for line in sessions if line.session.state is SessionState.DRAFT), None)
