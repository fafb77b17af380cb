"""What the run page shows, read in one go away from the window."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from workshop.language import Message
from workshop.models.enums import ActivityKind, PollState, Presence, SessionState
from workshop.models.errors import NotFoundError
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.ideas import IdeaRecord
from workshop.models.records.people import AttendanceRecord, ParticipantRecord
from workshop.models.records.projects import CityServiceRecord
from workshop.models.records.sessions import ActivityRecord, SessionLine, SessionPlan
from workshop.models.records.votes import PollRecord, PollResult, Turnout
from workshop.services.evaluation import evaluations
from workshop.services.ideas import ideas, revealing
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.people import attendance
from workshop.services.projects import city_services, projects
from workshop.services.sessions import lab_sessions
from workshop.services.voting import polls, results, voting
from workshop.ui.page import Place

COUNTED = {PollState.CLOSED, PollState.REVEALED}


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a session stands; without a plan no session is running, and `sessions` are those one could start."""

    sessions: tuple[SessionLine, ...] = ()
    plan: SessionPlan | None = None
    people: tuple[AttendanceRecord, ...] = ()
    ideas: tuple[IdeaRecord, ...] = ()
    poll: PollRecord | None = None
    turnout: Turnout | None = None
    result: PollResult | None = None
    form: FormRecord | None = None
    undo: Message | None = None
    waiting: tuple[IdeaRecord, ...] = ()  # ideas the room may not see yet, in the order in which they come
    services: tuple[CityServiceRecord, ...] = ()  # of which something can be seen in the field

    @property
    def activity(self) -> ActivityRecord | None:
        """The activity the session is in."""
        return self.plan.current if self.plan else None

    @property
    def present(self) -> int:
        """How many are in the room now."""
        return sum(line.presence is Presence.PRESENT for line in self.people)

    def person(self, called: int | str | None) -> ParticipantRecord | None:
        """The participant with a number or code."""
        if called is None:
            return None
        return next((line.participant for line in self.people if line.participant.answers_to(called)), None)


@dataclass(frozen=True, slots=True)
class Times:
    """The clock of a running session.

    Seconds left of the activity and all it has, when it will all end, minutes late against the plan.
    """

    left: int
    whole: int
    ends_at: datetime
    late: int


def load_situation(library: Library, place: Place) -> Situation:
    """The running session at a place, else of the project, else of any project."""
    project_id = place.project_id
    sessions = lab_sessions.list_sessions(library, project_id=project_id) if project_id else ()
    session_id = _running(sessions, place.session_id)
    if session_id is None and project_id is None:
        session_id = _running_anywhere(library)
    if session_id is None:
        return Situation(tuple(line for line in sessions if line.session.state is SessionState.DRAFT))
    try:
        plan = lab_sessions.session_plan(library, session_id=session_id)
    except NotFoundError:
        return Situation()
    poll = _poll(library, plan)
    counted = poll is not None and poll.state in COUNTED
    form = plan.current.form_id if plan.current else None
    return Situation(
        plan=plan,
        people=attendance.list_attendance(library, session_id=session_id),
        ideas=ideas.idea_board(library, session_id=session_id).ideas,
        poll=poll,
        turnout=voting.turnout(library, poll_id=poll.id) if poll else None,
        result=results.poll_result(library, poll_id=poll.id) if poll and counted else None,
        form=evaluations.get_form(library, form_id=form) if form else None,
        undo=undo.undo_words(library)[0],
        waiting=revealing.waiting(library, session_id=session_id),
        services=city_services.list_services(library, project_id=plan.session.project_id),
    )


def times(plan: SessionPlan, now: datetime) -> Times:
    """How the time stands at a moment."""
    current, opened = plan.current, plan.session.opened_at or now
    spent = (now - current.started_at).total_seconds() if current and current.started_at else 0
    left = round(whole_minutes(current) * 60 - spent) if current else 0
    later = sum(whole_minutes(part) for part in plan.activities if part.started_at is None)
    ends = now + timedelta(seconds=max(0, left), minutes=later)
    planned = opened + timedelta(minutes=plan.planned_minutes)
    return Times(left, whole_minutes(current) * 60, ends, round((ends - planned).total_seconds() / 60))


def whole_minutes(activity: ActivityRecord | None) -> int:
    """The planned minutes with those that were added."""
    return activity.minutes + activity.added_minutes if activity else 0


def _running(sessions: tuple[SessionLine, ...], wanted: UUID | None) -> UUID | None:
    running = [line.session.id for line in sessions if line.session.state is SessionState.RUNNING]
    return wanted if wanted in running else next(iter(running), None)


def _running_anywhere(library: Library) -> UUID | None:
    cards = projects.list_projects(library)
    return next((card.running_session_id for card in cards if card.running_session_id), None)


def _poll(library: Library, plan: SessionPlan) -> PollRecord | None:
    """The poll of the activity; where results are shown, the one that was voted on last."""
    activity = plan.current
    if activity is None:
        return None
    if activity.poll_id is not None:
        return polls.get_poll(library, poll_id=activity.poll_id)
    if activity.kind is not ActivityKind.RESULT:
        return None
    held = [poll for poll in polls.list_polls(library, session_id=plan.session.id) if poll.opened_at is not None]
    return max(held, key=lambda poll: poll.opened_at or plan.session.opened_at, default=None)
