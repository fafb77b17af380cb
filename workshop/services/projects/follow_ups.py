"""Decisions and actions: who does what by when, and what citizens are told about it."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import FollowUpKind, FollowUpState
from workshop.models.records.changes import Changed
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.projects import Project
from workshop.models.text import optional_text, required_text
from workshop.services.keeping.library import Library

_NO_TEXT = mark("Please write what was decided or is to be done.")


def list_follow_ups(
    library: Library, *, project_id: UUID | None = None, session_id: UUID | None = None
) -> tuple[FollowUpRecord, ...]:
    """The decisions and actions of a session, or of a project: decisions first, then by due date."""
    with library.read() as rows:
        condition = (
            FollowUp.lab_session_id == session_id if session_id is not None else FollowUp.project_id == project_id
        )
        records = [item.record() for item in rows.scalars(select(FollowUp).where(condition))]
    order = list(FollowUpKind)
    return tuple(sorted(records, key=lambda item: (order.index(item.kind), item.due_on or date.max, item.text)))


def add_follow_up(
    library: Library,
    *,
    project_id: UUID,
    kind: FollowUpKind,
    text: str,
    session_id: UUID | None = None,
    reason: str = "",
    department: str = "",
    responsible: str = "",
    due_on: date | None = None,
    idea_id: UUID | None = None,
    poll_id: UUID | None = None,
    proposal_id: UUID | None = None,
    pilot_id: UUID | None = None,
    observation_id: UUID | None = None,
    state: FollowUpState = FollowUpState.OPEN,
    told_back: str = "",
) -> Changed[FollowUpRecord]:
    """A new decision or action; raises InputError for an empty text."""
    with library.write("add follow-up", undo=mark("New follow-up"), session_id=session_id) as work:
        work.get(Project, project_id)
        item = work.add(
            FollowUp(
                project_id=project_id,
                lab_session_id=session_id,
                kind=kind,
                text=required_text(text, missing=_NO_TEXT, longest=5_000),
                reason=optional_text(reason),
                department=optional_text(department, longest=300),
                responsible=optional_text(responsible, longest=300),
                due_on=due_on,
                idea_id=idea_id,
                poll_id=poll_id,
                proposal_id=proposal_id,
                pilot_id=pilot_id,
                observation_id=observation_id,
                state=state,
                told_back=optional_text(told_back),
            )
        )
        changed = work.changed(item.record())
    return changed


def edit_follow_up(
    library: Library,
    *,
    follow_up_id: UUID,
    kind: FollowUpKind | None = None,
    text: str | None = None,
    reason: str | None = None,
    department: str | None = None,
    responsible: str | None = None,
    due: tuple[date | None] | None = None,
    state: FollowUpState | None = None,
    told_back: str | None = None,
) -> Changed[FollowUpRecord]:
    """Change what is given; `due` is a day or none in a tuple of one."""
    with library.write("edit follow-up", undo=mark("Edit follow-up")) as work:
        item = work.get(FollowUp, follow_up_id)
        item.kind = kind or item.kind
        item.text = required_text(text, missing=_NO_TEXT, longest=5_000) if text is not None else item.text
        item.reason = optional_text(reason) if reason is not None else item.reason
        item.department = optional_text(department, longest=300) if department is not None else item.department
        item.responsible = optional_text(responsible, longest=300) if responsible is not None else item.responsible
        item.due_on = due[0] if due is not None else item.due_on
        item.state = state or item.state
        item.told_back = optional_text(told_back) if told_back is not None else item.told_back
        changed = work.changed(item.record())
    return changed


def set_follow_up_state(library: Library, *, follow_up_id: UUID, state: FollowUpState) -> Changed[FollowUpRecord]:
    """Say how far a decision or an action has come."""
    with library.write("set follow-up state", undo=mark("State of a follow-up")) as work:
        item = work.get(FollowUp, follow_up_id)
        item.state = state
        changed = work.changed(item.record())
    return changed


def remove_follow_up(library: Library, *, follow_up_id: UUID) -> Changed[None]:
    """Remove a decision or action."""
    with library.write("remove follow-up", undo=mark("Remove follow-up")) as work:
        work.remove(work.get(FollowUp, follow_up_id))
        changed = work.changed(None)
    return changed
