"""A facilitator who types while somebody speaks loses nothing, however slow the laptop is just then."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.ui.page import Place
from workshop.ui.pages.run.page import RunPage


@pytest.fixture
def run(qtbot: Any, library: Library) -> Iterator[PageConsole]:
    room = make_room(library)
    made = PageConsole(qtbot, library, RunPage, "en")
    made.room = room  # type: ignore[attr-defined]
    made.show_place(Place(room.project_id, room.session_id))
    yield made
    made.end()


def _texts(room: Room) -> list[str]:
    board = ideas.idea_board(room.library, session_id=room.session_id)
    return [idea.text for idea in sorted(board.ideas, key=lambda idea: idea.number)]


def test_forty_ideas_typed_while_the_database_is_busy_are_all_kept_in_order(run: Any, qtbot: Any) -> None:
    """Sixty words a minute are far slower than these key events; the last syllable of each is still being composed."""
    go_on = threading.Event()
    run.tasks.run(lambda: go_on.wait(60), lambda _done: None, owner=run.page)
    field = run.page.view.bar.quick.field
    field.setFocus()
    for number in range(40):
        qtbot.keyClicks(field, f"idea {number} ")
        QApplication.sendEvent(field, QInputMethodEvent("길", []))
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.value == ""
        assert field.hasFocus()
    assert _texts(run.room) == []  # nothing could be written yet
    go_on.set()
    run.settle()
    assert _texts(run.room) == [f"idea {number} 길" for number in range(40)]


def test_what_is_typed_stays_while_ideas_arrive_from_the_room(run: Any, qtbot: Any) -> None:
    field = run.page.view.bar.quick.field
    field.setFocus()
    qtbot.keyClicks(field, "half of an")
    for number in range(5):
        ideas.add_idea(run.room.library, session_id=run.room.session_id, text=f"from the room {number}")
        run.settle()
    qtbot.keyClicks(field, " idea")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    run.settle()
    assert _texts(run.room)[-1] == "half of an idea"


def test_what_could_not_be_kept_waits_for_its_field_and_comes_back(run: Any, qtbot: Any) -> None:
    """Three fail while the next one is being written; none of them is lost, nor mixed with what is typed."""
    go_on = threading.Event()
    run.tasks.run(lambda: go_on.wait(60), lambda _done: None, owner=run.page)
    quick, long = run.page.view.bar.quick, "길" * 5001
    quick.field.setFocus()
    for number in range(3):
        quick.field.insertPlainText(f"{number} {long}")
        qtbot.keyClicks(quick.author, str(number + 1))
        qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    qtbot.keyClicks(quick.field, "a bench")
    go_on.set()
    run.settle()
    assert len(run.errors) == 3
    assert quick.field.value == "a bench"
    for number in range(3):
        qtbot.keyClick(quick.field, Qt.Key.Key_Return)
        run.settle()
        assert (quick.field.value, quick.called) == (f"{number} {long}", number + 1)
        quick.field.set_value(f"short {number}")
    qtbot.keyClick(quick.field, Qt.Key.Key_Return)
    run.settle()
    assert _texts(run.room) == ["a bench", "short 0", "short 1", "short 2"]
    assert quick.field.value == ""
