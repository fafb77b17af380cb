"""Start, project and follow-ups: what a facilitator does there with mouse and keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.builders import make_project, make_room
from workshop.language import load_language
from workshop.models.enums import PhaseState, SupportState
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import follow_ups, phases, projects
from workshop.settings import Settings
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Place
from workshop.ui.pages.start.cards import ProjectTile
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.check_row import CheckRow


@pytest.fixture(params=["ko", "en"])
def window(request: pytest.FixtureRequest, qtbot, library: Library) -> Iterator[MainWindow]:
    """The console on an empty library, in each language."""
    tasks = Tasks()
    shown = MainWindow(tasks, Settings(language=request.param, theme="light"), load_language(request.param))
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    shown.library_opened(library)
    assert tasks.wait_idle()
    yield shown
    if shown.stage is not None:
        shown.stage.close_window()
    tasks.shut_down()
    shown.hide()


def _settle(window: MainWindow) -> None:
    """Let answers arrive, and what they ask for in turn."""
    for _ in range(4):
        assert window._tasks.wait_idle(10_000)
        QApplication.processEvents()


def _words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _button(widget: QWidget, text: str) -> QPushButton:
    return next(button for button in widget.findChildren(QPushButton) if button.text() == text and button.isVisible())


def _go(window: MainWindow, page: str, place: Place) -> None:
    window.go(page, place)
    _settle(window)


def test_a_first_start_offers_the_two_first_steps(window: MainWindow, qtbot) -> None:
    page = window.page
    assert page is not None
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    dialog = page._dialog
    qtbot.keyClicks(dialog.form.control("title"), "walk to school")
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page is not None and window.page.name == "project")
    _settle(window)
    assert "walk to school" in _words(window)


def test_a_refusal_is_told_at_the_form_and_what_was_typed_stays(window: MainWindow, qtbot) -> None:
    page = window.page
    page.ask_project()
    dialog = page._dialog
    dialog.form.set_values({"title": "x" * 400})
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    _settle(window)
    assert dialog.isVisible()
    assert "300" in _words(dialog)
    assert dialog.form.values()["title"] == "x" * 400
    dialog.reject()


def test_the_sample_is_made_with_progress_and_opened(window: MainWindow, qtbot, library: Library) -> None:
    page = window.page
    qtbot.mouseClick(page.empty.other_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page is not None and window.page.name == "project", timeout=60_000)
    _settle(window)
    assert "안심 통학로 리빙랩" in _words(window)
    _go(window, "start", Place())
    (tile,) = window.page.findChildren(ProjectTile)
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    _settle(window)
    assert window.page.name == "project"


def test_a_project_is_deleted_only_after_the_question(window: MainWindow, qtbot, library: Library) -> None:
    make_project(library, "지울 것")
    window.page.reload()
    _settle(window)
    (tile,) = window.page.findChildren(ProjectTile)
    tile.setFocus()
    tile.removeRequested.emit()
    page = window.page
    assert "지울 것" in page._dialog.windowTitle() or "지울 것" in _words(page._dialog)
    page._dialog.reject()
    _settle(window)
    assert len(projects.list_projects(library)) == 1
    tile.removeRequested.emit()
    qtbot.mouseClick(page._dialog.verb_button, Qt.MouseButton.LeftButton)
    _settle(window)
    assert projects.list_projects(library) == ()


def test_a_running_session_is_one_key_away(window: MainWindow, qtbot, library: Library) -> None:
    room = make_room(library)
    window.page.reload()
    _settle(window)
    (tile,) = window.page.findChildren(ProjectTile)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    _settle(window)
    assert window.page.name == "run"
    assert window.place.session_id == room.session_id


def test_a_support_element_is_ticked_and_undone(window: MainWindow, qtbot, library: Library) -> None:
    project_id = make_project(library)
    _go(window, "project", Place(project_id=project_id))
    phase = phases.list_phases(library, project_id=project_id)[0]

    def states() -> list[SupportState]:
        return [item.state for item in phases.list_support_items(library, phase_id=phase.id)]

    row = window.page.findChildren(CheckRow)[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    _settle(window)
    assert states()[0] is SupportState.DONE
    window._actions["undo"].trigger()
    _settle(window)
    assert states()[0] is SupportState.OPEN


def test_a_support_element_is_added_with_its_last_syllable(window: MainWindow, qtbot, library: Library) -> None:
    from PySide6.QtGui import QInputMethodEvent

    project_id = make_project(library)
    _go(window, "project", Place(project_id=project_id))
    field = window.page.parts.support.field
    field.setFocus()
    qtbot.keyClicks(field, "map ")
    QApplication.sendEvent(field, QInputMethodEvent("길", []))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    _settle(window)
    phase = phases.list_phases(library, project_id=project_id)[0]
    assert phases.list_support_items(library, phase_id=phase.id)[-1].text == "map 길"
    assert field.value == ""


def test_the_path_leads_through_the_phases_and_the_gate(window: MainWindow, qtbot, library: Library) -> None:
    project_id = make_project(library)
    _go(window, "project", Place(project_id=project_id))
    page = window.page
    page.parts.path._choose(1)
    qtbot.mouseClick(page.parts.gate.gate_button, Qt.MouseButton.LeftButton)
    _settle(window)
    assert phases.list_phases(library, project_id=project_id)[1].state is PhaseState.OPEN
    qtbot.mouseClick(page.parts.gate.gate_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page._dialog.verb_button, Qt.MouseButton.LeftButton)
    _settle(window)
    assert phases.list_phases(library, project_id=project_id)[1].state is PhaseState.CLOSED


def test_a_follow_up_is_added_edited_and_brought_back(window: MainWindow, qtbot, library: Library) -> None:
    project_id = make_project(library)
    _go(window, "follow-ups", Place(project_id=project_id))
    page = window.page
    qtbot.mouseClick(page.parts.empty.button, Qt.MouseButton.LeftButton)
    page._dialog.form.set_values({"text": "횡단보도 신호 연장", "department": "교통과"})
    qtbot.mouseClick(page._dialog.verb_button, Qt.MouseButton.LeftButton)
    _settle(window)
    (item,) = follow_ups.list_follow_ups(library, project_id=project_id)
    assert (item.text, item.department) == ("횡단보도 신호 연장", "교통과")
    page.ask_edit(item)
    _settle(window)
    removal = _button(page._dialog, window._language.say("Remove"))
    qtbot.mouseClick(removal, Qt.MouseButton.LeftButton)
    _settle(window)
    assert follow_ups.list_follow_ups(library, project_id=project_id) == ()
    undo.undo(library)
    assert len(follow_ups.list_follow_ups(library, project_id=project_id)) == 1


@pytest.mark.parametrize("page", ["start", "project", "follow-ups"])
@pytest.mark.parametrize("scale", [100, 150])
def test_no_words_are_cut_off_at_the_smallest_size(
    window: MainWindow, qtbot, library: Library, page: str, scale: int, cut_off: Callable[[QWidget], list[str]]
) -> None:
    room = make_room(library)
    window.change_settings(window.settings.with_(text_scale=scale))
    _go(window, page, Place(project_id=room.project_id))
    _settle(window)
    assert cut_off(window) == []


def test_nothing_is_written_beside_the_library(window: MainWindow, library: Library, tmp_path: Path) -> None:
    _go(window, "project", Place(project_id=make_project(library)))
    assert {file.name.split("-")[0] for file in tmp_path.iterdir()} == {"library.workshop"}
