"""A copy restored in the window: everything is shown anew, and the restore is taken back by the bar or by Ctrl+Z."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.builders import make_project
from workshop.language import load_language
from workshop.services.keeping import backups
from workshop.services.keeping.library import Library
from workshop.services.projects import projects
from workshop.settings import Settings
from workshop.ui.backups.card import BackupsCard
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Place
from workshop.ui.pages.settings import SettingsPage
from workshop.ui.tasks import Tasks


@pytest.fixture
def window(qtbot, library: Library) -> Iterator[MainWindow]:
    """The settings of a library with two projects and a copy that has the first alone."""
    make_project(library, "안심 통학로")
    backups.keep_backup(library)
    second = make_project(library, "마을 쉼터")
    tasks = Tasks()
    window = MainWindow(tasks, Settings(language="ko", theme="light"), load_language("ko"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.library_opened(library)
    window.go("settings", Place(project_id=second))
    assert tasks.wait_idle()
    yield window
    assert tasks.wait_idle()
    tasks.shut_down()


def _card(window: MainWindow) -> BackupsCard:
    assert isinstance(window.page, SettingsPage)
    return window.page.backups_card


def _titles(library: Library) -> list[str]:
    return sorted(line.project.title for line in projects.list_projects(library))


def _restore(window: MainWindow, qtbot) -> None:
    qtbot.mouseClick(_card(window).rows[0].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window._undo_bar.isVisible(), timeout=10_000)
    assert window.desk.tasks.wait_idle()


@pytest.mark.parametrize("way", ["bar", "keys"])
def test_one_click_restores_and_one_takes_it_back(window: MainWindow, library: Library, qtbot, way: str) -> None:
    stage = window.stage
    _restore(window, qtbot)
    assert _titles(library) == ["안심 통학로"]
    assert window.place.project_id is None  # that project is no longer there
    assert window.stage is not stage
    if way == "bar":
        qtbot.mouseClick(window._undo_bar.button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(_titles(library)) == 2, timeout=10_000)
    assert window.desk.tasks.wait_idle()
    assert [row._about.text().endswith("복원 전 자료") for row in _card(window).rows] == [True, True, False]


def test_while_it_is_restored_this_is_said_and_nobody_can_ask_twice(window: MainWindow, qtbot) -> None:
    card = _card(window)
    qtbot.mouseClick(card.rows[0].button, Qt.MouseButton.LeftButton)
    assert card.doing.isVisible()
    assert not any(button.isEnabled() for button in (card.rows[0].button, card.copy_button, card.file_button))
    qtbot.waitUntil(lambda: window._undo_bar.isVisible(), timeout=10_000)
    assert window.desk.tasks.wait_idle()
    assert _card(window) is not card
    assert not _card(window).doing.isVisible()


def test_a_copy_that_is_damaged_is_told_and_nothing_changes(window: MainWindow, library: Library, qtbot) -> None:
    copy = (backups.backups_of(library) or ())[0]
    copy.file.write_text("no library")
    qtbot.mouseClick(_card(window).rows[0].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(str(copy.file) in label.text() for label in window.findChildren(QLabel)))
    assert len(_titles(library)) == 2
    assert _card(window).rows[0].button.isEnabled()
    assert not _card(window).doing.isVisible()
