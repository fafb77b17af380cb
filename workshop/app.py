"""The composition root of the window: settings, look, worker, window; the library is opened after the first paint."""

import logging
import os
import sys
from pathlib import Path
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
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workshop import crash
from workshop.language import load_language
from workshop.models.errors import DamagedLibraryError, WorkshopError
from workshop.resources import resource_path
from workshop.settings import Settings, load_settings, save_settings
from workshop.ui.actions import ALL_PAGES
from workshop.ui.binding import mend_binding
from workshop.ui.main_window import MainWindow
from workshop.ui.motion import ask_desktop
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.calm_view import FailureView

if TYPE_CHECKING:
    from workshop.services.keeping.library import Library
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
    beginning = Beginning(app, settings, database, language)
    beginning.start()
    return app.exec()


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application; without a display it draws to memory."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in displays):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_to_log)
    mend_binding()
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

    def __init__(
        self, app: QApplication, settings: Settings, database: str | None = None, language: str | None = None
    ) -> None:
        """`database` and `language` are what the command line names, for this time alone."""
        super().__init__()
        self._app = app
        self._settings = settings
        self._database = database
        self._language = language
        self._words = QtWords(app, self)
        self.steps: FirstRunWindow | None = None
        self.running: Running | None = None

    def start(self) -> None:
        """Show one window or the other."""
        if self._database is not None or self._settings.set_up:
            self._open_console(self._settings, language=self._language)
        else:
            self._open_steps(self._settings.with_(language=self._language or self._settings.language))

    def _open_steps(self, settings: Settings) -> None:
        from workshop.ui.first_run.window import FirstRunWindow

        self.tasks = Tasks(self)
        self._app.aboutToQuit.connect(self.tasks.shut_down)
        self._words.speak(settings.language)
        self.steps = FirstRunWindow(self.tasks, settings, self._keep)
        self.steps.finished.connect(self._finished)
        self.steps.show()
        self.steps.step.focus_first()

    def _keep(self, settings: Settings) -> None:
        """What is chosen half-way: the look is kept, since it harms nobody; the next start asks again."""
        save_settings(settings)
        self._words.speak(settings.language)

    def _finished(self, settings: Settings, wish: "Wish") -> None:
        """The console opens before the steps close, since the application ends with its last window."""
        self._words.leave()
        if self.running is None:
            self._open_console(settings, wish)
        else:
            self.running.begin_again(settings, wish)
        if self.steps is not None:
            self.steps.close()
            self.steps.deleteLater()
            self.steps = None
        self.tasks.shut_down()

    def _open_console(self, settings: Settings, wish: "Wish | None" = None, language: str | None = None) -> None:
        self.running = Running(self._app, settings, self._database, wish=wish, language=language)
        self.running.lost.connect(self._set_up_again)
        self.running.start()

    def _set_up_again(self) -> None:
        """The chosen place is gone for good: ask for another one; closing the steps half-way changes nothing."""
        if self.running is not None and self.steps is None:
            self._open_steps(self.running.window.settings.with_(library=""))
            if self.steps is not None:
                self.steps.ask_place()
            self.running.window.hide()


class QtWords:
    """Lets Qt's own dialogs speak the language of the window."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        self._app = app
        self._words = QTranslator(parent)

    def speak(self, language: str) -> None:
        """Change the language."""
        self.leave()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._words.load(QLocale(language), "qtbase", "_", folder):
            self._app.installTranslator(self._words)

    def leave(self) -> None:
        """Say nothing any more."""
        self._app.removeTranslator(self._words)


class Running(QObject):
    """The running application: opens the library away from the window, and puts everything away at the end."""

    lost = Signal()  # the chosen place of the data is gone: ask for another one

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        database: str | None,
        *,
        wish: "Wish | None" = None,
        language: str | None = None,
    ) -> None:
        """`database` is another library than the user's own, `language` another than the kept one, both for this time.

        `wish` is what the first steps ended with.
        """
        super().__init__()
        self._app = app
        self._database = database
        self._file = ""  # chosen where the library could not be opened
        self._wish = wish
        self._languages = (settings.language, language or settings.language)  # the kept one, the one of this time
        self._library: Library | None = None
        self._words = QtWords(app, self)
        self.tasks = Tasks(self)
        settings = settings.with_(language=self._languages[1])
        self._words.speak(settings.language)
        self.window = MainWindow(self.tasks, settings, load_language(settings.language), self._keep)
        self.window.openRequested.connect(self._open_another)
        self.window.sharedScreenRequested.connect(self._open_shared_screen)
        self.window.settingsChanged.connect(self._follow_language)
        self.window.stageMade.connect(self._remember_screen)
        self._app.aboutToQuit.connect(self._put_away)
        crash.watch(self.tasks.failed.emit)

    def start(self) -> None:
        """Show the window; once it has been painted, open the library."""
        self.window.show()
        QTimer.singleShot(0, self, self.open_library)

    def open_library(self) -> None:
        """Open the library on the worker, which also loads everything that the pages need."""
        self.tasks.run(self._opened, self._take, self._refused, owner=self)

    def begin_again(self, settings: Settings, wish: "Wish") -> None:
        """Open the library at a place that was chosen anew."""
        self._wish, self._file = wish, ""
        self.window.change_settings(settings)
        self.window.show()
        self.open_library()

    def _opened(self) -> "Library":
        from workshop.services.keeping.places import open_own_library

        first = self._wish is not None
        return open_own_library(self.window.settings, named=self._file or self._database, create=True, first=first)

    def _load_pages(self) -> None:
        """Import what the pages need before anybody goes there; nothing is built yet."""
        for entry in ALL_PAGES:
            entry.page_class()

    def _take(self, library: "Library") -> None:
        self._library = library
        self.window.library_opened(library)
        ask_desktop(self)
        self.tasks.run(self._load_pages, lambda _loaded: self.tasks.spare(), owner=self)
        if self._file and self._database is None:
            self.window.change_settings(self.window.settings.with_(library=self._file))
        wish, self._wish = self._wish, None
        if wish is not None:
            self.window.change_settings(self.window.settings.with_(set_up=True))
            self._fulfil(wish.value)

    def _refused(self, error: Exception) -> None:
        """Say it calmly; where the chosen place is gone, offer to choose another one."""
        self.window.library_failed(error)
        view = next((view for view in self.window.findChildren(FailureView) if view.isVisible()), None)
        if view is not None and self._database is None and self.window.settings.library:
            words = load_language(self.window.settings.language).say("Keep the data in another place…")
            view.offer(words).clicked.connect(self.lost)
        if view is not None and isinstance(error, DamagedLibraryError):
            self._offer_backup(view)

    def _offer_backup(self, view: FailureView) -> None:
        """Where the file itself is damaged, its newest copy is one click away; what is there is kept."""
        from workshop.services.keeping.backups import list_backups
        from workshop.ui.backups.card import told_moment

        file = self._place_of_library()
        copies = list_backups(file) if file is not None else ()
        if file is None or not copies:
            return
        language = load_language(self.window.settings.language)
        words = language.say("Restore the copy of {when}", when=told_moment(language, copies[0].made))
        view.offer(words).clicked.connect(lambda: self._rescue(file, copies[0].file))

    def _place_of_library(self) -> Path | None:
        from workshop.services.keeping.places import own_file

        try:
            return own_file(self.window.settings, named=self._file or self._database)
        except WorkshopError:
            return None

    def _rescue(self, file: Path, backup: Path) -> None:
        def work() -> None:
            from workshop.services.keeping.restoring import rescue_library

            rescue_library(file, backup=backup)

        self.window.show_opening()
        self.tasks.run(work, lambda _done: self.open_library(), self._refused, owner=self)

    def _keep(self, settings: Settings) -> None:
        """Keep the settings, but not the language that was named for this time alone."""
        kept, spoken = self._languages
        if settings.language != spoken:  # the user has chosen one in the settings
            kept = spoken = settings.language
            self._languages = (kept, spoken)
        save_settings(settings.with_(language=kept))

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
        self._file = file or self._file
        self.open_library()

    def _open_shared_screen(self) -> None:
        if self.window.stage is not None:
            self.window.stage.open_window()

    def _follow_language(self, settings: Settings) -> None:
        self._words.speak(settings.language)

    def _put_away(self) -> None:
        if self.window.stage is not None:
            self.window.stage.close_window()
        self.tasks.shut_down()
        if self._library is not None:
            self._library.close()
