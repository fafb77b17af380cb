"""Running a session: begun, led from activity to activity, closed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from workshop.language import mark
from workshop.models.enums import FormState, PhaseState, PollState, Role, SessionState
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.sessions import SessionPlan
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Poll
from workshop.services.ideas.pictures import sweep_contents
from workshop.services.ideas.revealing import reveal_rest
from workshop.services.keeping import backups, undo_steps
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork
from workshop.services.sessions.lab_sessions import session_plan
from workshop.services.voting import polls


def start_session(library: Library, *, session_id: UUID) -> Changed[SessionPlan]:
    """Begin a prepared session with its first activity; its phase is opened where that was still to come.

    Raises RefusedError where it has begun already or has no activity.
    """
    with library.write("start session", undo=mark("Start session"), session_id=session_id) as work:
        session = work.get(LabSession, session_id)
        if session.state is not SessionState.DRAFT:
            raise RefusedError(mark("This session has begun already."))
        first = work.rows.scalar(_order(session_id).limit(1))
        if first is None:
            raise RefusedError(mark("The running order is empty. Add an activity first."))
        session.state, session.opened_at = SessionState.RUNNING, work.now
        session.on = session.on or library.today()
        if session.phase.state is PhaseState.PLANNED:
            session.phase.state, session.phase.opened_on = PhaseState.OPEN, session.on
        _begin(work, session, first)
        changed = work.changed(None)
    return _with_plan(library, changed, session_id)


def begin_activity(library: Library, *, activity_id: UUID) -> Changed[SessionPlan]:
    """Go to an activity; the one before ends. Going back to an earlier one lets its time run on."""
    with library.write("begin activity", undo=mark("Next activity")) as work:
        activity = work.get(Activity, activity_id)
        session = work.get(LabSession, activity.lab_session_id)
        work.session_id = session.id
        _running(session)
        _begin(work, session, activity)
        changed = work.changed(None)
    return _with_plan(library, changed, session.id)


def next_activity(library: Library, *, session_id: UUID) -> Changed[SessionPlan]:
    """Go to the activity that follows; raises RefusedError after the last."""
    plan = session_plan(library, session_id=session_id)
    if plan.following is None:
        raise RefusedError(mark("This was the last activity. You can close the session now."))
    return begin_activity(library, activity_id=plan.following.id)


def add_minutes(library: Library, *, activity_id: UUID, minutes: int) -> Changed[SessionPlan]:
    """Give an activity more time, or less with a negative number; raises InputError where nothing would be left."""
    with library.write("add minutes", undo=mark("Change the time")) as work:
        activity = work.get(Activity, activity_id)
        work.session_id = activity.lab_session_id
        if activity.minutes + activity.added_minutes + minutes < 1:
            raise InputError(mark("At least one minute must remain."))
        activity.added_minutes += minutes
        changed = work.changed(None)
    return _with_plan(library, changed, activity.lab_session_id)


def close_session(library: Library, *, session_id: UUID) -> Changed[SessionPlan]:
    """Close a running session for good, after which nothing of it is undone, and keep a backup.

    Ideas that were still to be revealed are shown with the others from now on.

    Raises RefusedError while a poll or a form is still open.
    """
    with library.write("close session") as work:
        session = work.get(LabSession, session_id)
        _running(session)
        _nothing_open(work, session_id)
        _end_current(work, session, work.now)
        reveal_rest(work, session_id)
        session.state, session.closed_at, session.current_activity_id = SessionState.CLOSED, work.now, None
        undo_steps.forget(work.rows, session_id=session_id)
        work.rows.flush()
        sweep_contents(work.rows)  # files of photos that only an undo could have brought back
        changed = work.changed(None)
    if library.role is Role.FACILITATOR:  # what is played or rehearsed must not push real backups out
        backups.keep_backup(library)
    return _with_plan(library, changed, session_id)


def _begin(work: UnitOfWork, session: LabSession, activity: Activity) -> None:
    if session.current_activity_id == activity.id:
        return
    _end_current(work, session, work.now)
    activity.started_at = activity.started_at or work.now
    activity.ended_at = None
    session.current_activity_id = activity.id
    polls.fill_empty_polls(work, activity)


def _end_current(work: UnitOfWork, session: LabSession, at: datetime) -> None:
    if session.current_activity_id is not None:
        work.get(Activity, session.current_activity_id).ended_at = at


def _nothing_open(work: UnitOfWork, session_id: UUID) -> None:
    open_polls = select(Poll.title).where(
        Poll.lab_session_id == session_id, Poll.state.in_([PollState.OPEN, PollState.PAUSED])
    )
    open_forms = select(EvaluationForm.title).where(
        EvaluationForm.lab_session_id == session_id, EvaluationForm.state == FormState.OPEN
    )
    titles = [*work.rows.scalars(open_polls), *work.rows.scalars(open_forms)]
    if titles:
        raise RefusedError(mark("Still open: {titles}. Close it first.", titles=", ".join(titles)))


def _running(session: LabSession) -> None:
    if session.state is not SessionState.RUNNING:
        raise RefusedError(mark("This session is not running."))


def _order(session_id: UUID) -> Select[Activity]:
    return select(Activity).where(Activity.lab_session_id == session_id).order_by(Activity.position)


def _with_plan(library: Library, changed: Changed[None], session_id: UUID) -> Changed[SessionPlan]:
    return Changed(session_plan(library, session_id=session_id), changed.touched, changed.undo)
