"""Writing ideas down on their page: several lines, something similar beside the field, what else the page offers."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.records.ideas import IdeaRecord
from workshop.services.ideas import ideas, proposals, supports
from workshop.services.keeping.library import Library
from workshop.ui.page import Place
from workshop.ui.pages.ideas.more import title_from
from workshop.ui.pages.ideas.page import IdeasPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


class Capture(PageConsole):
    """A page of ideas with four of them."""

    def __init__(self, qtbot: Any, room: Room) -> None:
        super().__init__(qtbot, room.library, IdeasPage, "en")
        self.room = room
        self.show_place(Place(room.project_id, room.session_id))

    def idea(self, text: str) -> IdeaRecord:
        board = ideas.idea_board(self.room.library, project_id=self.room.project_id)
        return next(idea for idea in board.ideas if idea.text == text)

    def enter(self) -> None:
        self.qtbot.keyClick(self.page.view.entry.field, Qt.Key.Key_Return)
        self.settle()


@pytest.fixture
def room(library: Library) -> Room:
    made = make_room(library)
    ideas.add_ideas(library, session_id=made.session_id, texts=["a bench", "a lamp", "a crossing", "a mirror"])
    return made


@pytest.fixture
def page(qtbot: Any, room: Room) -> Iterator[Capture]:
    made = Capture(qtbot, room)
    yield made
    made.end()


def test_a_similar_idea_is_supported_instead_of_written_twice(page: Capture, qtbot: Any) -> None:
    """Shown while somebody writes, in composition too; one key supports it with the words that were said."""
    ideas.add_idea(page.room.library, session_id=page.room.session_id, text="횡단보도 초록불 시간이 짧다")
    page.settle()
    field = page.page.view.entry.field
    field.setFocus()
    committed = QInputMethodEvent()
    committed.setCommitString("횡단보도 초록불이 너무 짧")
    QApplication.sendEvent(field, committed)
    QApplication.sendEvent(field, QInputMethodEvent("다", []))
    page.settle()
    assert page.page.view.similar.similar.idea.text == "횡단보도 초록불 시간이 짧다"
    page.page.view.entry.author.set_value("2")
    qtbot.keyClick(field, Qt.Key.Key_F8)
    page.settle()
    (support,) = supports.list_supports(page.room.library, idea_id=page.idea("횡단보도 초록불 시간이 짧다").id)
    assert (support.participant, support.text) == (2, "횡단보도 초록불이 너무 짧다")
    assert (field.value, page.page.view.entry.author.value) == ("", "")
    assert field.hasFocus()


def test_a_similar_idea_is_seen_and_what_is_written_stays(page: Capture, qtbot: Any) -> None:
    field = page.page.view.entry.field
    qtbot.keyClicks(field, "a crossings")
    page.settle()
    page.click(page.page.view.similar.see_button)
    assert page.page.chosen == [page.idea("a crossing").id]
    assert field.value == "a crossings"


def test_several_lines_are_one_idea(page: Capture, qtbot: Any) -> None:
    field = page.page.view.entry.field
    one_line = field.height()
    qtbot.keyClicks(field, "a roof")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "with a lamp")
    assert field.height() > one_line
    page.enter()
    assert page.idea("a roof\nwith a lamp").number == 5
    assert field.height() == one_line


def test_a_proposal_is_made_of_what_is_chosen(page: Capture) -> None:
    page.page.more.propose()
    assert page.notices == ["Choose an idea first."]
    bench = page.idea("a bench").id
    page.page.view.wall.choose(bench)
    page.page.more.propose()
    page.settle()
    (made,) = proposals.list_proposals(page.room.library, project_id=page.room.project_id)
    assert (made.title, made.ideas) == ("a bench", (bench,))
    assert page.left[-1] == ("proposals", Place(page.room.project_id, page.room.session_id, made.id))


def test_the_menu_offers_what_else_there_is(page: Capture) -> None:
    page.page.more.offer()
    menu = next(menu for menu in page.page.findChildren(QMenu) if menu.isVisible())
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words[:3] == ["Photos…", "Suggest themes…", "Make a proposal"]
    menu.close()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("벤치\n그늘에", "벤치"),
        ("  a   bench ", "a bench"),
        ("가나다 " * 60, "가나다 " * 29 + "가나다…"),
    ],
)
def test_the_title_of_a_proposal_is_the_first_line(text: str, title: str) -> None:
    assert title_from(text) == title


def test_several_pasted_lines_are_not_put_into_the_field(page: Capture) -> None:
    heard: list[list[str]] = []
    page.page.view.entry.pasted.connect(heard.append)
    data = QMimeData()
    data.setText("one\n\n  two \nthree")
    page.page.view.entry.field.insertFromMimeData(data)
    assert page.page.view.entry.field.value == ""
    assert [line.strip() for line in heard[0]] == ["one", "two", "three"]
    data.setText("just one\n")
    page.page.view.entry.field.insertFromMimeData(data)
    assert page.page.view.entry.field.value == "just one"


@pytest.mark.parametrize("written", ["2", "code", "code without its hyphen"])
def test_an_author_is_named_by_number_or_by_the_code_of_the_name_tag(page: Capture, qtbot: Any, written: str) -> None:
    code = page.room.people[1].code
    called = {"2": "2", "code": code, "code without its hyphen": code.replace("-", "")}[written]
    entry = page.page.view.entry
    qtbot.keyClicks(entry.field, "a tree")
    qtbot.keyClicks(entry.author, called)
    qtbot.keyClick(entry.author, Qt.Key.Key_Return)
    page.settle()
    assert page.idea("a tree").author == 2


def test_an_unknown_code_keeps_what_was_written(page: Capture, qtbot: Any) -> None:
    entry = page.page.view.entry
    qtbot.keyClicks(entry.field, "a tree")
    qtbot.keyClicks(entry.author, "99-999")
    page.enter()
    assert (entry.field.value, entry.author.value) == ("a tree", "99-999")
    assert page.notices == ["Nobody has the number 99-999."]
