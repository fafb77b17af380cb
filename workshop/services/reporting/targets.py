"""What somebody means by SESSION or PROJECT and a name: found by id, beginning of an id, or title."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from workshop.language import CODES, load_language, mark
from workshop.models.errors import InputError, NotFoundError
from workshop.models.records.projects import PhaseRecord, ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.services.finding import Identified, the_one_meant
from workshop.services.ideas.ideas import idea_board
from workshop.services.keeping.library import Library
from workshop.services.projects.city_services import list_services
from workshop.services.projects.phases import list_phases
from workshop.services.projects.projects import find_project
from workshop.services.reporting.extracts import list_departments
from workshop.services.reporting.kinds import ReportKind, Subject, Target, kind_of
from workshop.services.sessions.lab_sessions import find_session
from workshop.services.sessions.named import session_or_project
from workshop.services.voting.polls import list_polls

T = TypeVar("T", bound=Identified)


def find_target(library: Library, *, kind: ReportKind | None, wanted: str, of: str = "") -> tuple[ReportKind, Target]:
    """The kind and what it is about; without a kind that of a session or project, whatever `wanted` is.

    Raises NotFoundError where there is no such thing, InputError where several fit or the kind is about something else.
    """
    session = _session(library, wanted, kind)
    project_id = session.project_id if session else find_project(library, wanted=wanted).id
    kind = kind or kind_of("session" if session else "project")
    if kind.about is Subject.SESSION and session is None:
        raise InputError(mark("“{wanted}” is a project; this kind of report is about one session.", wanted=wanted))
    if of and kind.about in {Subject.SESSION, Subject.PROJECT}:
        raise InputError(mark("This kind of report is about the whole of it; leave out --of."))
    named = _named(library, kind, project_id, session, of)
    return kind, Target(project_id, session.id if session else None, named)


def _session(library: Library, wanted: str, kind: ReportKind | None) -> LabSessionRecord | None:
    """The session that is meant, none where it is a project."""
    if kind is None or kind.about is not Subject.SESSION:
        on_sessions = kind is None or kind.about is Subject.POLL
        meant = session_or_project(library, wanted=wanted, first=LabSessionRecord if on_sessions else ProjectRecord)
        return meant if isinstance(meant, LabSessionRecord) else None
    try:
        return find_session(library, wanted=wanted)
    except NotFoundError:
        find_project(library, wanted=wanted)
        return None


def _named(
    library: Library, kind: ReportKind, project_id: UUID, session: LabSessionRecord | None, of: str
) -> UUID | str | int | None:
    match kind.about:
        case Subject.PHASE:
            return _phase(list_phases(library, project_id=project_id), session, of)
        case Subject.POLL:
            where = {"session_id": session.id} if session else {"project_id": project_id}
            return _only_or_named(list_polls(library, **where), of, lambda poll: poll.title).id
        case Subject.SERVICE:
            return _only_or_named(list_services(library, project_id=project_id), of, lambda service: service.title).id
        case Subject.THEME:
            board = idea_board(library, project_id=project_id)
            return _only_or_named(board.themes, of, lambda theme: theme.title).id
        case Subject.DEPARTMENT:
            return _department(list_departments(library, project_id=project_id), of)
        case Subject.PARTICIPANT:
            return _number(of)
        case _:
            return None


def _phase(phases: Sequence[PhaseRecord], session: LabSessionRecord | None, of: str) -> UUID:
    """A phase by its number, its word or its title in any language; of a session its own."""
    if not of and session is not None:
        return session.phase_id
    for phase in phases:
        titles = {load_language(code).tell(title_of(phase.kind)).casefold() for code in CODES}
        if of.casefold() in {str(phase.kind.number), phase.kind.value, str(phase.id), *titles}:
            return phase.id
    words = ", ".join(phase.kind.value for phase in phases)
    raise InputError(mark("Name the phase with --of: {words}.", words=words))


def _only_or_named(things: Sequence[T], of: str, name_of: Callable[[T], str]) -> T:
    """The thing of a name, or the only one there is."""
    if of:
        return the_one_meant(of, things, name_of=name_of)
    if not things:
        raise NotFoundError(mark("There is nothing yet that this kind of report could be about."))
    if len(things) > 1:
        titles = ", ".join(f"“{name_of(thing)}”" for thing in things)
        raise InputError(mark("Name one of these with --of: {titles}.", titles=titles))
    return things[0]


def _department(names: Sequence[str], of: str) -> str | None:
    if not of:
        return None
    found = [name for name in names if name == of] or [name for name in names if name.startswith(of)]
    if len(found) != 1:
        raise NotFoundError(mark("No follow-up names the department “{name}”.", name=of))
    return found[0]


def _number(of: str) -> int | None:
    """The number of a participant; the number alone, as it is on the name tag."""
    if not of:
        return None
    if not of.isascii() or not of.isdecimal():
        raise InputError(mark("“{number}” is not the number of a participant.", number=of))
    return int(of)
