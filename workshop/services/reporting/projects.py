"""A project or one of its phases gathered: sessions, votes, evaluations, and what came of them."""

from collections.abc import Sequence
from uuid import UUID

from workshop.models.enums import Presence
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.projects import PhaseRecord
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.reports import PhaseReport, PhaseSummary, ProjectReport, SessionSummary
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.evaluation.comparisons import service_changes, session_trends, type_comparisons
from workshop.services.evaluation.evaluations import list_forms
from workshop.services.field.overview import gather_field_report
from workshop.services.ideas.ideas import idea_board
from workshop.services.keeping.library import Library
from workshop.services.people.attendance import list_attendance
from workshop.services.people.retention import project_retention, told_retention
from workshop.services.projects.city_services import list_services
from workshop.services.projects.follow_ups import list_follow_ups
from workshop.services.projects.phases import list_phases, list_support_items
from workshop.services.projects.project_figures import project_figures
from workshop.services.projects.projects import get_project
from workshop.services.reporting.data import sealed
from workshop.services.reporting.gathering import (
    forms_of,
    nameless,
    number_of,
    polls_of,
    tellable,
    utc_offset,
)
from workshop.services.sessions.lab_sessions import list_sessions
from workshop.services.voting.polls import list_polls


def gather_project_report(library: Library, *, project_id: UUID, options: ReportOptions | None = None) -> ProjectReport:
    """Everything of a project as of today, without names and authors; raises NotFoundError."""
    options = options or ReportOptions()
    project = get_project(library, project_id=project_id)
    sessions = [line.session for line in list_sessions(library, project_id=project_id)]
    phases = list_phases(library, project_id=project_id)
    today = library.today()
    return sealed(
        ProjectReport(
            project=project,
            document_number=number_of(project, today.year, "R"),
            as_of=today,
            figures=project_figures(library, project_id=project_id),
            phases=tuple(_phase(library, phase, sessions, options) for phase in phases),
            services=list_services(library, project_id=project_id),
            board=nameless(idea_board(library, project_id=project_id)),
            changes=tellable(service_changes(library, project_id=project_id), options),
            follow_ups=list_follow_ups(library, project_id=project_id),
            utc_offset=utc_offset(library.now()),
            checksum="",
            field=gather_field_report(library, project_id=project_id),
            types=type_comparisons(library, project_id=project_id),
            trends=session_trends(library, project_id=project_id),
            retention=told_retention(project_retention(library, project_id=project_id), options),
        )
    )


def gather_phase_report(
    library: Library, *, project_id: UUID, phase_id: UUID, options: ReportOptions | None = None
) -> PhaseReport:
    """Everything of one phase of a project as of today, without names and authors; raises NotFoundError."""
    options = options or ReportOptions()
    project = get_project(library, project_id=project_id)
    phase = next(each for each in list_phases(library, project_id=project_id) if each.id == phase_id)
    lines = list_sessions(library, project_id=project_id)
    sessions = [line.session for line in lines if line.session.phase_id == phase_id]
    held = {session.id for session in sessions}
    services = {form.service_id for form in list_forms(library, project_id=project_id) if form.lab_session_id in held}
    changes = service_changes(library, project_id=project_id)
    today = library.today()
    return sealed(
        PhaseReport(
            project=project,
            document_number=number_of(project, today.year, f"P{phase.kind.number}-R"),
            as_of=today,
            phase=_phase(library, phase, sessions, options),
            attended=_people(library, sessions),
            board=_of_sessions(idea_board(library, project_id=project_id), held),
            services=tuple(each for each in list_services(library, project_id=project_id) if each.id in services),
            changes=tellable((each for each in changes if each.after.form.lab_session_id in held), options),
            follow_ups=tuple(
                item for item in list_follow_ups(library, project_id=project_id) if item.lab_session_id in held
            ),
            utc_offset=utc_offset(library.now()),
            checksum="",
            field=gather_field_report(library, project_id=project_id, phase=phase),
        )
    )


def _phase(
    library: Library, phase: PhaseRecord, sessions: Sequence[LabSessionRecord], options: ReportOptions
) -> PhaseSummary:
    return PhaseSummary(
        phase,
        list_support_items(library, phase_id=phase.id),
        tuple(_summary(library, session, options) for session in sessions if session.phase_id == phase.id),
    )


def _summary(library: Library, session: LabSessionRecord, options: ReportOptions) -> SessionSummary:
    attendance = list_attendance(library, session_id=session.id)
    return SessionSummary(
        session=session,
        attended=sum(line.presence is not Presence.EXPECTED for line in attendance),
        ideas=len(idea_board(library, session_id=session.id).ideas),
        polls=polls_of(library, list_polls(library, session_id=session.id), session),
        forms=forms_of(library, list_forms(library, session_id=session.id), options),
        follow_ups=len(list_follow_ups(library, session_id=session.id)),
    )


def _people(library: Library, sessions: Sequence[LabSessionRecord]) -> int:
    """How many different people came to at least one of these sessions."""
    return len(
        {
            line.participant.id
            for session in sessions
            for line in list_attendance(library, session_id=session.id)
            if line.presence is not Presence.EXPECTED
        }
    )


def _of_sessions(board: IdeaBoard, held: set[UUID]) -> IdeaBoard:
    """The ideas of some sessions under the themes that they use."""
    ideas = tuple(idea for idea in board.ideas if idea.lab_session_id in held)
    return nameless(IdeaBoard(board.themes, ideas), only_used=True)
