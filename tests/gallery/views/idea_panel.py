"""The details beside the wall and the list: an idea with supporters, trail and discussion, a theme, nothing, and their forms."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import FULL, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import IdeaState, NoteKind
from workshop.services.ideas import notes, supports

Show = Callable[[Hall], QWidget]
_SAID = (
    (NoteKind.FOR, "아침마다 보행기를 미는 어르신이 여기서 쉬어 가십니다."),
    (NoteKind.AGAINST, "The pavement is too narrow for a bench and a wheelchair side by side."),
    (NoteKind.QUESTION, "겨울에도 앉을 수 있게 나무로 만들 수 있나요?"),
    (NoteKind.FACT, "2025년 보행량 조사: 평일 아침 8시 한 시간에 412명."),
)


def _open(hall: Hall) -> None:
    hall.go("ideas", hall.place(0))
    hall.push("Idea in full")


def _discussed(hall: Hall) -> QWidget:
    """An idea that others were merged into, supported and discussed."""
    _open(hall)
    library, page = hall.window.desk.library, hall.page
    board = page.collection.board
    idea_id = next(idea.merged_into_id for idea in board.ideas if idea.state is IdeaState.MERGED)
    person = next(line.participant for line in page.collection.people if line.participant.number == 9)
    supports.support_idea(library, idea_id=idea_id, author=person.id)
    supports.support_idea(library, idea_id=idea_id, text="우리 어머니도 그러세요")
    made = [notes.add_note(library, kind=kind, text=text, idea_id=idea_id).record for kind, text in _SAID]
    notes.edit_note(library, note_id=made[1].id, text="The pavement is too narrow for a bench.")
    hall.settle()
    page.view.wall.choose(idea_id)
    hall.settle()
    return hall.window


def _plain(hall: Hall) -> QWidget:
    _open(hall)
    hall.page.view.wall.choose(hall.page.shown_under(None)[0])
    hall.settle()
    return hall.window


def _nothing(hall: Hall) -> QWidget:
    _open(hall)
    return hall.window


def _in_list(hall: Hall) -> QWidget:
    _discussed(hall)
    return hall.push("List")


def _theme(hall: Hall) -> QWidget:
    hall.go("ideas", hall.place(0))
    theme = hall.page.collection.board.themes[0]
    notes.add_note(hall.window.desk.library, kind=NoteKind.FACT, text=_SAID[3][1], theme_id=theme.id)
    hall.settle()
    hall.page.panel.show_theme(theme.id)
    hall.settle()
    return hall.window


def _split(hall: Hall) -> QWidget:
    _plain(hall)
    hall.click_button(hall.page.view.panel.verbs["split"])
    return hall.sheet()


def _edit_note(hall: Hall) -> QWidget:
    _discussed(hall)
    row = hall.page.view.panel.notes.rows.widgets[0]
    hall.click_button(row.edit_button)
    return hall.sheet()


VIEWS = (
    View("idea-panel/discussed", WORKSHOP, _discussed),
    View("idea-panel/plain", FULL, _plain),
    View("idea-panel/nothing", WORKSHOP, _nothing),
    View("idea-panel/in-list", WORKSHOP, _in_list),
    View("idea-panel/theme", WORKSHOP, _theme),
    View("idea-panel/split", WORKSHOP, _split),
    View("idea-panel/edit-note", WORKSHOP, _edit_note),
)
