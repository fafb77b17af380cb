"""Undo and redo of what a facilitator did on this laptop."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.tables.history import UndoStep
from workshop.services.keeping import undo_steps
from workshop.services.keeping.library import Library
from workshop.services.keeping.undo_steps import RowChange


def undo(library: Library) -> Changed[Message]:
    """Take back the last act of this station; the record is the words of that act.

    Raises RefusedError where there is nothing to undo, or what was done has since been built upon.
    """
    return _step(library, undone=False, verb="undo", nothing=mark("There is nothing to undo."))


def redo(library: Library) -> Changed[Message]:
    """Do again what was last undone; raises RefusedError where there is nothing to redo."""
    return _step(library, undone=True, verb="redo", nothing=mark("There is nothing to redo."))


def undo_words(library: Library) -> tuple[Message | None, Message | None]:
    """The words of what undo, and of what redo, would act on; none where there is nothing."""
    with library.read() as rows:
        steps = (_next_step(rows, library.station, undone=undone) for undone in (False, True))
        back, forth = (undo_steps.decode_words(step.words) if step else None for step in steps)
    return back, forth


def _step(library: Library, *, undone: bool, verb: str, nothing: Message) -> Changed[Message]:
    with library.write(verb) as work:
        step = _next_step(work.rows, library.station, undone=undone)
        if step is None:
            raise RefusedError(nothing)
        changes = [RowChange(table, before, after) for table, before, after in step.rows]
        undo_steps.apply(work.rows, changes if undone else [change.reversed() for change in reversed(changes)])
        step.undone = not undone
        work.touch(*(change.table for change in changes))
        work.details |= {"step": str(step.id), **undo_steps.subjects_of(changes)}
        changed = work.changed(undo_steps.decode_words(step.words))
    return changed


def _next_step(rows: Session, station: str, *, undone: bool) -> UndoStep | None:
    """The newest step not yet undone, or the oldest undone one."""
    order = UndoStep.sequence.asc() if undone else UndoStep.sequence.desc()
    chosen = select(UndoStep).where(UndoStep.station == station, UndoStep.undone == undone).order_by(order).limit(1)
    return rows.scalar(chosen)
