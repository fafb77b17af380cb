"""What the evaluation page shows, read in one go on the worker thread."""

from dataclasses import dataclass
from uuid import UUID

from workshop.models.enums import FormState, SessionState
from workshop.models.errors import NotFoundError
from workshop.models.records.comparisons import SessionTrend, TypeComparison
from workshop.models.records.evaluations import FormRecord, FormResult, ServiceChange
from workshop.models.records.projects import CityServiceRecord, ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.evaluation.answers import form_result
from workshop.services.evaluation.comparisons import service_changes, session_trends, type_comparisons
from workshop.services.evaluation.evaluations import list_forms
from workshop.services.evaluation.instrument_shape import Instrument
from workshop.services.evaluation.questionnaires import ready_to_ask
from workshop.services.keeping.library import Library
from workshop.services.projects.city_services import list_services
from workshop.services.projects.projects import get_project
from workshop.services.sessions.lab_sessions import list_sessions, session_plan
from workshop.ui.page import Place


@dataclass(frozen=True, slots=True)
class Situation:
    """The project with its forms, the chosen form counted, and what changed between before and after."""

    project: ProjectRecord | None = None
    sessions: tuple[LabSessionRecord, ...] = ()
    forms: tuple[FormRecord, ...] = ()
    services: tuple[CityServiceRecord, ...] = ()
    result: FormResult | None = None
    changes: tuple[ServiceChange, ...] = ()
    instruments: tuple[Instrument, ...] = ()  # what a form can be made of
    types: tuple[TypeComparison, ...] = ()
    trends: tuple[SessionTrend, ...] = ()

    @property
    def form(self) -> FormRecord | None:
        """The chosen form."""
        return self.result.form if self.result else None

    @property
    def coming_sessions(self) -> tuple[LabSessionRecord, ...]:
        """Sessions in which a form can still be put to the room, the running one first."""
        open_ones = [session for session in self.sessions if session.state is not SessionState.CLOSED]
        return tuple(sorted(open_ones, key=lambda session: session.state is not SessionState.RUNNING))

    def session_of(self, form: FormRecord) -> LabSessionRecord:
        """The session in which a form is put to the room."""
        return next(session for session in self.sessions if session.id == form.lab_session_id)


def load_situation(library: Library, place: Place, form_id: UUID | None) -> Situation:
    """Everything of the place's project; nothing where there is no project."""
    project = _project(library, place)
    if project is None:
        return Situation()
    sessions = tuple(line.session for line in list_sessions(library, project_id=project.id))
    forms = list_forms(library, project_id=project.id)
    chosen = _chosen(forms, form_id, place.session_id)
    return Situation(
        project=project,
        sessions=sessions,
        forms=forms,
        services=list_services(library, project_id=project.id),
        result=form_result(library, form_id=chosen.id) if chosen else None,
        changes=service_changes(library, project_id=project.id),
        instruments=ready_to_ask(library),
        types=type_comparisons(library, project_id=project.id),
        trends=session_trends(library, project_id=project.id),
    )


def _project(library: Library, place: Place) -> ProjectRecord | None:
    """The project of a place, also where only its session is known; none where it is gone."""
    try:
        if place.project_id is not None:
            return get_project(library, project_id=place.project_id)
        if place.session_id is not None:
            plan = session_plan(library, session_id=place.session_id)
            return get_project(library, project_id=plan.session.project_id)
    except NotFoundError:
        return None
    return None


def _chosen(forms: tuple[FormRecord, ...], form_id: UUID | None, session_id: UUID | None) -> FormRecord | None:
    """The form that is asked for, else the one people answer now, else one of the session, else the last answered."""
    for form in forms:
        if form.id == form_id:
            return form
    likely = [
        *(form for form in forms if form.state is FormState.OPEN),
        *(form for form in forms if form.lab_session_id == session_id),
        *(form for form in reversed(forms) if form.answers),
        *forms,
    ]
    return likely[0] if likely else None
