"""A console and a shared screen on a library, driven as a person would drive them, without a display."""

import shutil
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QMenu, QScrollArea, QWidget

from tests.gallery.libraries import Clock, copy_library
from tests.gallery.looks import Look
from tests.gallery.stretched import speaking, stretched_language
from workshop.language import load_language
from workshop.models.enums import ActivityKind, SessionState
from workshop.models.records.sessions import ActivityRecord, SessionLine
from workshop.services.evaluation import evaluations
from workshop.services.keeping.library import Library
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls
from workshop.settings import Settings
from workshop.ui import motion
from workshop.ui.dialogs.sheet import Sheet
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Place
from workshop.ui.shared_screen.stage import Stage
from workshop.ui.tasks import Tasks

T = TypeVar("T", bound=QWidget)
_PATIENCE_MS = 20_000
_MOMENT_MS = 120  # for what is asked of the library while builds are held


class Hall:
    """The window in one look on one library; what it shows is settled after every act."""

    def __init__(self, library: Library, clock: Clock, look: Look) -> None:
        self.library = library
        self.clock = clock
        self.look = look
        self._held = False
        self._gate = threading.Event()  # opened when the hall is left, for what was held back
        motion.set_calm(True)
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

    @property
    def folder(self) -> Path:
        """A folder of its own, gone when the hall is left."""
        return Path(self.library.place).parent

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

    def press_on(self, widget: QWidget, key: Qt.Key) -> None:
        """A key for a widget that is shown."""
        assert widget.isVisible(), "nobody sees where the key is pressed"
        assert widget.isEnabled(), "the key would not be heard"
        QTest.keyClick(widget, key)
        self.settle()

    def write(self, text: str) -> None:
        """Words for whatever has the keyboard."""
        into = QApplication.focusWidget() or self.window
        if text.isascii():
            QTest.keyClicks(into, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(into, event)
        self.settle()

    def push(self, words: str, inside: QWidget | None = None, **values: object) -> QWidget:
        """Click the button that says this; gives the window back."""
        text = self.window.desk.language.say(words, **values)
        buttons = [one for one in (inside or self.window).findChildren(QAbstractButton) if one.isVisible()]
        found = [button for button in buttons if button.text() == text]
        assert found, f"nothing says “{text}”, only {[button.text() for button in buttons]}"
        return self.click_button(found[0])

    def click_button(self, button: QAbstractButton) -> QWidget:
        """Click a button that can be pressed; gives the window back."""
        assert button.isVisible(), f"“{button.text()}” is not shown"
        assert button.isEnabled(), f"“{button.text()}” cannot be pressed"
        self.click(button)
        return self.window

    def sheet(self) -> Sheet:
        """The dialog that is open."""
        found = [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()]
        assert found, "no dialog is open"
        return found[-1]

    def menu(self) -> QMenu:
        """The menu that is open."""
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu), "no menu is open"
        return found

    def ask_menu(self, area: QAbstractScrollArea, at: QPoint) -> QMenu:
        """The menu that a right click opens at a place of a list."""
        where = area.viewport().mapToGlobal(at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
        QCoreApplication.sendEvent(area.viewport(), event)
        self.settle()
        return self.menu()

    def scroll_down(self, area: QScrollArea | None = None) -> QWidget:
        """To the end of the page, or of what scrolls by itself in it; gives the window back."""
        bar = (area or self.page.scroll).verticalScrollBar()
        bar.setValue(bar.maximum())
        self.settle()
        return self.window

    def hold_builds(self) -> None:
        """Let nothing be built any more that takes long: whoever asks for it waits."""

        def wait() -> Generator[float, None, None]:
            self._gate.wait()
            yield 1.0

        self._held = True
        self.tasks.build(wait)

    # What happens in the library meanwhile.

    def part(self, kind: ActivityKind) -> ActivityRecord:
        """The activity of a kind in the session that is running."""
        plan = lab_sessions.session_plan(self.library, session_id=self.running_session)
        return next(part for part in plan.activities if part.kind is kind)

    @property
    def running_session(self) -> UUID:
        """The session that is running."""
        return next(line.session.id for line in self.sessions() if line.session.state is SessionState.RUNNING)

    def begin(self, kind: ActivityKind, minutes_ago: float = 3) -> None:
        """Let the activity of a kind have begun some minutes ago."""
        running.begin_activity(self.library, activity_id=self.part(kind).id)
        self.clock.moment += timedelta(minutes=minutes_ago)
        self.settle()

    def poll_place(self, title: str) -> Place:
        """Where the vote with a title is."""
        found = polls.list_polls(self.library, project_id=self.project_id)
        return self.place(item_id=next(poll.id for poll in found if poll.title == title))

    def form_place(self, title: str) -> Place:
        """Where the form with a title is."""
        found = evaluations.list_forms(self.library, project_id=self.project_id)
        return self.place(item_id=next(form.id for form in found if form.title == title))

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
            if self._held:
                QTest.qWait(_MOMENT_MS)
            else:
                assert self.tasks.wait_idle(_PATIENCE_MS)
            QApplication.processEvents()

    def leave(self) -> None:
        """Put everything away."""
        self._gate.set()
        motion.set_calm(False)
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # or it would be told of while it is being destroyed, which ends the process now and then
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
        made = Hall(*copy_library(library, folder), look)
        try:
            yield made
        finally:
            made.leave()
            shutil.rmtree(folder, ignore_errors=True)
