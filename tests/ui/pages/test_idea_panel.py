"""The details of an idea beside the wall: supporters, discussion, trail; what was written in it is never lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import NoteKind
from workshop.models.records.ideas import IdeaRecord
from workshop.models.records.notes import NoteRecord
from workshop.services.ideas import ideas, merging, notes, themes
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.ui.page import Place
from workshop.ui.pages.ideas.page import IdeasPage
from workshop.ui.pages.ideas.panel.acts import parts_of

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


class Details(PageConsole):
    """A page of ideas with its panel open."""

    def __init__(self, qtbot: Any, room: Room) -> None:
        super().__init__(qtbot, room.library, IdeasPage, "en")
        self.room = room
        self.show_place(Place(room.project_id, room.session_id))
        self.click(self.page.view.line.details_button)
        assert self.panel.isVisible()

    @property
    def panel(self) -> Any:
        return self.page.view.panel

    def idea(self, text: str) -> IdeaRecord:
        board = ideas.idea_board(self.room.library, project_id=self.room.project_id)
        return next(idea for idea in board.ideas if idea.text == text)

    def notes(self, text: str) -> tuple[NoteRecord, ...]:
        return notes.list_notes(self.room.library, idea_id=self.idea(text).id)

    def choose(self, text: str) -> None:
        self.page.view.wall.choose(self.idea(text).id)
        self.settle()

    def type(self, field: Any, text: str) -> None:
        field.setFocus()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.settle()


@pytest.fixture
def room(library: Library) -> Room:
    made = make_room(library)
    for place, text in enumerate(("a bench", "a seat", "a lamp and a mirror")):
        ideas.add_idea(library, session_id=made.session_id, text=text, author=made.people[place].id)
    return made


@pytest.fixture
def details(qtbot: Any, room: Room) -> Iterator[Details]:
    made = Details(qtbot, room)
    yield made
    made.end()


def test_it_follows_what_is_chosen(details: Details) -> None:
    assert details.panel.title == "Idea in full"
    details.choose("a seat")
    assert details.panel.title == "Idea 2"
    details.choose("a bench")
    assert details.panel.title == "Idea 1"
    details.qtbot.keyClick(details.page.view.wall, Qt.Key.Key_E, CTRL)
    assert not details.panel.isVisible()


def test_a_supporter_is_added_by_number_and_taken_back(details: Details) -> None:
    details.choose("a bench")
    details.type(details.panel.people.number, "3")
    details.click(details.panel.people.button)  # somebody unnamed
    assert details.idea("a bench").people == 3
    details.type(details.panel.people.number, "3")  # once is enough
    details.type(details.panel.people.number, "99")  # nobody
    assert details.idea("a bench").people == 3
    details.click(details.panel.people.rows.widgets[0].button)
    assert details.idea("a bench").people == 2


def test_what_is_said_is_noted_with_its_kind_and_its_last_syllable(details: Details) -> None:
    details.choose("a bench")
    box = details.panel.notes
    details.click(box.kind.button(NoteKind.AGAINST))
    box.field.setFocus()
    details.qtbot.keyClicks(box.field, "too narrow ")
    QApplication.sendEvent(box.field, QInputMethodEvent("좁다", []))
    details.qtbot.keyClick(box.field, Qt.Key.Key_Return)
    details.settle()
    (note,) = details.notes("a bench")
    assert (note.kind, note.text) == (NoteKind.AGAINST, "too narrow 좁다")
    assert box.field.hasFocus()
    details.click(box.rows.widgets[0].edit_button)
    dialog = details.sheet()
    dialog.form.control("text").selectAll()
    details.qtbot.keyClicks(dialog.form.control("text"), "too narrow for a wheelchair")
    details.click(dialog.verb_button)
    (edited,) = details.notes("a bench")
    assert [version.text for version in edited.versions] == ["too narrow 좁다"]
    assert "too narrow 좁다" in box.rows.widgets[0]._earlier.text()
    details.click(box.rows.widgets[0].remove_button)
    assert details.notes("a bench") == ()
    undo.undo(details.room.library)
    assert len(details.notes("a bench")) == 1


def test_a_half_written_note_belongs_to_its_idea(details: Details) -> None:
    details.choose("a bench")
    details.qtbot.keyClicks(details.panel.notes.field, "half")
    ideas.add_idea(details.room.library, session_id=details.room.session_id, text="from the room")
    details.settle()
    assert details.panel.notes.field.value == "half"
    details.choose("a seat")
    assert details.panel.notes.field.value == ""


def test_an_idea_is_split_by_lines(details: Details) -> None:
    details.choose("a lamp and a mirror")
    details.click(details.panel.verbs["split"])
    dialog = details.sheet()
    field = dialog.form.control("texts")
    field.selectAll()
    details.qtbot.keyClicks(field, "a lamp")
    details.click(dialog.verb_button)
    assert dialog.isVisible()  # one part is none: it is said at the form, and nothing is lost
    details.qtbot.keyClick(field, Qt.Key.Key_End, CTRL)
    details.qtbot.keyClick(field, Qt.Key.Key_Return)
    details.qtbot.keyClicks(field, "a mirror")
    details.click(dialog.verb_button)
    assert details.idea("a mirror").split_from_id == details.idea("a lamp").id


def test_what_was_merged_is_shown_and_can_stand_for_itself_again(details: Details) -> None:
    library = details.room.library
    merging.merge_ideas(library, into_id=details.idea("a bench").id, idea_ids=[details.idea("a seat").id])
    details.settle()
    details.choose("a bench")
    (row,) = details.panel.trail.rows.widgets
    details.click(row.button)
    assert details.idea("a seat").merged_into_id is None
    assert not details.panel.trail.isVisible()


def test_a_theme_has_a_discussion_too(details: Details) -> None:
    library, project_id = details.room.library, details.room.project_id
    theme = themes.add_theme(library, project_id=project_id, title="rest").record
    details.settle()
    details.page.panel.show_theme(theme.id)
    details.settle()
    assert details.panel.title == "Theme"
    details.type(details.panel.notes.field, "12 accidents in 2025")
    assert [note.text for note in notes.list_notes(library, theme_id=theme.id)] == ["12 accidents in 2025"]
    details.choose("a bench")
    assert details.panel.title == "Idea 1"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("하나", "하나"),
        ("하나\n\n 둘", "하나\n둘"),
        ("벤치를 놓자. 그늘도 만들자.", "벤치를 놓자.\n그늘도 만들자."),
        ("lamp / mirror; bench", "lamp\nmirror\nbench"),
        ("3.5m", "3.5m"),
    ],
)
def test_parts_are_guessed_by_lines_and_sentences(text: str, parts: str) -> None:
    assert parts_of(text) == parts
