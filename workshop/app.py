"""The composition root of the window: settings, look, worker, window; the library is opened after the first paint."""

import logging
import os
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    QSize,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workshop import crash
from workshop.language import load_language
from workshop.resources import resource_path
from workshop.settings import Settings, load_settings, save_settings
from workshop.ui.actions import ALL_PAGES
from workshop.ui.main_window import MainWindow
from workshop.ui.tasks import Tasks

if TYPE_CHECKING:
    from workshop.services.library import Library
    from workshop.ui.first_run.choices import Wish
    from workshop.ui.first_run.window import FirstRunWindow

_ICON_SIZES = (16, 20, 24, 32, 48, 64, 128, 256, 512, 1024)


def run_window(*, database: str | None = None, language: str | None = None) -> int:
    """Open the window on the user's library, or another one, and stay until it is closed.

    The first time the user's own library is asked for, the first steps come before it.
    """
    settings = load_settings()
    save_settings(settings)  # the station is drawn once and kept
    app = make_application(sys.argv[:1])
    settings = settings.with_(language=language or settings.language)
    beginning = Beginning(app, settings, database)
    beginning.start()
    return app.exec()


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application; without a display it draws to memory."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in displays):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_to_log)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments)
    app.setApplicationName("living-lab-workshop")
    app.setDesktopFileName("living-lab-workshop")
    app.setWindowIcon(application_icon())
    return app


def application_icon() -> QIcon:
    """The sign of the application in every size it was drawn in; small sizes have a drawing of their own."""
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addFile(str(resource_path(f"icons/application/{size}.png")), QSize(size, size))
    return icon


def _to_log(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    """What Qt has to say is for the log, not for the terminal of a user."""
    level = logging.ERROR if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg} else logging.INFO
    logging.getLogger("workshop.qt").log(level, text)


class Beginning(QObject):
    """What comes first: the first steps where they have not been finished yet, else the console at once."""

    def __init__(self, app: QApplication, settings: Settings, database: str | None = None) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._database = database
        self.steps: FirstRunWindow | None = None
        self.running: Running | None = None

    def start(self) -> None:
        """Show one window or the other."""
        if self._database is not None or self._settings.set_up:
            self._open_console(self._settings)
            return
        from workshop.ui.first_run.window import FirstRunWindow

        self.tasks = Tasks(self)
        self._app.aboutToQuit.connect(self.tasks.shut_down)
        self.steps = FirstRunWindow(self.tasks, self._settings)
        self.steps.finished.connect(self._finished)
        self.steps.show()
        self.steps.step.focus_first()

    def _finished(self, settings: Settings, wish: "Wish") -> None:
        """The console opens before the steps close, since the application ends with its last window."""
        self._open_console(settings, wish)
        if self.steps is not None:
            self.steps.close()
            self.steps.deleteLater()
            self.steps = None
        self.tasks.shut_down()

    def _open_console(self, settings: Settings, wish: "Wish | None" = None) -> None:
        self.running = Running(self._app, settings, self._database, wish=wish)
        self.running.start()


class Running(QObject):
    """The running application: opens the library away from the window, and puts everything away at the end."""

    def __init__(
        self, app: QApplication, settings: Settings, database: str | None, *, wish: "Wish | None" = None
    ) -> None:
        """`database` is another library than the user's own; `wish` is what the first steps end with."""
        super().__init__()
        self._app = app
        self._database = database
        self._wish = wish
        self._library: Library | None = None
        self._qt_words = QTranslator(self)
        self.tasks = Tasks(self)
        self._translate(settings)
        self.window = MainWindow(self.tasks, settings, load_language(settings.language))
        self.window.openRequested.connect(self._open_another)
        self.window.sharedScreenRequested.connect(self._open_shared_screen)
        self.window.settingsChanged.connect(self._translate)
        self._app.aboutToQuit.connect(self._put_away)
        crash.watch(self.tasks.failed.emit)

    def start(self) -> None:
        """Show the window; once it has been painted, open the library."""
        self.window.show()
        QTimer.singleShot(0, self, self.open_library)

    def open_library(self) -> None:
        """Open the library on the worker, which also loads everything that the pages need."""
        self.tasks.run(self._opened, self._take, self.window.library_failed, owner=self)

    def _opened(self) -> "Library":
        from workshop.services.places import open_own_library

        first = self._wish is not None
        return open_own_library(self.window.settings, named=self._database, create=True, first=first)

    def _load_pages(self) -> None:
        """Import what the pages need before anybody goes there; nothing is built yet."""
        for entry in ALL_PAGES:
            entry.page_class()

    def _take(self, library: "Library") -> None:
        self._library = library
        self.window.library_opened(library)
        self._remember_screen()
        self.tasks.run(self._load_pages, owner=self)
        wish, self._wish = self._wish, None
        if wish is not None:
            self.window.change_settings(self.window.settings.with_(set_up=True))
            self._fulfil(wish.value)

    def _fulfil(self, wish: str) -> None:
        """Do on the first page what the first steps ended with."""
        self.window.go("start")
        page: Any = self.window.page
        if page is not None and wish == "sample":
            page.open_sample()
        elif page is not None and wish == "project":
            page.ask_project()

    def _remember_screen(self) -> None:
        """Let the shared screen come back where it was, and keep where it is at its end."""
        if (stage := self.window.stage) is not None:
            stage.window.remember(self.window.settings.screen_display, self.window.settings.screen_geometry)
            stage.window.placed.connect(self._screen_placed)

    def _screen_placed(self, display: str, place: str) -> None:
        settings = self.window.settings
        self.window.change_settings(settings.with_(screen_display=display, screen_geometry=place))

    def _open_another(self, file: str) -> None:
        self._database = file or self._database
        self.open_library()

    def _open_shared_screen(self) -> None:
        if self.window.stage is not None:
            self.window.stage.open_window()

    def _translate(self, settings: Settings) -> None:
        """Let Qt's own dialogs speak the language of the console."""
        self._app.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(QLocale(settings.language), "qtbase", "_", folder):
            self._app.installTranslator(self._qt_words)

    def _put_away(self) -> None:
        if self.window.stage is not None:
            self.window.stage.close_window()
        self.tasks.shut_down()
        if self._library is not None:
            self._library.close()
