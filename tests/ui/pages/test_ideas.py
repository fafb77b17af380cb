"""The page of ideas: kept with Enter, changed in place, sorted, merged, chosen, withdrawn, found."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.builders import Room, make_project, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import IdeaState
from workshop.models.records.ideas import IdeaRecord
from workshop.services.ideas import ideas, themes
from workshop.services.keeping.library import Library
from workshop.services.sessions import lab_sessions, running
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Place
from workshop.ui.pages.ideas.page import IdeasPage
from workshop.ui.widgets.text_field import LineField, NoteField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")  # menus without a desktop
ALT, CTRL, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
TEXTS = ("a bench", "a lamp", "a crossing", "a mirror")


class Wall(PageConsole):
    """A page of ideas in a window of its own."""

    def __init__(self, qtbot: Any, room: Room, code: str = "en") -> None:
        super().__init__(qtbot, room.library, IdeasPage, code)
        self.room = room
        self.show_place(Place(room.project_id, room.session_id))

    @property
    def ideas(self) -> tuple[IdeaRecord, ...]:
        return ideas.idea_board(self.room.library, project_id=self.room.project_id).ideas

    def idea(self, text: str) -> IdeaRecord:
        return next(idea for idea in self.ideas if idea.text == text)

    def column(self, place: int) -> Any:
        return self.page.view.wall.columns[place]

    def texts(self, place: int) -> list[str]:
        return [card.idea.text for card in self.column(place).cards]

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifiers)
        self.settle()

    def choose(self, *texts: str) -> None:
        """Click on cards, the second and later ones with Ctrl."""
        canvas = self.page.view.wall.canvas
        for step, text in enumerate(texts):
            middle = canvas.view_of(self.idea(text).id).center()
            self.qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, CTRL if step else NONE, middle)

    def drag(self, begin: QPoint, end: QPoint) -> None:
        """Drag with the left button from one place of the wall to another."""
        ground = self.page.view.wall.canvas.viewport()
        self.qtbot.mousePress(ground, Qt.MouseButton.LeftButton, NONE, begin)
        for place in (begin + QPoint(20, 20), (begin + end) / 2, end):
            self.qtbot.mouseMove(ground, place)
        self.qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, NONE, end)

    def menu(self) -> QMenu:
        return next(menu for menu in self.page.findChildren(QMenu) if menu.isVisible())

    def withdraw(self, text: str, reason: str) -> None:
        self.choose(text)
        self.qtbot.mouseClick(self.page.view.line.verbs["withdraw"], Qt.MouseButton.LeftButton)
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FormDialog) and w.isVisible())
        self.qtbot.keyClicks(dialog.form.control("reason"), reason)
        self.qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def room(library: Library) -> Room:
    made = make_room(library)
    for place, text in enumerate(TEXTS):
        ideas.add_idea(library, session_id=made.session_id, text=text, author=made.people[place].id)
    return made


@pytest.fixture
def theme_ids(room: Room) -> list[UUID]:
    return [
        themes.add_theme(room.library, project_id=room.project_id, title=title).record.id
        for title in ("safety", "rest")
    ]


@pytest.fixture
def wall(request: pytest.FixtureRequest, qtbot: Any, room: Room, theme_ids: list[UUID]) -> Iterator[Wall]:
    made = Wall(qtbot, room, getattr(request, "param", "en"))
    yield made
    made.end()


def test_enter_keeps_an_idea_and_makes_room_for_the_next(wall: Wall, qtbot: Any) -> None:
    entry = wall.page.view.entry
    assert entry.field.hasFocus()
    qtbot.keyClicks(entry.field, "a tree")
    QApplication.sendEvent(entry.field, QInputMethodEvent("숲", []))
    wall.key(Qt.Key.Key_Return)
    assert "a tree숲" in wall.texts(0)
    assert entry.field.value == ""
    assert entry.field.hasFocus()


def test_a_closed_session_takes_no_more_ideas(wall: Wall) -> None:
    running.close_session(wall.room.library, session_id=wall.room.session_id)
    wall.settle()
    assert not wall.page.view.entry.isVisible()
    assert wall.page.view.closed.isVisible()


def test_a_project_without_sessions_leads_to_their_preparation(wall: Wall, qtbot: Any) -> None:
    wall.page.open(Place(make_project(wall.room.library)))
    wall.settle()
    assert wall.page.view.no_session.isVisible()
    assert not wall.page.view.line.isVisible()
    with qtbot.waitSignal(wall.page.pageRequested) as asked:
        wall.page.view.no_session.button.click()
    assert asked.args[0] == "prepare"


def test_cards_are_moved_with_alt_and_arrows(wall: Wall) -> None:
    wall.choose("a lamp")
    wall.key(Qt.Key.Key_Right, ALT)
    assert (wall.texts(0), wall.texts(1)) == (["a bench", "a crossing", "a mirror"], ["a lamp"])
    wall.key(Qt.Key.Key_Right, ALT)
    assert wall.texts(2) == ["a lamp"], "the keyboard went along"
    wall.key(Qt.Key.Key_Left, ALT)
    wall.key(Qt.Key.Key_Left, ALT)
    assert wall.texts(0) == ["a bench", "a crossing", "a mirror", "a lamp"]
    wall.key(Qt.Key.Key_Up, ALT)
    assert wall.texts(0) == ["a bench", "a crossing", "a lamp", "a mirror"]
    wall.key(Qt.Key.Key_Down, ALT)
    assert wall.texts(0) == ["a bench", "a crossing", "a mirror", "a lamp"]


def test_a_card_is_dropped_between_others(wall: Wall, theme_ids: list[UUID]) -> None:
    for text in ("a bench", "a lamp"):
        ideas.place_idea(wall.room.library, idea_id=wall.idea(text).id, theme_id=theme_ids[0])
    wall.settle()
    canvas = wall.page.view.wall.canvas
    begin, upper, lower = (canvas.view_of(wall.idea(text).id) for text in ("a mirror", "a bench", "a lamp"))
    wall.drag(begin.center(), QPoint(upper.center().x(), (upper.bottom() + lower.top()) // 2))
    wall.settle()
    assert wall.texts(1) == ["a bench", "a mirror", "a lamp"]
    assert wall.texts(0) == ["a crossing"]


def test_a_place_counts_what_is_not_shown(wall: Wall, theme_ids: list[UUID]) -> None:
    """Withdrawn cards are hidden but keep their place among the others."""
    for text in TEXTS[:3]:
        ideas.place_idea(wall.room.library, idea_id=wall.idea(text).id, theme_id=theme_ids[0])
    ideas.withdraw_idea(wall.room.library, idea_id=wall.idea("a bench").id, reason="said twice")
    wall.settle()
    assert wall.texts(1) == ["a lamp", "a crossing"]
    wall.choose("a crossing")
    wall.key(Qt.Key.Key_Up, ALT)
    assert wall.texts(1) == ["a crossing", "a lamp"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_words_are_changed_in_place(wall: Wall, qtbot: Any, key: Qt.Key) -> None:
    wall.choose("a lamp")
    wall.key(key)
    editor = wall.page.view.wall.findChild(NoteField)
    qtbot.keyClicks(editor, "a street lamp")
    QApplication.sendEvent(editor, QInputMethodEvent("등", []))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    wall.settle()
    assert wall.texts(0) == ["a bench", "a street lamp등", "a crossing", "a mirror"]


def test_an_idea_from_the_room_does_not_take_the_words_away(wall: Wall, qtbot: Any) -> None:
    wall.choose("a lamp")
    wall.key(Qt.Key.Key_Return)
    editor = wall.page.view.wall.findChild(NoteField)
    qtbot.keyClicks(editor, "half a")
    ideas.add_idea(wall.room.library, session_id=wall.room.session_id, text="from the booth")
    wall.settle()
    qtbot.keyClicks(editor, " word")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    wall.settle()
    assert wall.texts(0) == ["a bench", "half a word", "a crossing", "a mirror", "from the booth"]


def test_several_are_merged_into_the_first_that_was_chosen(wall: Wall, qtbot: Any) -> None:
    wall.choose("a mirror", "a bench")
    qtbot.mouseClick(wall.page.view.line.verbs["merge"], Qt.MouseButton.LeftButton)
    wall.settle()
    assert wall.texts(0) == ["a lamp", "a crossing", "a mirror"]
    card = wall.column(0).cards[2]
    assert card.merged == ("a bench",)
    wall.choose("a mirror")
    wall.page.acts.offer(QPoint(10, 10))
    menus = [action.menu() for action in wall.menu().actions() if action.menu()]
    apart = next(menu for menu in menus if menu.actions()[0].text() == "a bench")
    apart.actions()[0].trigger()
    wall.menu().close()
    wall.settle()
    assert wall.idea("a bench").state is IdeaState.OPEN


def test_ideas_of_two_columns_are_merged_by_key(wall: Wall, theme_ids: list[UUID]) -> None:
    ideas.place_idea(wall.room.library, idea_id=wall.idea("a lamp").id, theme_id=theme_ids[0])
    wall.settle()
    wall.choose("a lamp", "a mirror")
    wall.key(Qt.Key.Key_M, CTRL)
    assert wall.idea("a mirror").merged_into_id == wall.idea("a lamp").id


def test_an_idea_is_starred_and_the_star_taken_back(wall: Wall, qtbot: Any) -> None:
    wall.choose("a lamp")
    for state in (IdeaState.CHOSEN, IdeaState.OPEN):
        wall.key(Qt.Key.Key_D, CTRL)
        assert wall.idea("a lamp").state is state


def test_withdrawn_with_a_reason_and_brought_back(wall: Wall, qtbot: Any) -> None:
    wall.withdraw("a lamp", "said twice")
    assert wall.texts(0) == ["a bench", "a crossing", "a mirror"]
    qtbot.mouseClick(wall.page.view.line.withdrawn_button, Qt.MouseButton.LeftButton)
    assert "said twice" in wall.column(0).cards[1].meta
    wall.choose("a lamp")
    wall.page.acts.offer(QPoint(10, 10))
    [action for action in wall.menu().actions() if action.text()][-1].trigger()
    wall.menu().close()
    wall.settle()
    assert wall.idea("a lamp").state is IdeaState.OPEN


def test_themes_come_are_renamed_moved_and_go(wall: Wall, qtbot: Any) -> None:
    field = wall.page.view.line.new_theme
    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field.field, "night")
    qtbot.keyClick(field.field, Qt.Key.Key_Return)
    wall.settle()
    titles = lambda: [column.theme.title for column in wall.page.view.wall.columns[1:]]  # noqa: E731
    assert titles() == ["safety", "rest", "night"]
    head = wall.page.view.wall.strip.heads[3]
    qtbot.mouseDClick(head, Qt.MouseButton.LeftButton)
    head.field.selectAll()
    qtbot.keyClicks(head.field, "dark")
    qtbot.keyClick(head.field, Qt.Key.Key_Return)
    wall.settle()
    assert titles() == ["safety", "rest", "dark"]
    for step, expected in ((1, ["safety", "dark", "rest"]), (-1, ["safety", "rest"])):
        place = titles().index("dark") + 1
        qtbot.mouseClick(wall.page.view.wall.strip.heads[place].menu_button, Qt.MouseButton.LeftButton)
        [action for action in wall.menu().actions() if action.text()][step if step < 0 else step + 1].trigger()
        wall.menu().close()
        wall.settle()
        assert titles() == expected


def test_words_are_found_on_the_wall(wall: Wall, qtbot: Any) -> None:
    wall.key(Qt.Key.Key_F, CTRL)
    assert wall.page.view.search.hasFocus()
    qtbot.keyClicks(wall.page.view.search, "CROSS")
    qtbot.waitUntil(lambda: wall.texts(0) == ["a crossing"])
    qtbot.keyClick(wall.page.view.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(wall.texts(0)) == 4)


def test_one_session_alone(wall: Wall, korean: Any) -> None:
    library = wall.room.library
    other = lab_sessions.prepare_session(library, project_id=wall.room.project_id, language=korean, title="next").record
    ideas.add_idea(library, session_id=other.id, text="for later")
    wall.settle()
    assert "for later" in wall.texts(0)
    box = wall.page.view.line.sessions
    box.setCurrentIndex(next(place for place in range(box.count()) if box.itemData(place) == other.id))
    box.activated.emit(box.currentIndex())
    wall.settle()
    assert wall.texts(0) == ["for later"]
    assert wall.page.collection.target.id == other.id


def test_the_list_shows_and_changes_the_same(wall: Wall, qtbot: Any) -> None:
    qtbot.mouseClick(wall.page.view.mode.button("list"), Qt.MouseButton.LeftButton)
    table = wall.page.view.table
    assert [row.key for row in table.rows_model.rows] == [idea.id for idea in wall.ideas]
    table.choose(wall.idea("a lamp").id)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = table.findChild(LineField)
    qtbot.keyClicks(field, "a street lamp")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wall.settle()
    assert wall.idea("a street lamp").author == 2
    table.selectAll()
    qtbot.mouseClick(wall.page.view.line.verbs["merge"], Qt.MouseButton.LeftButton)
    wall.settle()
    assert len(table.rows_model.rows) == 1


def test_rows_are_chosen_one_by_one_and_all_at_once(wall: Wall, qtbot: Any) -> None:
    wall.page.view.mode.chosen.emit("list")
    table = wall.page.view.table
    ids = [row.key for row in table.rows_model.rows]
    for row in (2, 0):
        where = table.visualRect(table.rows_model.index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, where)
    assert wall.page.chosen == [ids[2], ids[0]]
    table.selectAll()
    assert sorted(wall.page.chosen) == sorted(ids)
    table.clearSelection()
    assert wall.page.chosen == []


def test_what_is_typed_outlives_a_change_of_language(wall: Wall, qtbot: Any) -> None:
    qtbot.keyClicks(wall.page.view.entry.field, "half an idea")
    qtbot.mouseClick(wall.page.view.mode.button("list"), Qt.MouseButton.LeftButton)
    other = IdeasPage(wall.desk)
    qtbot.addWidget(other)
    other.open(wall.page.place)
    other.restore(wall.page.draft())
    wall.settle()
    assert other.view.entry.field.value == "half an idea"
    assert other.view.stack.currentWidget() is not other.view.wall


@pytest.mark.parametrize("wall", ["en", "ko"], indirect=True)
def test_nothing_is_cut_off_on_a_small_display(wall: Wall, cut_off: Any) -> None:
    assert cut_off(wall.page) == []


def test_without_a_project_it_leads_to_the_projects(wall: Wall, qtbot: Any) -> None:
    asked: list[str] = []
    wall.page.pageRequested.connect(lambda name, _place: asked.append(name))
    wall.page.open(Place())
    wall.settle()
    qtbot.mouseClick(wall.page._no_project.button, Qt.MouseButton.LeftButton)
    assert asked == ["start"]


def test_a_new_theme_leaves_what_is_chosen_as_it_is(wall: Wall, qtbot: Any) -> None:
    wall.choose("a lamp", "a mirror")
    qtbot.mouseClick(wall.page.view.line.new_theme.button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "shade")
    wall.key(Qt.Key.Key_Return)
    assert len(wall.page.view.wall.columns) == 4
    assert wall.page.chosen == [wall.idea("a lamp").id, wall.idea("a mirror").id]
    assert wall.page.view.line.new_theme.button.hasFocus(), "the keyboard is where the theme was asked for"


def test_the_keyboard_goes_to_the_ideas_when_a_verb_has_nothing_left_to_act_on(wall: Wall) -> None:
    wall.choose("a lamp", "a mirror")
    wall.page.view.line.verbs["merge"].setFocus()
    wall.key(Qt.Key.Key_Return)
    assert wall.page.view.wall.canvas.hasFocus()
    assert wall.page.chosen == [wall.idea("a lamp").id]


def test_what_hides_all_ideas_is_said_and_taken_away(wall: Wall, qtbot: Any) -> None:
    qtbot.keyClicks(wall.page.view.search, "zebra")
    wall.page.view.search.submit()
    assert wall.page.view.nothing.isVisible()
    qtbot.mouseClick(wall.page.view.nothing.other_button, Qt.MouseButton.LeftButton)
    wall.settle()
    assert wall.page.view.wall.isVisible()
    assert len(wall.texts(0)) == len(TEXTS)
    assert wall.page.view.wall.canvas.hasFocus()


def test_a_verb_says_on_which_idea_it_acts(wall: Wall) -> None:
    wall.choose("a lamp")
    assert wall.page.view.line.verbs["withdraw"].accessibleName() == "Withdraw: a lamp"
