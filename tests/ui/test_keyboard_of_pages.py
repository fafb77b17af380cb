"""The keys of the real pages: each means one thing, each is told, and what is found is shown where it is."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from workshop.language import load_language
from workshop.services.ideas import ideas
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions, running
from workshop.settings import Settings
from workshop.ui.actions import ALL_PAGES
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Place
from workshop.ui.shortcuts.sheet import ShortcutSheet
from workshop.ui.tasks import Tasks

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(library, korean):
    project = projects.create_project(library, title="안심 통학로 리빙랩", language=korean).record
    return lab_sessions.prepare_session(
        library, project_id=project.id, language=korean, template_key="problem-finding", title="문제 발굴"
    ).record


@pytest.fixture
def window(qtbot, library, session) -> Iterator[MainWindow]:
    tasks = Tasks()
    window = MainWindow(tasks, Settings(language="ko", theme="light"), load_language("ko"), keep=lambda _settings: None)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.library_opened(library)
    settle(window)
    yield window
    settle(window)
    window.stage.close_window()
    tasks.shut_down()
    window.hide()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: MainWindow) -> None:
    for _ in range(5):
        assert window.desk.tasks.wait_idle(10_000)
        QApplication.processEvents()


def press(window: MainWindow, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    settle(window)


def visit(window: MainWindow, name: str, session) -> None:
    window.go(name, Place(session.project_id, session.id))
    settle(window)
    assert window.page is not None


@pytest.mark.parametrize("is_running", [False, True])
def test_a_key_means_one_thing_and_is_told(window, library, session, is_running):
    if is_running:
        running.start_session(library, session_id=session.id)
    for entry in ALL_PAGES:
        visit(window, entry.name, session)
        actions = [*window.actions(), *window.page.actions()]
        keys = [keys.toString() for action in actions for keys in action.shortcuts()]
        buttons = [button for button in window.page.findChildren(QAbstractButton) if not button.shortcut().isEmpty()]
        keys += [button.shortcut().toString() for button in buttons]
        assert [key for key, count in Counter(keys).items() if count > 1] == [], entry.name
        press(window, Key.Key_F1)
        sheet = window.keyboard.veil
        assert isinstance(sheet, ShortcutSheet)
        told = {key for group in sheet.groups for _words, keys in group.lines for key in keys}
        shown = [button for button in buttons if button.isVisible() and button.isEnabled()]
        assert {button.shortcut().toString() for button in shown} <= told, entry.name
        press(window, Key.Key_Escape)


@pytest.mark.parametrize("mode", ["wall", "list"])
def test_an_idea_that_was_found_has_the_keyboard_even_where_it_was_hidden(window, library, session, mode):
    for n in range(30):
        ideas.add_idea(library, session_id=session.id, text=f"생각 {n}")
    wanted = ideas.add_idea(library, session_id=session.id, text="육교를 놓자").record
    visit(window, "ideas", session)
    page = window.page
    QTest.mouseClick(page.view.mode.button(mode), Qt.MouseButton.LeftButton)
    page.view.search.setText("생각")
    page.view.search.submit()
    settle(window)
    window.go("start")
    press(window, Key.Key_K, CONTROL)
    window.focusWidget().setText("육ㄱ")
    settle(window)
    press(window, Key.Key_Return)
    assert window.page is page
    assert page.chosen == [wanted.id]
    assert page.view.search.value == ""
    side = page.view.wall.canvas if mode == "wall" else page.view.table
    place = side.view_of(wanted.id) if mode == "wall" else side.visualRect(side.currentIndex())
    assert side.hasFocus()
    assert side.viewport().rect().contains(place.center())


def test_the_quick_idea_of_each_page_is_behind_the_same_key(window, library, session):
    visit(window, "ideas", session)
    window.page.view.search.setFocus()
    press(window, Key.Key_I, CONTROL)
    assert window.page.view.entry.field.hasFocus()
    running.start_session(library, session_id=session.id)
    visit(window, "settings", session)
    press(window, Key.Key_I, CONTROL)
    assert window.page.name == "run"
    assert window.page.view.bar.quick.field.hasFocus()


def test_no_key_of_the_run_page_goes_on_behind_palette_and_sheet(window, library, session):
    running.start_session(library, session_id=session.id)
    visit(window, "run", session)
    before = window.page.situation.activity
    for key in (Key.Key_F1, Key.Key_PageDown, Key.Key_Escape):
        press(window, key)
    press(window, Key.Key_K, CONTROL)
    press(window, Key.Key_PageDown)
    press(window, Key.Key_Escape)
    assert window.page.situation.activity == before
    press(window, Key.Key_Return, CONTROL)
    assert window.page.situation.activity != before
