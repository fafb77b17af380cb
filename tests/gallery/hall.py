"""A console and a shared screen on a library, driven as a person would drive them, without a display."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gallery.libraries import copy_library
from tests.gallery.looks import Look
from tests.gallery.stretched import speaking, stretched_language
from workshop.language import load_language
from workshop.models.records.sessions import SessionLine
from workshop.services import lab_sessions, projects
from workshop.services.library import Library
from workshop.settings import Settings
from workshop.ui.dialogs.sheet import Sheet
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Place
from workshop.ui.shared_screen.stage import Stage
from workshop.ui.tasks import Tasks

T = TypeVar("T", bound=QWidget)
_PATIENCE_MS = 20_000


class Hall:
    """The window in one look on one library; what it shows is settled after every act."""

    def __init__(self, library: Library, look: Look) -> None:
        self.library = library
        self.look = look
        self.tasks = Tasks()
        code = "en" if look.language == "stretched" else look.language
        settings = Settings(language=code, screen_language=code, theme=look.theme, text_scale=look.scale)
        language = stretched_language() if look.language == "stretched" else load_language(code)
        self.window = MainWindow(self.tasks, settings, language, keep=lambda _settings: None)
        self.window.resize(QSize(*look.size))
        self.window.show()
        self.window.activateWindow()
        self.window.library_opened(library)
        self.settle()

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.window.page

    @property
    def stage(self) -> Stage:
        """The controller of the shared screen."""
        return self.window.stage

    @property
    def project_id(self) -> UUID:
        """The first project of the library."""
        return projects.list_projects(self.library)[0].project.id

    def sessions(self) -> tuple[SessionLine, ...]:
        """The sessions of the first project, in order."""
        return tuple(lab_sessions.list_sessions(self.library, project_id=self.project_id))

    # Acts.

    def go(self, page: str, place: Place | None = None) -> QWidget:
        """A page, by default of the first project and its last session; gives the window back."""
        self.window.go(page, place or self.place())
        self.settle()
        return self.window

    def place(self, session: int = -1, item_id: UUID | None = None) -> Place:
        """The first project and one of its sessions, where there are any."""
        if not projects.list_projects(self.library):
            return Place()
        lines = self.sessions()
        return Place(self.project_id, lines[session].session.id if lines else None, item_id)

    def click(self, widget: QWidget) -> None:
        """A click in the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key for whatever has the keyboard."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def write(self, text: str) -> None:
        """Words for whatever has the keyboard."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle()

    def sheet(self) -> Sheet:
        """The dialog that is open."""
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Sheet) and w.isVisible())

    def screen(self, show: Callable[[Stage], object]) -> QWidget:
        """The shared screen in a state that `show` brings about; gives its window back."""
        self.stage.window.resize(QSize(*self.look.size))
        self.stage.window.show()
        show(self.stage)
        self.settle()
        return self.stage.window

    def settle(self) -> None:
        """Let answers arrive, and what they ask for in turn."""
        for _ in range(3):
            assert self.tasks.wait_idle(_PATIENCE_MS)
            QApplication.processEvents()

    def leave(self) -> None:
        """Put everything away."""
        for window in QApplication.topLevelWidgets():
            if window is not self.window and window.isVisible():
                window.hide()
        self.stage.close_window()
        self.tasks.shut_down()
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.library.close()


@contextmanager
def hall(library: str, look: Look) -> Iterator[Hall]:
    """A hall on a copy of a library of `libraries.MAKERS`."""
    folder = Path(tempfile.mkdtemp(prefix="workshop-hall-"))
    with speaking(look.language):
        made = Hall(copy_library(library, folder), look)
        try:
            yield made
        finally:
            made.leave()
            shutil.rmtree(folder, ignore_errors=True)
