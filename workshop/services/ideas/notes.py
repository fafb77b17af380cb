"""What is said in the discussion of an idea, a theme or a proposal; what was edited keeps its earlier wordings."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workshop.language import mark
from workshop.models.enums import NoteKind
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.notes import NoteRecord, NoteVersion
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.notes import DiscussionNote, NoteWording
from workshop.models.tables.proposals import Proposal
from workshop.models.text import LONGEST_NOTE, required_text
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

_NO_TEXT = mark("Please write the note first.")


def list_notes(
    library: Library,
    *,
    idea_id: UUID | None = None,
    theme_id: UUID | None = None,
    proposal_id: UUID | None = None,
    project_id: UUID | None = None,
    session_id: UUID | None = None,
) -> tuple[NoteRecord, ...]:
    """The notes about one thing, or of a project or session, in the order in which they were written."""
    conditions = _conditions(
        (DiscussionNote.idea_id, idea_id), (DiscussionNote.theme_id, theme_id),
        (DiscussionNote.proposal_id, proposal_id), (DiscussionNote.project_id, project_id),
        (DiscussionNote.lab_session_id, session_id),
    )  # fmt: skip
    with library.read() as rows:
        chosen = select(DiscussionNote).where(*conditions).order_by(DiscussionNote.written_at, DiscussionNote.id)
        return tuple(_record(rows, note) for note in rows.scalars(chosen))


def add_note(
    library: Library,
    *,
    kind: NoteKind,
    text: str,
    idea_id: UUID | None = None,
    theme_id: UUID | None = None,
    proposal_id: UUID | None = None,
    session_id: UUID | None = None,
) -> Changed[NoteRecord]:
    """Note what is said about one thing; raises InputError for an empty or too long text."""
    with library.write("add note", undo=mark("New note"), session_id=session_id) as work:
        project_id, home = _home(work, idea_id, theme_id, proposal_id)
        work.session_id = session_id or home
        note = work.add(
            DiscussionNote(
                project_id=project_id,
                lab_session_id=work.session_id,
                idea_id=idea_id,
                theme_id=theme_id,
                proposal_id=proposal_id,
                kind=kind,
                text=required_text(text, missing=_NO_TEXT, longest=LONGEST_NOTE),
                role=library.role,
                written_at=work.now,
            )
        )
        changed = work.changed(_record(work.rows, note))
    return changed


def edit_note(
    library: Library, *, note_id: UUID, kind: NoteKind | None = None, text: str | None = None
) -> Changed[NoteRecord]:
    """Change a note; how it read before is kept with when and by whom."""
    with library.write("edit note", undo=mark("Edit note")) as work:
        note = work.get(DiscussionNote, note_id)
        work.session_id = note.lab_session_id
        words = required_text(text, missing=_NO_TEXT, longest=LONGEST_NOTE) if text is not None else note.text
        if (words, kind or note.kind) != (note.text, note.kind):
            work.add(_wording(work, note))
            note.text, note.kind = words, kind or note.kind
            note.role, note.edited_at = library.role, work.now
            work.rows.flush()
        changed = work.changed(_record(work.rows, note))
    return changed


def remove_note(library: Library, *, note_id: UUID) -> Changed[None]:
    """Remove a note with its earlier wordings."""
    with library.write("remove note", undo=mark("Remove note")) as work:
        note = work.get(DiscussionNote, note_id)
        work.session_id = note.lab_session_id
        delete_note(work, note)
        changed = work.changed(None)
    return changed


def delete_note(work: UnitOfWork, note: DiscussionNote) -> None:
    """The same within another verb."""
    work.remove(*work.rows.scalars(select(NoteWording).where(NoteWording.note_id == note.id)))
    work.remove(note)


def _wording(work: UnitOfWork, note: DiscussionNote) -> NoteWording:
    number = work.rows.scalar(select(func.count()).where(NoteWording.note_id == note.id)) or 0
    return NoteWording(
        note_id=note.id, number=number + 1, kind=note.kind, text=note.text, role=note.role,
        written_at=note.edited_at or note.written_at,
    )  # fmt: skip


def _home(
    work: UnitOfWork, idea_id: UUID | None, theme_id: UUID | None, proposal_id: UUID | None
) -> tuple[UUID, UUID | None]:
    """The project, and the session where there is one, of what a note is about."""
    if idea_id is not None:
        idea = work.get(Idea, idea_id)
        return idea.project_id, idea.lab_session_id
    if theme_id is not None:
        return work.get(Theme, theme_id).project_id, None
    if proposal_id is not None:
        return work.get(Proposal, proposal_id).project_id, None
    raise InputError(mark("Choose what the note is about."))


def _conditions(*wanted: tuple[InstrumentedAttribute[Any], UUID | None]) -> list[ColumnElement[bool]]:
    return [column == key for column, key in wanted if key is not None]


def _record(rows: Session, note: DiscussionNote) -> NoteRecord:
    chosen = select(NoteWording).where(NoteWording.note_id == note.id).order_by(NoteWording.number)
    versions = tuple(
        NoteVersion(item.number, item.kind, item.text, item.role, item.written_at) for item in rows.scalars(chosen)
    )
    return NoteRecord(
        note.id, note.project_id, note.lab_session_id, note.idea_id, note.theme_id, note.proposal_id, note.kind,
        note.text, note.role, note.written_at, note.edited_at, versions,
    )  # fmt: skip
