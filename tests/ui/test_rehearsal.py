"""A rehearsal in the window: asked for, seen as it happens, stopped, and removed without a trace."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import KO, make_project
from workshop.language import load_language
from workshop.models.enums import SessionState
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions
from workshop.settings import Settings
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Place
from workshop.ui.rehearsal.asking import AT_ONCE, SLOWLY
from workshop.ui.tasks import Tasks


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.shut_down()


@pytest.fixture
def window(qtbot, qapp: QApplication, library: Library, tasks: Tasks) -> MainWindow:
    window = MainWindow(tasks, Settings(language="en"), load_language("en"), keep=lambda _settings: None)
    qtbot.addWidget(window)
    window.show()
    window.library_opened(library)
    assert tasks.wait_idle()
    return window


@pytest.fixture
def place(library: Library) -> Place:
    """A session in preparation of a real project with three participants."""
    project_id = make_project(library)
    participants.register_many(library, project_id=project_id, count=3)
    session = lab_sessions.prepare_session(
        library, project_id=project_id, language=KO, template_key="problem-finding"
    ).record
    return Place(project_id, session.id)


def _ask(window: MainWindow, tasks: Tasks, place: Place, pace: int) -> None:
    window.go("prepare", place)
    assert tasks.wait_idle()
    QTest.mouseClick(window.page.view.rehearse_button, Qt.MouseButton.LeftButton)
    dialog = window.page.rehearsal.dialog
    dialog.form.set_values({"participants": 3, "pace": pace})
    QTest.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)


def _practice(library: Library) -> list[projects.ProjectCard]:
    return [card for card in projects.list_projects(library) if card.project.practice]


def test_a_rehearsal_plays_to_the_end_and_is_removed_with_one_click(qtbot, window, tasks, library, place) -> None:
    _ask(window, tasks, place, AT_ONCE)
    player = window.desk.rehearsal
    qtbot.waitUntil(lambda: player.done > 0 and not player.is_playing, timeout=30_000)
    assert tasks.wait_idle()
    (card,) = _practice(library)
    (line,) = lab_sessions.list_sessions(library, project_id=card.project.id)
    assert line.session.state is SessionState.CLOSED
    assert "practice" in line.session.title
    strip = window.page.practice
    assert strip.isVisible()
    QTest.mouseClick(strip.remove_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(strip.dialog.verb_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not _practice(library))
    assert tasks.wait_idle()
    assert window.page.name == "start"


def test_the_real_session_stays_as_it_is(qtbot, window, tasks, library, place) -> None:
    before = lab_sessions.session_plan(library, session_id=place.session_id)
    _ask(window, tasks, place, AT_ONCE)
    player = window.desk.rehearsal
    qtbot.waitUntil(lambda: player.done > 0 and not player.is_playing, timeout=30_000)
    assert lab_sessions.session_plan(library, session_id=place.session_id) == before
    assert len(participants.list_people(library, project_id=place.project_id)) == 3


def test_a_rehearsal_is_seen_while_it_runs_and_can_be_stopped(qtbot, window, tasks, library, place) -> None:
    _ask(window, tasks, place, SLOWLY)
    player = window.desk.rehearsal
    qtbot.waitUntil(lambda: window.page.name == "run" and player.done > 0)
    strip = window.page.practice
    qtbot.waitUntil(lambda: strip.stop_button.isVisible())
    QTest.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    assert not player.is_playing
    assert not strip.stop_button.isVisible()
    assert tasks.wait_idle()
    (card,) = _practice(library)
    (line,) = lab_sessions.list_sessions(library, project_id=card.project.id)
    assert line.session.state is SessionState.RUNNING  # where it was; the facilitator may go on by hand
