"""Lab sessions: prepared from a template, edited, listed, found."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workshop.language import Language, mark
from workshop.models.enums import ActivityKind, IdeaState, PhaseKind, PollState, Presence, SessionState
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord, ReadinessPoint, SessionLine, SessionPlan
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.ideas import Idea
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.notes import DiscussionNote
from workshop.models.tables.observations import Observation
from workshop.models.tables.people import Attendance, Participant
from workshop.models.tables.pictures import Picture
from workshop.models.tables.projects import Phase, Project
from workshop.models.tables.proposals import Proposal
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Poll
from workshop.models.text import optional_text, required_text
from workshop.services.evaluation import evaluations
from workshop.services.finding import the_one_meant
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row
from workshop.services.projects.projects import current_phase
from workshop.services.sessions.session_templates import SessionTemplate, TemplateActivity, find_template
from workshop.services.voting import polls

_NO_TITLE = mark("Please give the session a title.")
LONGEST_MINUTES = 24 * 60
_HOUSE_RULES = mark(
    "Everyone speaks once before anyone speaks twice.\n"
    "Ideas first, judging later.\n"
    "What is said here may be shared; who said it stays here."
)


def prepare_session(
    library: Library,
    *,
    project_id: UUID,
    language: Language,
    template_key: str | None = None,
    phase: PhaseKind | None = None,
    title: str = "",
    on: date | None = None,
    starts_at: time | None = None,
    place: str = "",
    host: str = "",
    goals: str = "",
    practice: bool = False,
) -> Changed[LabSessionRecord]:
    """A new session with the agenda, polls and forms of a template, worded in `language`; without one it is empty.

    It belongs to the template's phase unless `phase` says otherwise, and to the current phase where neither does.
    """
    template = find_template(template_key) if template_key else None
    with library.write("prepare session", undo=mark("New session")) as work:
        project = work.get(Project, project_id)
        phase_row = _phase(work.rows, project_id, phase or (template.phase if template else None))
        last = work.rows.scalar(select(func.max(LabSession.number)).where(LabSession.phase_id == phase_row.id)) or 0
        named = title or (template.title.in_language(language.code) if template else "")
        session = work.add(
            LabSession(
                project_id=project_id,
                phase_id=phase_row.id,
                number=last + 1,
                title=required_text(named, missing=_NO_TITLE),
                template_key=template_key or "",
                on=on,
                starts_at=starts_at,
                minutes=template.minutes if template else 120,
                place=optional_text(place, longest=300),
                host=optional_text(host or project.host, longest=300),
                goals=optional_text(goals or (template.goals.in_language(language.code) if template else "")),
                house_rules=language.tell(_HOUSE_RULES),
                practice=practice,
            )
        )
        if template:
            _write_agenda(work, session, template, language)
        changed = work.changed(session.record())
    return changed


def edit_session(
    library: Library,
    *,
    session_id: UUID,
    title: str | None = None,
    when: tuple[date | None, time | None] | None = None,
    minutes: int | None = None,
    place: str | None = None,
    host: str | None = None,
    goals: str | None = None,
    house_rules: str | None = None,
) -> Changed[LabSessionRecord]:
    """Change what is given; `when` is day and time of the start, `minutes` the time at hand (1 to 1440)."""
    with library.write("edit session", undo=mark("Edit session"), session_id=session_id) as work:
        session = work.get(LabSession, session_id)
        if title is not None:
            session.title = required_text(title, missing=_NO_TITLE)
        if when is not None:
            session.on, session.starts_at = when
        if minutes is not None:
            session.minutes = checked_minutes(minutes)
        session.place = optional_text(place, longest=300) if place is not None else session.place
        session.host = optional_text(host, longest=300) if host is not None else session.host
        session.goals = optional_text(goals) if goals is not None else session.goals
        session.house_rules = optional_text(house_rules) if house_rules is not None else session.house_rules
        changed = work.changed(session.record())
    return changed


def remove_session(library: Library, *, session_id: UUID) -> Changed[None]:
    """Remove a session that has not begun; raises RefusedError for any other."""
    with library.write("remove session", undo=mark("Remove session")) as work:
        session = work.get(LabSession, session_id)
        if session.state is not SessionState.DRAFT:
            raise RefusedError(mark("Only a session that has not begun can be removed."))
        for kind in (Idea, Picture, LocalIssue, DiscussionNote, Proposal, Observation):
            if work.rows.scalar(select(kind.id).where(kind.lab_session_id == session_id).limit(1)) is not None:
                raise RefusedError(mark("There are ideas, photos or notes in this session already, so it is kept."))
        for kind in (Poll, EvaluationForm, Activity):
            work.remove(*work.rows.scalars(select(kind).where(kind.lab_session_id == session_id)))
        work.remove(*work.rows.scalars(select(Attendance).where(Attendance.lab_session_id == session_id)))
        work.remove(session)
        changed = work.changed(None)
    return changed


def list_sessions(library: Library, *, project_id: UUID) -> tuple[SessionLine, ...]:
    """The sessions of a project by phase and round, with their figures."""
    with library.read() as rows:
        sessions = rows.scalars(select(LabSession).where(LabSession.project_id == project_id))
        ordered = sorted(sessions, key=lambda session: (session.phase.kind.number, session.number))
        return tuple(_line(rows, session) for session in ordered)


def find_session(library: Library, *, wanted: str) -> LabSessionRecord:
    """The session whose id begins with, or whose title is or begins with, `wanted`; raises NotFoundError, InputError."""
    with library.read() as rows:
        sessions = [session.record() for session in rows.scalars(select(LabSession))]
    return the_one_meant(wanted, sessions, name_of=lambda session: session.title)


def session_plan(library: Library, *, session_id: UUID) -> SessionPlan:
    """A session with its running order and the check before the start; raises NotFoundError."""
    with library.read() as rows:
        session = get_row(rows, LabSession, session_id)
        activities = list_activities(rows, session_id)
        expected = _count(rows, Participant, Participant.project_id == session.project_id)
        present = present_count(rows, session_id)
        readiness = _readiness(session, activities, expected)
        return SessionPlan(session.record(), activities, expected, present, readiness)


def list_activities(rows: Session, session_id: UUID) -> tuple[ActivityRecord, ...]:
    """The running order with the poll and the form of each activity."""
    polls = _by_activity(rows, Poll, session_id)
    forms = _by_activity(rows, EvaluationForm, session_id)
    chosen = select(Activity).where(Activity.lab_session_id == session_id).order_by(Activity.position)
    return tuple(
        activity.record(poll_id=polls.get(activity.id), form_id=forms.get(activity.id))
        for activity in rows.scalars(chosen)
    )


def present_count(rows: Session, session_id: UUID) -> int:
    """How many came to a session, those who left again included."""
    return _count(rows, Attendance, Attendance.lab_session_id == session_id, Attendance.presence != Presence.EXPECTED)


def checked_minutes(minutes: int) -> int:
    """Minutes within a day; raises InputError."""
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise InputError(mark("Please give a number of minutes from 1 to {most}.", most=LONGEST_MINUTES))
    return minutes


def _phase(rows: Session, project_id: UUID, kind: PhaseKind | None) -> Phase:
    phases = {phase.kind: phase for phase in rows.scalars(select(Phase).where(Phase.project_id == project_id))}
    current = current_phase(rows, project_id)
    return phases[kind or (current.kind if current else PhaseKind.PREPARATION)]


def _write_agenda(work: UnitOfWork, session: LabSession, template: SessionTemplate, language: Language) -> None:
    for position, part in enumerate(template.activities):
        activity = work.add(
            Activity(
                lab_session_id=session.id,
                position=position,
                kind=part.kind,
                title=part.title.in_language(language.code),
                question=part.question.in_language(language.code),
                guide=part.guide.in_language(language.code),
                minutes=part.minutes,
            )
        )
        _write_tools(work, session, activity, part, language)


def _write_tools(
    work: UnitOfWork, session: LabSession, activity: Activity, part: TemplateActivity, language: Language
) -> None:
    """The poll and the form that a template gives an activity."""
    if part.poll:
        polls.write_poll(
            work,
            session=session,
            activity_id=activity.id,
            title=part.poll.title.in_language(language.code),
            rules=part.poll.rules(language.code),
            source=part.poll.source,
            options=part.poll.drafts(language.code),
        )
    if part.form:
        evaluations.write_form(
            work,
            session=session,
            instrument=part.form.instrument,
            stage=part.form.stage,
            activity_id=activity.id,
            language=language,
        )


def _by_activity(rows: Session, kind: type[Poll] | type[EvaluationForm], session_id: UUID) -> dict[UUID, UUID]:
    chosen = select(kind.activity_id, kind.id).where(kind.lab_session_id == session_id, kind.activity_id.is_not(None))
    return {activity_id: key for activity_id, key in rows.execute(chosen) if activity_id is not None}


def _readiness(
    session: LabSession, activities: tuple[ActivityRecord, ...], participants: int
) -> tuple[ReadinessPoint, ...]:
    planned = sum(activity.minutes for activity in activities)
    asked = [a for a in activities if a.kind.collects_ideas or a.kind is ActivityKind.VOTE]
    return (
        ReadinessPoint("agenda", bool(activities), needed=True),
        ReadinessPoint("time", planned <= session.minutes, needed=False),
        ReadinessPoint("date", session.on is not None, needed=False),
        ReadinessPoint("place", bool(session.place), needed=False),
        ReadinessPoint("participants", participants > 0, needed=False),
        ReadinessPoint("questions", all(a.question for a in asked), needed=False),
    )


def _line(rows: Session, session: LabSession) -> SessionLine:
    live = (Idea.lab_session_id == session.id, Idea.state != IdeaState.WITHDRAWN)
    held = (Poll.lab_session_id == session.id, Poll.state != PollState.DRAFT)
    return SessionLine(
        session.record(), present_count(rows, session.id), _count(rows, Idea, *live), _count(rows, Poll, *held)
    )


def _count(rows: Session, kind: type, *conditions: ColumnElement[bool]) -> int:
    return rows.scalar(select(func.count()).select_from(kind).where(*conditions)) or 0
