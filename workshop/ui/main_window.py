"""The console: navigation at the left, one page at a time, notices above it. It paints before the library is opened."""

import logging
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import QByteArray, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from workshop import paths
from workshop.language import Language, Message, load_language, mark
from workshop.settings import Settings, save_settings
from workshop.ui import theme as look
from workshop.ui.actions import ALL_PAGES, PAGES, SETTINGS, PageEntry, make_actions, page_entry, shortcut_text
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.page import Page, Place
from workshop.ui.tasks import Tasks
from workshop.ui.theme import Type
from workshop.ui.widgets.calm_view import FailureView, OpeningView
from workshop.ui.widgets.focus_ring import FocusRings
from workshop.ui.widgets.navigation import Navigation, Way
from workshop.ui.widgets.toast import Toast
from workshop.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from workshop.services.library import Library

_log = logging.getLogger(__name__)
_OUR_FAULT = mark("Something went wrong. What was saved is safe; the log says more.")
_REBUILT = ("language", "theme", "text_scale")  # settings that change every widget


class MainWindow(QMainWindow):
    """The window of the facilitator; it knows the pages by name only and builds each at its first visit."""

    openRequested = Signal(str)  # open the library: "" the same again, else this file
    sharedScreenRequested = Signal()
    settingsChanged = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        settings: Settings,
        language: Language,
        keep: Callable[[Settings], None] = save_settings,
    ) -> None:
        super().__init__()
        self._keep = keep  # where settings go that the user changes
        self._tasks = tasks
        self._settings = settings
        self._language = language
        self._library: Library | None = None
        self._stage: Any = None
        self._error: Exception | None = None
        self._page_name = settings.last_page
        self._place = Place(project_id=_uuid(settings.last_project), session_id=_uuid(settings.last_session))
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._drafts: dict[str, dict[str, Any]] = {}
        self.setMinimumSize(960, 600)
        self._build()
        self._restore_geometry()
        tasks.failed.connect(self._show_error)
        tasks.changed.connect(self._mark_stale)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    @property
    def place(self) -> Place:
        """Where the user is."""
        return self._place

    @property
    def page(self) -> Page | None:
        """The page that is shown, None where none is."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def desk(self) -> Desk:
        """What pages are given now."""
        return self._desk

    @property
    def stage(self) -> Any:
        """The shared screen's controller, None before the library is open."""
        return self._stage

    # The library.

    def library_opened(self, library: "Library") -> None:
        """Show the pages of a library."""
        self._library, self._error = library, None
        self._tasks.listen(library)
        self._desk = replace(self._desk, library=library)
        if self._stage is not None:
            self._stage.close_window()
        self._stage = _make_stage(self._desk)
        self._desk = replace(self._desk, stage=self._stage)
        self._drop_pages()
        self._navigation.set_open(True)
        self.go(self._page_name)

    def library_failed(self, error: Exception) -> None:
        """Say on a calm page that the library could not be opened, and what to do."""
        self._library, self._error = None, error
        self._drop_pages()
        self._navigation.set_open(False)
        sentence = self._language.tell(getattr(error, "message", None) or mark("The library could not be opened."))
        advice = self._language.say(
            "Nothing was changed. Close other programs that may use the file, or choose another one."
        )
        view = FailureView(self._language, self._desk.icons, self._desk.type, sentence, advice)
        view.retryRequested.connect(lambda: self._open_again(""))
        view.otherRequested.connect(self._choose_file)
        view.logRequested.connect(_open_log_folder)
        self._show_view(view)

    # Pages.

    def go(self, name: str, place: Place | None = None) -> None:
        """Show a page, at a place where one is given."""
        entry = page_entry(name if name in {page.name for page in ALL_PAGES} else "start")
        self._page_name = entry.name
        self._place = place or self._place
        self._navigation.show_chosen(entry.name)
        if self._library is None:
            return
        page = self._pages.get(entry.name) or self._make_page(entry)
        if page is None:
            return
        self._stale.discard(entry.name)
        self._stack.setCurrentWidget(page)
        page.open(self._place)
        page.focus_first()
        if draft := self._drafts.pop(entry.name, None):
            page.restore(draft)

    def set_place(self, place: Place) -> None:
        """Remember where the user is, without going anywhere."""
        self._place = place

    # Notices.

    def notify(self, notice: Message | str) -> None:
        """Show a short notice."""
        self._undo_bar.hide()
        self._toast.show_text(self._language.tell(notice))

    def offer_undo(self, words: Message | str) -> None:
        """Say what was done, with a button that takes it back."""
        self._toast.hide()
        self._undo_bar.show_text(self._language.tell(words))

    # Settings.

    def change_settings(self, settings: Settings) -> None:
        """Take over settings, keep them, and show everything anew where they change the look or the words."""
        before, self._settings = self._settings, settings
        self._keep(settings)
        if any(getattr(before, name) != getattr(settings, name) for name in _REBUILT):
            self._language = load_language(settings.language)
            self._rebuild()
        else:
            self._desk = replace(self._desk, settings=settings)
        self.settingsChanged.emit(settings)

    # Building.

    def _build(self) -> None:
        app = cast(QApplication, QApplication.instance())
        theme = look.chosen_theme(self._settings.theme)
        look.apply(app, theme, self._settings.text_scale)
        icons = Icons(theme)
        library = cast("Library", self._library)
        self._desk = Desk(self._language, theme, icons, self._tasks, library, self._settings, self._stage)
        self.setWindowTitle(self._language.say("Living Lab Workshop"))
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._navigation = self._make_navigation(icons, Type(self._settings.text_scale))
        self._navigation.chosen.connect(self.go)
        self._stack = QStackedWidget()
        row.addWidget(self._navigation)
        row.addWidget(self._stack, 1)
        say = self._language.say
        self._toast = Toast(self._stack, icons, say("Close this notice"))
        self._undo_bar = UndoBar(self._stack, icons, say("Undo"), say("Close this notice"))
        self._undo_bar.undoRequested.connect(self._undo)
        self.setCentralWidget(frame)
        self._rings = FocusRings(theme, frame)
        handlers = {page.name: (lambda name=page.name: self.go(name)) for page in ALL_PAGES}
        handlers |= {"undo": self._undo, "redo": self._redo, "shared-screen": self.sharedScreenRequested.emit}
        self._actions = make_actions(self, self._language, handlers)
        self._navigation.set_open(self._library is not None)
        self._navigation.show_chosen(self._page_name)
        self._show_view(OpeningView(self._language, self._desk.type))

    def _make_navigation(self, icons: Icons, kind: Type) -> Navigation:
        tell, say = self._language.tell, self._language.say

        def way(entry: PageEntry) -> Way:
            return Way(entry.name, tell(entry.title), entry.icon, f"{tell(entry.title)} ({shortcut_text(entry.keys)})")

        foot = say("Saved automatically · offline")
        return Navigation(icons, kind, say("Living Lab Workshop"), [way(page) for page in PAGES], [way(SETTINGS)], foot)

    def _rebuild(self) -> None:
        for name, page in self._pages.items():
            if draft := page.draft():
                self._drafts[name] = draft
        self._pages.clear()
        self._stale.clear()
        for action in self._actions.values():
            self.removeAction(action)
            action.deleteLater()
        old = self.takeCentralWidget()
        self._build()
        old.hide()
        old.deleteLater()
        if self._stage is not None:
            self._stage.rebuild(self._desk)
        if self._library is not None:
            self.go(self._page_name)
        elif self._error is not None:
            self.library_failed(self._error)

    def _make_page(self, entry: PageEntry) -> Page | None:
        try:
            page = entry.page_class()(self._desk)
        except Exception as error:
            _log.exception("the page %s could not be built", entry.name)
            self._show_failed_page(entry, error)
            return None
        page.pageRequested.connect(self.go)
        page.noticeRequested.connect(self.notify)
        page.undoOffered.connect(self.offer_undo)
        if hasattr(page, "settingsChanged"):
            # Later, because the page that asks for it is replaced by it.
            page.settingsChanged.connect(
                lambda settings: QTimer.singleShot(0, self, lambda: self.change_settings(settings))
            )
        self._pages[entry.name] = page
        self._stack.addWidget(page)
        return page

    def _show_failed_page(self, entry: PageEntry, _error: Exception) -> None:
        say = self._language.say
        view = FailureView(
            self._language, self._desk.icons, self._desk.type,
            say("This page could not be opened."), self._language.tell(_OUR_FAULT), other=False,
        )  # fmt: skip
        view.retryRequested.connect(lambda: self.go(entry.name))
        view.logRequested.connect(_open_log_folder)
        self._show_view(view)

    def _show_view(self, view: QWidget) -> None:
        """Show something that is not a page, and forget what of that kind was shown before."""
        for place in reversed(range(self._stack.count())):
            other = self._stack.widget(place)
            if not isinstance(other, Page):
                self._stack.removeWidget(other)
                other.deleteLater()
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()

    # What happens.

    def _mark_stale(self, changed: Any) -> None:
        for name, page in self._pages.items():
            if page is not self.page or page.stale(changed):
                self._stale.add(name)
        QTimer.singleShot(0, self, self._reload_stale)  # several changes in one turn make one reload

    def _reload_stale(self) -> None:
        if self._page_name in self._stale and self.page is not None:
            self._stale.discard(self._page_name)
            self.page.reload()

    def _undo(self) -> None:
        self._step("undo", mark("Undone: {what}"))

    def _redo(self) -> None:
        self._step("redo", mark("Done again: {what}"))

    def _step(self, verb: str, words: Message) -> None:
        library = self._library
        if library is None:
            return

        def work() -> Any:
            from workshop.services import undo  # only now, because it loads the database

            return getattr(undo, verb)(library)

        def done(changed: Any) -> None:
            what = changed.record if isinstance(changed.record, Message) else changed.undo
            self.notify(Message(words.msgid, (("what", what or ""),)))

        self._tasks.run(work, done, owner=self)

    def _show_error(self, error: Exception) -> None:
        self.notify(getattr(error, "message", None) or _OUR_FAULT)

    def _follow_system(self) -> None:
        if self._settings.theme == "system" and look.chosen_theme("system") is not self._desk.theme:
            self._rebuild()

    def _open_again(self, file: str) -> None:
        self._error = None
        self._show_view(OpeningView(self._language, self._desk.type))
        self.openRequested.emit(file)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self._language.say("Choose a library file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_again)
        dialog.open()

    def _restore_geometry(self) -> None:
        kept = QByteArray.fromBase64(QByteArray(self._settings.geometry.encode()))
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = self.screen().availableGeometry().size()
            self.resize(min(1366, room.width()), min(768, room.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was and where in it the user was."""
        self._settings = self._settings.with_(
            geometry=self.saveGeometry().toBase64().toStdString(),
            last_page=self._page_name,
            last_project=str(self._place.project_id or ""),
            last_session=str(self._place.session_id or ""),
        )
        self._keep(self._settings)
        super().closeEvent(event)


def _make_stage(desk: Desk) -> Any:
    """The controller of the shared screen."""
    try:
        return import_module("workshop.ui.shared_screen.stage").Stage(desk)
    except Exception:
        _log.exception("the shared screen could not be prepared")
        return None


def _open_log_folder() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_file().parent)))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
