"""The four phases of a project, their gates and their support checklists."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.enums import PhaseState, SessionState, SupportState
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.projects import PhaseRecord, SupportItemRecord
from workshop.models.tables.projects import Phase, SupportItem
from workshop.models.tables.sessions import LabSession
from workshop.models.text import optional_text, required_text
from workshop.services.keeping.library import Library

_NO_TEXT = mark("Please say what support is needed.")


def list_phases(library: Library, *, project_id: UUID) -> tuple[PhaseRecord, ...]:
    """The four phases in order."""
    with library.read() as rows:
        phases = rows.scalars(select(Phase).where(Phase.project_id == project_id))
        return tuple(phase.record() for phase in sorted(phases, key=lambda phase: phase.kind.number))


def plan_phase(library: Library, *, phase_id: UUID, planned_on: date | None) -> Changed[PhaseRecord]:
    """Say when a phase is to begin."""
    with library.write("plan phase", undo=mark("Plan phase")) as work:
        phase = work.get(Phase, phase_id)
        phase.planned_on = planned_on
        changed = work.changed(phase.record())
    return changed


def open_phase(library: Library, *, phase_id: UUID) -> Changed[PhaseRecord]:
    """Begin a planned phase; others may stay open beside it. Raises RefusedError where it is not planned."""
    with library.write("open phase", undo=mark("Open phase")) as work:
        phase = work.get(Phase, phase_id)
        if phase.state is not PhaseState.PLANNED:
            raise RefusedError(mark("This phase has been opened already."))
        phase.state, phase.opened_on = PhaseState.OPEN, library.today()
        changed = work.changed(phase.record())
    return changed


def close_phase(library: Library, *, phase_id: UUID, note: str = "") -> Changed[PhaseRecord]:
    """Close an open phase. What its gate still misses does not hinder it, but a running session does (RefusedError)."""
    with library.write("close phase", undo=mark("Close phase")) as work:
        phase = work.get(Phase, phase_id)
        if phase.state is not PhaseState.OPEN:
            raise RefusedError(mark("Only an open phase can be closed."))
        if _sessions(work.rows, phase_id, SessionState.RUNNING):
            raise RefusedError(mark("A session of this phase is still running. Close it first."))
        phase.state, phase.closed_on, phase.note = PhaseState.CLOSED, library.today(), optional_text(note)
        changed = work.changed(phase.record())
    return changed


def reopen_phase(library: Library, *, phase_id: UUID, reason: str) -> Changed[PhaseRecord]:
    """Open a closed phase again, with a reason that is kept; raises InputError without one."""
    with library.write("reopen phase", undo=mark("Reopen phase")) as work:
        phase = work.get(Phase, phase_id)
        if phase.state is not PhaseState.CLOSED:
            raise RefusedError(mark("Only a closed phase can be reopened."))
        phase.note = required_text(reason, missing=mark("Please give a reason for reopening the phase."))
        phase.state, phase.closed_on = PhaseState.OPEN, None
        changed = work.changed(phase.record())
    return changed


def phase_gate(library: Library, *, phase_id: UUID) -> tuple[Message, ...]:
    """What is still missing before the phase should be closed; empty where nothing is."""
    with library.read() as rows:
        missing = [
            mark("Support element still open: {text}", text=item.text)
            for item in rows.scalars(_items(phase_id))
            if item.state is SupportState.OPEN
        ]
        unfinished = _sessions(rows, phase_id, SessionState.DRAFT) + _sessions(rows, phase_id, SessionState.RUNNING)
        missing += [mark("Session not yet closed: {title}", title=session.title) for session in unfinished]
        if not unfinished and not _sessions(rows, phase_id, SessionState.CLOSED):
            missing.append(mark("No session has been held in this phase."))
    return tuple(missing)


def list_support_items(library: Library, *, phase_id: UUID) -> tuple[SupportItemRecord, ...]:
    """The support checklist of a phase in order."""
    with library.read() as rows:
        return tuple(item.record() for item in rows.scalars(_items(phase_id)))


def add_support_item(library: Library, *, phase_id: UUID, text: str) -> Changed[SupportItemRecord]:
    """A new element at the end of the checklist; raises InputError for an empty text."""
    with library.write("add support element", undo=mark("Add support element")) as work:
        work.get(Phase, phase_id)
        last = work.rows.scalar(select(func.max(SupportItem.position)).where(SupportItem.phase_id == phase_id))
        item = work.add(
            SupportItem(
                phase_id=phase_id,
                position=0 if last is None else last + 1,
                text=required_text(text, missing=_NO_TEXT),
                state=SupportState.OPEN,
                responsible="",
                note="",
            )
        )
        changed = work.changed(item.record())
    return changed


def edit_support_item(
    library: Library,
    *,
    item_id: UUID,
    text: str | None = None,
    state: SupportState | None = None,
    responsible: str | None = None,
    due: tuple[date | None] | None = None,
    note: str | None = None,
) -> Changed[SupportItemRecord]:
    """Change what is given; `due` is a day or none in a tuple of one."""
    with library.write("edit support element", undo=mark("Edit support element")) as work:
        item = work.get(SupportItem, item_id)
        if text is not None:
            item.text = required_text(text, missing=_NO_TEXT)
        item.state = state or item.state
        item.responsible = optional_text(responsible, longest=300) if responsible is not None else item.responsible
        item.due_on = due[0] if due is not None else item.due_on
        item.note = optional_text(note) if note is not None else item.note
        changed = work.changed(item.record())
    return changed


def remove_support_item(library: Library, *, item_id: UUID) -> Changed[None]:
    """Take an element off the checklist."""
    with library.write("remove support element", undo=mark("Remove support element")) as work:
        work.remove(work.get(SupportItem, item_id))
        changed = work.changed(None)
    return changed


def _items(phase_id: UUID) -> Select[SupportItem]:
    return select(SupportItem).where(SupportItem.phase_id == phase_id).order_by(SupportItem.position)


def _sessions(rows: Session, phase_id: UUID, state: SessionState) -> list[LabSession]:
    return list(rows.scalars(select(LabSession).where(LabSession.phase_id == phase_id, LabSession.state == state)))
