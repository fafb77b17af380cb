"""What is printed for the room gathered: lists, tags, forms, the running order, ballots, certificates."""

from uuid import UUID

from workshop.language import mark
from workshop.models.enums import BallotKind, Presence, SessionState
from workshop.models.errors import InputError, Missing, MissingError, NotFoundError, RefusedError
from workshop.models.records.handouts import (
    AgendaHandout,
    AttendanceList,
    BallotPapers,
    Certificates,
    CertifiedPerson,
    ConsentForms,
    ListedPerson,
    NameTag,
    NameTags,
)
from workshop.models.records.people import PersonRecord
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.keeping.library import Library
from workshop.services.people.attendance import list_attendance
from workshop.services.people.participants import list_people
from workshop.services.projects.projects import get_project
from workshop.services.reporting.gathering import number_of
from workshop.services.sessions.lab_sessions import list_sessions, session_plan
from workshop.services.voting.polls import get_poll

BLANK_ROWS = 6  # of an attendance list, for those who come without notice
BLANK_TAGS = 4  # at least, for those who come late
MOST_PAPERS = 1_000  # ballots in one file


def gather_attendance_list(library: Library, *, session_id: UUID, options: ReportOptions) -> AttendanceList:
    """Everybody who is expected at a session, by number; names only where they are wanted."""
    session = session_plan(library, session_id=session_id).session
    people = list_people(library, project_id=session.project_id)
    return AttendanceList(
        project=get_project(library, project_id=session.project_id),
        session=session,
        document_number=f"{session.document_number}-A",
        people=tuple(
            ListedPerson(each.participant.number, _name(each, options), each.participant.sector) for each in people
        ),
        blanks=BLANK_ROWS,
    )


def gather_name_tags(library: Library, *, session_id: UUID, options: ReportOptions) -> NameTags:
    """A tag with number and code for everybody who is expected; names only where they are wanted."""
    session = session_plan(library, session_id=session_id).session
    people = list_people(library, project_id=session.project_id)
    return NameTags(
        project=get_project(library, project_id=session.project_id),
        session=session,
        tags=tuple(NameTag(each.participant.number, each.participant.code, _name(each, options)) for each in people),
        blanks=BLANK_TAGS,
    )


def gather_consent_forms(library: Library, *, project_id: UUID) -> ConsentForms:
    """The consent form of a project."""
    project = get_project(library, project_id=project_id)
    return ConsentForms(project, number_of(project, library.today().year, "K"))


def gather_agenda_handout(library: Library, *, session_id: UUID) -> AgendaHandout:
    """The running order of a session; raises MissingError where it has none."""
    plan = session_plan(library, session_id=session_id)
    if not plan.activities:
        raise MissingError(mark("This session has no running order yet. Add activities first."), Missing.ACTIVITIES)
    return AgendaHandout(get_project(library, project_id=plan.session.project_id), plan.session, plan.activities)


def gather_ballot_papers(library: Library, *, poll_id: UUID) -> BallotPapers:
    """A ballot paper for everybody who is registered; raises InputError where there is nothing to choose."""
    poll = get_poll(library, poll_id=poll_id)
    if not poll.options:
        raise InputError(mark("This vote has no options yet. Add them first."))
    if poll.ballot is BallotKind.PAIRWISE:
        raise RefusedError(mark("Comparisons of two are made on the screen; there is no paper for them."))
    session = session_plan(library, session_id=poll.lab_session_id).session
    people = len(list_people(library, project_id=poll.project_id))
    return BallotPapers(
        get_project(library, project_id=poll.project_id), session, poll, min(max(people, 1), MOST_PAPERS)
    )


def gather_certificates(
    library: Library,
    *,
    project_id: UUID,
    options: ReportOptions,
    session_id: UUID | None = None,
    number: int | None = None,
) -> Certificates:
    """A certificate for everybody who came to enough sessions that were held (to one of them alone where it is named).

    With a number it is for that participant alone.

    Raises NotFoundError for a number that nobody has, MissingError where nobody came.
    """
    project, today = get_project(library, project_id=project_id), library.today()
    came = _sessions_by_person(library, project_id, session_id)
    people = list_people(library, project_id=project_id)
    if number is not None and all(each.participant.number != number for each in people):
        raise NotFoundError(mark("There is no participant no. {number}.", number=number))
    certified = tuple(
        CertifiedPerson(each.participant.number, _name(each, options), tuple(came[each.participant.id]))
        for each in people
        if each.participant.id in came and number in {None, each.participant.number}
    )
    enough = tuple(each for each in certified if len(each.sessions) >= options.least_sessions)
    if certified and not enough:
        raise MissingError(
            mark("Nobody has come to {n} sessions or more. Choose a smaller number.", n=options.least_sessions),
            Missing.FEWER_SESSIONS,
        )
    if not certified:
        raise MissingError(
            mark("Nobody has come to a session yet, so there is nothing to certify. Mark who is here while it runs."),
            Missing.ATTENDANCE,
        )
    return Certificates(project, number_of(project, today.year, "Z"), today, enough)


def _sessions_by_person(
    library: Library, project_id: UUID, session_id: UUID | None
) -> dict[UUID, list[LabSessionRecord]]:
    """The sessions that were held, or the one of them that is named, by who came."""
    found: dict[UUID, list[LabSessionRecord]] = {}
    for line in list_sessions(library, project_id=project_id):
        if line.session.state is SessionState.DRAFT or session_id not in {None, line.session.id}:
            continue
        for each in list_attendance(library, session_id=line.session.id):
            if each.presence is not Presence.EXPECTED:
                found.setdefault(each.participant.id, []).append(line.session)
    return found


def _name(person: PersonRecord, options: ReportOptions) -> str:
    return person.entry.name if options.names else ""
