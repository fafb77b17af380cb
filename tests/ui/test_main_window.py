"""The window: pages at their first visit, nothing lost when it is built anew, a calm word when something fails."""

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.builders import make_room
from workshop.language import load_language, mark
from workshop.models.errors import InputError, NewerLibraryError
from workshop.services.sessions import running
from workshop.settings import Settings, load_settings
from workshop.ui.actions import ALL_PAGES
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Page, Place
from workshop.ui.pages.run.situation import load_situation
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.buttons import SegmentedChoice
from workshop.ui.widgets.calm_view import FailureView, OpeningView
from workshop.ui.widgets.text_field import LineField


class TrialPage(Page):
    """A page with a field, that counts what happens to it."""

    def __init__(self, desk, parent=None):
        super().__init__(desk, parent)
        self.reloads = 0
        self.field = LineField(name="Idea")
        self.content.addWidget(self.field)

    def reload(self):
        self.reloads += 1

    def draft(self):
        return {"field": self.field.value} if self.field.value else {}

    def restore(self, draft):
        self.field.set_value(draft["field"])


class BrokenPage(Page):
    def __init__(self, desk, parent=None):
        raise ZeroDivisionError


class Stage:
    """A shared screen that remembers the desks it was given."""

    def __init__(self, desk):
        self.desks = [desk]

    def rebuild(self, desk):
        self.desks.append(desk)

    def close_window(self):
        self.desks.append(None)


@pytest.fixture(autouse=True)
def trial_pages(monkeypatch):
    for page in ALL_PAGES:
        module, _, name = page.target.partition(":")
        if page.name != "settings":
            kind = BrokenPage if page.name == "votes" else TrialPage
            monkeypatch.setitem(sys.modules, module, SimpleNamespace(**{name: kind}))
    monkeypatch.setitem(sys.modules, "workshop.ui.shared_screen.stage", SimpleNamespace(Stage=Stage))


@pytest.fixture
def window(qtbot) -> Iterator[MainWindow]:
    tasks = Tasks()
    window = MainWindow(tasks, Settings(language="en", theme="light"), load_language("en"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield window
    assert tasks.wait_idle()
    tasks.shut_down()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(window, library) -> MainWindow:
    window.library_opened(library)
    return window


def view(window: MainWindow):
    return window._stack.currentWidget()


def press(qtbot, window: MainWindow, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier
    for modifier in more:
        modifiers |= modifier
    qtbot.keyClick(window, key, modifiers)


def test_it_says_that_it_opens_until_the_library_is_there(window, library):
    assert isinstance(view(window), OpeningView)
    window.go("ideas")  # too early, but remembered
    assert isinstance(view(window), OpeningView)
    window.library_opened(library)
    assert isinstance(window.page, TrialPage)
    assert window._page_name == "ideas"


def test_pages_are_built_at_their_first_visit_and_kept(opened):
    first = opened.page
    opened.go("ideas")
    assert opened.page is not first
    opened.go("start")
    assert opened.page is first
    assert len(opened.findChildren(TrialPage)) == 2


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_1, "start"), (Qt.Key.Key_5, "ideas"), (Qt.Key.Key_0, "reports"), (Qt.Key.Key_Comma, "settings")],
)
def test_pages_have_keys(opened, qtbot, key, name):
    press(qtbot, opened, key)
    assert opened._page_name == name


def test_pages_are_reached_by_mouse(opened, qtbot):
    button = next(button for button in opened.findChildren(QPushButton) if button.accessibleName() == "Ideas")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened._page_name == "ideas"
    assert button.isChecked()


def test_a_page_asks_for_another_at_a_place(opened):
    place = Place(project_id=uuid4())
    opened.page.pageRequested.emit("project", place)
    assert (opened._page_name, opened.place, opened.page.place) == ("project", place, place)
    opened.page.pageRequested.emit("ideas", None)
    assert opened.page.place == place


def test_what_is_typed_survives_another_language_and_another_look(opened, qtbot):
    opened.go("ideas")
    qtbot.keyClicks(opened.page.field, "a bench at the stop")
    place = Place(session_id=uuid4())
    opened.set_place(place)
    before = opened.page
    opened.change_settings(opened.settings.with_(language="ko", theme="dark", text_scale=150))
    assert opened.page is not before
    assert (opened.page.field.value, opened.page.place) == ("a bench at the stop", place)
    assert opened.page.desk.language.code == "ko"
    assert opened.page.desk.theme.name == "dark"
    assert opened.windowTitle() == "아이디어 — 리빙랩 워크숍"
    assert load_settings().text_scale == 150


def test_the_shared_screen_stays_when_the_console_is_built_anew(opened):
    stage = opened.stage
    opened.change_settings(opened.settings.with_(theme="dark"))
    assert opened.stage is stage
    assert stage.desks[-1] is opened.desk
    assert opened.page.desk.stage is stage


def test_drafts_of_pages_that_are_not_shown_are_kept(opened, qtbot):
    opened.go("ideas")
    opened.page.field.set_value("half a thought")
    opened.go("start")
    opened.change_settings(opened.settings.with_(theme="dark"))
    opened.go("ideas")
    assert opened.page.field.value == "half a thought"


def test_keys_work_after_the_console_is_built_anew(opened, qtbot):
    opened.change_settings(opened.settings.with_(theme="dark"))
    press(qtbot, opened, Qt.Key.Key_2)
    assert opened._page_name == "project"


def test_a_library_that_cannot_be_opened_is_told_with_ways_on(window, library, qtbot):
    window.library_failed(NewerLibraryError(mark("This library was made by a newer version.")))
    shown = view(window)
    assert isinstance(shown, FailureView)
    assert "This library was made by a newer version." in [label.text() for label in shown.findChildren(QLabel)]
    with qtbot.waitSignal(window.openRequested) as asked:
        qtbot.mouseClick(shown.retry_button, Qt.MouseButton.LeftButton)
    assert asked.args == [""]
    assert isinstance(view(window), OpeningView)
    window.library_opened(library)
    assert isinstance(window.page, TrialPage)


def test_a_failure_is_told_in_the_language_that_is_chosen_then(window):
    window.library_failed(NewerLibraryError(mark("Settings")))
    window.change_settings(window.settings.with_(language="ko"))
    assert "설정" in [label.text() for label in view(window).findChildren(QLabel)]


def test_a_page_that_cannot_be_built_is_told_and_the_others_work(opened, caplog):
    opened.go("votes")
    assert isinstance(view(opened), FailureView)
    assert "votes" in caplog.text
    opened.go("ideas")
    assert isinstance(opened.page, TrialPage)


def test_a_page_may_be_a_package(opened, monkeypatch):
    monkeypatch.setitem(sys.modules, "workshop.ui.pages.ideas", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "workshop.ui.pages.ideas.page", SimpleNamespace(IdeasPage=TrialPage))
    opened.go("ideas")
    assert isinstance(opened.page, TrialPage)


def test_an_error_that_nobody_took_is_a_notice(opened, qtbot):
    def refuse():
        raise InputError(mark("Please give the project a title."))

    opened._tasks.run(refuse)
    qtbot.waitUntil(opened._toast.isVisible)
    assert opened._toast.text == "Please give the project a title."
    opened._tasks.run(lambda: 1 // 0)
    qtbot.waitUntil(lambda: opened._toast.text.startswith("Something went wrong."))


def test_a_change_reloads_the_page_once_and_others_when_they_are_shown(opened, qtbot):
    opened.go("ideas")
    ideas = opened.page
    opened.go("start")
    start, before = opened.page, (ideas.reloads, opened.page.reloads)
    for _ in range(3):
        opened._tasks.changed.emit(SimpleNamespace(touched=frozenset({"idea"})))
    qtbot.waitUntil(lambda: start.reloads > before[1])
    assert (ideas.reloads, start.reloads) == (before[0], before[1] + 1)
    opened.go("ideas")
    assert ideas.reloads == before[0] + 1


def test_undo_and_redo_act_on_the_library(opened, library, qtbot):
    from workshop.services.projects.projects import create_project, list_projects

    create_project(library, title="Safe way to school", language=load_language("en"))
    press(qtbot, opened, Qt.Key.Key_Z)
    assert opened._tasks.wait_idle()
    assert list_projects(library) == ()
    assert opened._toast.text.startswith("Undone: ")
    press(qtbot, opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert opened._tasks.wait_idle()
    assert len(list_projects(library)) == 1


def test_undo_is_offered_after_an_act(opened, library, qtbot):
    from workshop.services.projects.projects import create_project, list_projects

    create_project(library, title="Safe way to school", language=load_language("en"))
    opened.page.undoOffered.emit(mark("Undo"))
    qtbot.mouseClick(opened._undo_bar.button, Qt.MouseButton.LeftButton)
    assert opened._tasks.wait_idle()
    assert list_projects(library) == ()


def test_after_a_kill_it_opens_in_the_activity_where_the_session_was(opened, library):
    """Nobody closed the window: what is remembered was kept when the page was shown."""
    room = make_room(library)
    activity = room.plan.activities[2]
    running.begin_activity(library, activity_id=activity.id)
    opened.go("run", Place(room.project_id, room.session_id))
    kept = load_settings()
    assert kept.last_page == "run"
    again = MainWindow(opened._tasks, kept, load_language("en"))
    plan = load_situation(library, again.place).plan
    assert plan is not None
    assert plan.session.current_activity_id == activity.id
    again.deleteLater()


def test_where_it_was_is_remembered(opened):
    place = Place(project_id=uuid4(), session_id=uuid4())
    opened.go("ideas", place)
    opened.close()
    kept = load_settings()
    assert (kept.last_page, kept.last_project) == ("ideas", str(place.project_id))
    assert kept.geometry
    again = MainWindow(opened._tasks, kept, load_language("en"))
    assert again.place == place
    again.deleteLater()


def test_nonsense_in_the_settings_does_no_harm(qapp):
    tasks = Tasks()
    settings = Settings(last_page="moon", last_project="x", geometry="%%%")
    window = MainWindow(tasks, settings, load_language("ko"))
    assert window.place == Place()
    window.deleteLater()
    tasks.shut_down()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scale", [100, 150])
def test_no_button_is_cut_at_1366_by_768(opened, language, scale):
    opened.change_settings(opened.settings.with_(language=language, text_scale=scale))
    opened.go("settings")
    opened.resize(1366, 768)
    QCoreApplication.sendPostedEvents()
    assert opened.page.scroll.horizontalScrollBar().maximum() == 0
    shown = [widget for widget in opened.findChildren(QPushButton) if widget.isVisible()]
    assert len(shown) > 15
    navigation = [button for button in shown if button.property("look") == "nav"]
    for button in [button for button in shown if button not in navigation]:
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
    for button in navigation:
        needed = button.fontMetrics().horizontalAdvance(button.text()) + button.iconSize().width() + 24
        assert button.width() >= needed, button.accessibleName()
    assert opened.page.findChildren(SegmentedChoice)
