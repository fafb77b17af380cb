"""What is said about an idea, a theme or a proposal stays, with how it was worded before."""

import pytest

from tests.builders import FakeClock, make_project, make_room
from workshop.models.enums import NoteKind, Role
from workshop.models.errors import InputError, NotFoundError
from workshop.services.ideas import ideas, notes, themes
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library


def test_a_note_keeps_how_it_was_worded_before(library: Library) -> None:
    clock = FakeClock()
    at = library.at(clock)
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="벤치").record
    note = notes.add_note(at, kind=NoteKind.AGAINST, text="겨울에는 얼어요", idea_id=idea.id).record
    assert (note.lab_session_id, note.role, note.versions) == (room.session_id, Role.FACILITATOR, ())
    clock.forward(minutes=5)
    notes.edit_note(at.acting(Role.PARTICIPANT), note_id=note.id, text="겨울에는 차가워요", kind=NoteKind.QUESTION)
    clock.forward(minutes=5)
    (edited,) = [notes.edit_note(at, note_id=note.id, text="나무로 하면요?").record]
    assert (edited.text, edited.kind, edited.edited_at) == ("나무로 하면요?", NoteKind.QUESTION, clock())
    assert [(v.number, v.kind, v.text, v.role) for v in edited.versions] == [
        (1, NoteKind.AGAINST, "겨울에는 얼어요", Role.FACILITATOR),
        (2, NoteKind.QUESTION, "겨울에는 차가워요", Role.PARTICIPANT),
    ]
    assert [v.written_at for v in edited.versions] == sorted(v.written_at for v in edited.versions)
    assert notes.edit_note(at, note_id=note.id, text="나무로 하면요?").record.versions == edited.versions
    undo.undo(library)
    assert [v.number for v in notes.list_notes(library, idea_id=idea.id)[0].versions] == [1]


def test_notes_of_a_theme_go_and_come_with_it(library: Library) -> None:
    project_id = make_project(library)
    theme = themes.add_theme(library, project_id=project_id, title="건너기").record
    note = notes.add_note(library, kind=NoteKind.FACT, text="사고 12건 (2025)", theme_id=theme.id).record
    notes.edit_note(library, note_id=note.id, text="사고 13건 (2025)")
    themes.remove_theme(library, theme_id=theme.id)
    assert notes.list_notes(library, project_id=project_id) == ()
    undo.undo(library)
    (back,) = notes.list_notes(library, theme_id=theme.id)
    assert (back.text, len(back.versions)) == ("사고 13건 (2025)", 1)
    notes.remove_note(library, note_id=note.id)
    assert notes.list_notes(library, theme_id=theme.id) == ()


def test_a_note_is_about_something_and_says_something(library: Library) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="벤치").record
    with pytest.raises(InputError):
        notes.add_note(library, kind=NoteKind.FOR, text="좋아요")
    with pytest.raises(InputError):
        notes.add_note(library, kind=NoteKind.FOR, text=" \n", idea_id=idea.id)
    with pytest.raises(NotFoundError):
        notes.add_note(library, kind=NoteKind.FOR, text="좋아요", idea_id=room.session_id)
    assert ideas.idea_board(library, session_id=room.session_id).ideas[0].notes == 0
