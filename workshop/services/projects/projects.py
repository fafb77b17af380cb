"""Projects: made, edited, listed, found."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.language import Language, mark
from workshop.models.enums import PhaseKind, PhaseState, SessionState
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.projects import ProjectCard, ProjectRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.ideas import Idea
from workshop.models.tables.people import Participant
from workshop.models.tables.projects import Phase, Project
from workshop.models.tables.sessions import LabSession
from workshop.models.text import optional_text, required_text
from workshop.services.finding import the_one_meant
from workshop.services.keeping import removal
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import get_row
from workshop.services.projects import support_elements

_NO_TITLE = mark("Please give the project a title.")
_IS_WHOLE = ~(Project.sample & Project.practice)  # no sample that is still being made


def create_project(
    library: Library,
    *,
    title: str,
    language: Language,
    city: str = "",
    host: str = "",
    purpose: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    document_prefix: str = "",
    practice: bool = False,
    sample: bool = False,
) -> Changed[ProjectRecord]:
    """A new project with its four phases and their support checklists, seeded in `language`; the first phase is open.

    Raises InputError for an empty title or an end before the start.
    """
    with library.write("create project", undo=mark("New project")) as work:
        project = work.add(
            Project(
                title=required_text(title, missing=_NO_TITLE),
                city=optional_text(city),
                host=optional_text(host),
                purpose=optional_text(purpose),
                starts_on=starts_on,
                ends_on=ends_on,
                document_prefix=optional_text(document_prefix, longest=32) or "LL",
                practice=practice,
                sample=sample,
            )
        )
        _check_period(project)
        for kind in PhaseKind:
            first = kind is PhaseKind.PREPARATION
            phase = work.add(
                Phase(
                    project_id=project.id,
                    kind=kind,
                    state=PhaseState.OPEN if first else PhaseState.PLANNED,
                    opened_on=(starts_on or library.today()) if first else None,
                )
            )
            support_elements.seed(work, phase=phase, language=language)
        changed = work.changed(project.record())
    return changed


def edit_project(
    library: Library,
    *,
    project_id: UUID,
    title: str | None = None,
    city: str | None = None,
    host: str | None = None,
    purpose: str | None = None,
    period: tuple[date | None, date | None] | None = None,
    document_prefix: str | None = None,
) -> Changed[ProjectRecord]:
    """Change what is given; raises InputError for an empty title or an end before the start."""
    with library.write("edit project", undo=mark("Edit project")) as work:
        project = work.get(Project, project_id)
        if title is not None:
            project.title = required_text(title, missing=_NO_TITLE)
        project.city = optional_text(city) if city is not None else project.city
        project.host = optional_text(host) if host is not None else project.host
        project.purpose = optional_text(purpose) if purpose is not None else project.purpose
        if document_prefix is not None:
            project.document_prefix = optional_text(document_prefix, longest=32) or "LL"
        if period is not None:
            project.starts_on, project.ends_on = period
            _check_period(project)
        changed = work.changed(project.record())
    return changed


def delete_project(library: Library, *, project_id: UUID) -> Changed[None]:
    """Delete a project with everything in it, for good: this cannot be undone."""
    with library.write("delete project") as work:
        project = work.get(Project, project_id)
        work.details["project"] = [str(project.id)]
        removal.remove_project(work, project.id)
        changed = work.changed(None)
    library.database.forget_leftovers()
    return changed


def get_project(library: Library, *, project_id: UUID) -> ProjectRecord:
    """The project; raises NotFoundError."""
    with library.read() as rows:
        return get_row(rows, Project, project_id).record()


def list_projects(library: Library) -> tuple[ProjectCard, ...]:
    """All projects, the ones in work first: where each stands and what needs attention.

    A sample that is still being made, or whose making was interrupted, is not among them.
    """
    order = Project.practice, Project.starts_on.desc(), Project.title
    with library.read() as rows:
        projects = rows.scalars(select(Project).where(_IS_WHOLE).order_by(*order))
        return tuple(_card(rows, project, library.today()) for project in projects)


def find_project(library: Library, *, wanted: str) -> ProjectRecord:
    """The project whose id begins with, or whose title is or begins with, `wanted`.

    Raises NotFoundError where there is none, InputError where there are several.
    """
    with library.read() as rows:
        projects = [project.record() for project in rows.scalars(select(Project).where(_IS_WHOLE))]
    return the_one_meant(wanted, projects, name_of=lambda project: project.title)


def _card(rows: Session, project: Project, today: date) -> ProjectCard:
    def count(kind: type[Participant] | type[Idea]) -> int:
        return rows.scalar(select(func.count()).select_from(kind).where(kind.project_id == project.id)) or 0

    sessions = list(rows.scalars(select(LabSession).where(LabSession.project_id == project.id)))
    running = next((session for session in sessions if session.state is SessionState.RUNNING), None)
    drafts = [session for session in sessions if session.state is SessionState.DRAFT]
    upcoming = min(drafts, key=lambda session: _nearness(session.on, today), default=None)
    phase = current_phase(rows, project.id)
    follow_ups = rows.scalars(select(FollowUp).where(FollowUp.project_id == project.id))
    return ProjectCard(
        project=project.record(),
        current_phase=phase.kind if phase else None,
        sessions=len(sessions),
        participants=count(Participant),
        ideas=count(Idea),
        overdue=sum(item.record().overdue(today) for item in follow_ups),
        running_session_id=running.id if running else None,
        running_session_title=running.title if running else "",
        next_session_id=upcoming.id if upcoming else None,
        next_session_title=upcoming.title if upcoming else "",
        next_session_on=upcoming.on if upcoming else None,
    )


def _nearness(day: date | None, today: date) -> tuple[int, date]:
    """What comes next: a day that is still to come, then no day at all, then a day that has passed."""
    if day is None:
        return 1, date.max
    return (2, day) if day < today else (0, day)


def current_phase(rows: Session, project_id: UUID) -> Phase | None:
    """The latest open phase, or none where no phase is open."""
    phases = rows.scalars(select(Phase).where(Phase.project_id == project_id, Phase.state == PhaseState.OPEN))
    return max(phases, key=lambda phase: phase.kind.number, default=None)


def _check_period(project: Project) -> None:
    if project.starts_on and project.ends_on and project.ends_on < project.starts_on:
        raise InputError(mark("The project ends before it begins. Please check the dates."))
