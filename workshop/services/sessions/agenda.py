"""The running order of a session: activities added, changed, moved, removed."""

from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import ActivityKind, SessionState
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.sessions import ActivityRecord
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Poll
from workshop.models.text import optional_text, required_text
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork
from workshop.services.sessions.lab_sessions import checked_minutes, list_activities

_NO_TITLE = mark("Please give the activity a title.")


def add_activity(
    library: Library,
    *,
    session_id: UUID,
    kind: ActivityKind,
    title: str,
    minutes: int,
    question: str = "",
    guide: str = "",
    position: int | None = None,
) -> Changed[ActivityRecord]:
    """A new activity at `position` (from 0), or at the end."""
    with library.write("add activity", undo=mark("Add activity"), session_id=session_id) as work:
        _unclosed(work, session_id)
        order = _order(work, session_id)
        activity = work.add(
            Activity(
                lab_session_id=session_id,
                position=len(order),
                kind=kind,
                title=required_text(title, missing=_NO_TITLE),
                question=optional_text(question),
                guide=optional_text(guide),
                minutes=checked_minutes(minutes),
            )
        )
        order.insert(len(order) if position is None else position, activity)
        _renumber(order)
        changed = work.changed(activity.record())
    return changed


def edit_activity(
    library: Library,
    *,
    activity_id: UUID,
    kind: ActivityKind | None = None,
    title: str | None = None,
    minutes: int | None = None,
    question: str | None = None,
    guide: str | None = None,
) -> Changed[ActivityRecord]:
    """Change what is given."""
    with library.write("edit activity", undo=mark("Edit activity")) as work:
        activity = work.get(Activity, activity_id)
        work.session_id = activity.lab_session_id
        activity.kind = kind or activity.kind
        activity.title = required_text(title, missing=_NO_TITLE) if title is not None else activity.title
        activity.minutes = checked_minutes(minutes) if minutes is not None else activity.minutes
        activity.question = optional_text(question) if question is not None else activity.question
        activity.guide = optional_text(guide) if guide is not None else activity.guide
        changed = work.changed(_record(work, activity))
    return changed


def move_activity(library: Library, *, activity_id: UUID, position: int) -> Changed[ActivityRecord]:
    """Put an activity at another place of the running order, counted from 0."""
    with library.write("move activity", undo=mark("Move activity")) as work:
        activity = work.get(Activity, activity_id)
        work.session_id = activity.lab_session_id
        order = _order(work, activity.lab_session_id)
        order.remove(activity)
        order.insert(max(0, min(position, len(order))), activity)
        _renumber(order)
        changed = work.changed(_record(work, activity))
    return changed


def remove_activity(library: Library, *, activity_id: UUID) -> Changed[None]:
    """Take an activity off the running order with its unused poll and form; one that has begun stays (RefusedError)."""
    with library.write("remove activity", undo=mark("Remove activity")) as work:
        activity = work.get(Activity, activity_id)
        work.session_id = activity.lab_session_id
        if activity.started_at is not None:
            raise RefusedError(mark("This activity has begun and stays in the running order."))
        for kind in (Poll, EvaluationForm):
            work.remove(*work.rows.scalars(select(kind).where(kind.activity_id == activity_id)))
        work.remove(activity)
        _renumber(_order(work, activity.lab_session_id))
        changed = work.changed(None)
    return changed


def _order(work: UnitOfWork, session_id: UUID) -> list[Activity]:
    chosen = select(Activity).where(Activity.lab_session_id == session_id).order_by(Activity.position)
    return list(work.rows.scalars(chosen))


def _renumber(order: list[Activity]) -> None:
    for position, activity in enumerate(order):
        activity.position = position


def _record(work: UnitOfWork, activity: Activity) -> ActivityRecord:
    work.rows.flush()
    return next(part for part in list_activities(work.rows, activity.lab_session_id) if part.id == activity.id)


def _unclosed(work: UnitOfWork, session_id: UUID) -> None:
    if work.get(LabSession, session_id).state is SessionState.CLOSED:
        raise RefusedError(mark("This session is closed. Its running order stays as it was."))
