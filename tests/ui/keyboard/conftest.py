"""A console on pages of a few controls, for everything that is done by keyboard."""

import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.ui.keyboard.keys import settle
from workshop.language import load_language
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions
from workshop.settings import Settings
from workshop.ui.actions import ALL_PAGES
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Page, Place
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.buttons import QuietButton
from workshop.ui.widgets.text_field import LineField


class TrialPage(Page):
    """A page with a field, a button and a command of its own."""

    def __init__(self, desk, parent=None):
        super().__init__(desk, parent)
        self.done: list[str] = []
        self.field = LineField(name="Idea")
        self.button = QuietButton("Print the map")
        self.button.clicked.connect(lambda: self.done.append("print"))
        self.content.addWidget(self.field)
        self.content.addWidget(self.button)
        self.add_command("Turn the page", ["PgDown", "]"], lambda: self.done.append("turn"))

    @property
    def takes_ideas(self):
        return self.name == "run"

    def focus_quick_idea(self):
        self.field.setFocus()


@pytest.fixture(autouse=True)
def trial_pages(monkeypatch):
    for page in ALL_PAGES:
        module, _, name = page.target.partition(":")
        kind = type(name, (TrialPage,), {"name": page.name})
        monkeypatch.setitem(sys.modules, module, SimpleNamespace(**{name: kind}))
    stage = SimpleNamespace(rebuild=lambda _desk: None, close_window=lambda: None)
    monkeypatch.setitem(sys.modules, "workshop.ui.shared_screen.stage", SimpleNamespace(Stage=lambda _desk: stage))


@pytest.fixture
def project(library, korean):
    return projects.create_project(library, title="안심 통학로 리빙랩", language=korean).record


@pytest.fixture
def session(library, project, korean):
    return lab_sessions.prepare_session(
        library, project_id=project.id, language=korean, template_key="problem-finding", title="문제 발굴"
    ).record


@pytest.fixture(params=["en", "ko"])
def code(request) -> str:
    return request.param


@pytest.fixture
def window(qtbot, library, project, session, code) -> Iterator[MainWindow]:
    tasks = Tasks()
    window = MainWindow(tasks, Settings(language=code, theme="light"), load_language(code), keep=lambda _settings: None)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.library_opened(library)
    window.go("project", Place(project.id))
    settle(window)
    yield window
    assert tasks.wait_idle()
    tasks.shut_down()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
