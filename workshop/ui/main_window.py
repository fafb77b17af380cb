"""The console: navigation at the left, one page at a time, notices above it. It paints before the library is opened."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from workshop.language import Language, Message, load_language, mark
from workshop.settings import Settings, save_settings
from workshop.ui import theme as look
from workshop.ui.actions import ALL_PAGES, PAGES, SETTINGS, PageEntry, make_actions, page_entry
from workshop.ui.backups.steps import restore_copy
from workshop.ui.command import Command, shortcut_text
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.keyboard import Keyboard
from workshop.ui.library_steps import take_step
from workshop.ui.page import Page, Place
from workshop.ui.rehearsal.player import Player
from workshop.ui.tasks import Tasks
from workshop.ui.theme import Type
from workshop.ui.whereabouts import Follower
from workshop.ui.widgets.calm_view import FailureView, OpeningView
from workshop.ui.widgets.focus_ring import FocusRings
from workshop.ui.widgets.navigation import Navigation, Way
from workshop.ui.widgets.reading_order import ReadingOrder
from workshop.ui.widgets.toast import Toast
from workshop.ui.widgets.undo_bar import UndoBar
from workshop.ui.window_memory import make_stage, open_log_folder, remembered_place, restore_geometry, with_memory

if TYPE_CHECKING:
    from workshop.services.keeping.library import Library

_log = logging.getLogger(__name__)
_OUR_FAULT = mark("Something went wrong. What was saved is safe; the log says more.")
_REBUILT = ("language", "theme", "text_scale")  # settings that change every widget


class MainWindow(ReadingOrder, QMainWindow):
    """The window of the facilitator; it knows the pages by name only and builds each at its first visit."""

    openRequested = Signal(str)  # open the library: "" the same again, else this file
    sharedScreenRequested = Signal()
    stageMade = Signal()  # there is another shared screen than before
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
        self._rehearsal = Player(tasks, self)
        self._error: Exception | None = None
        self._page_name = settings.last_page
        self._place = remembered_place(settings)
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._drafts: dict[str, dict[str, Any]] = {}
        self.setMinimumSize(960, 600)
        self.whereabouts = Follower(tasks, self)
        self.whereabouts.changed.connect(self._show_title)
        self.keyboard = Keyboard(self)
        self._build()
        restore_geometry(self, settings)
        tasks.failed.connect(self._show_error)
        tasks.changed.connect(self._mark_stale)
        look.watch_system(self._follow_system)

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
    def navigation(self) -> Navigation:
        """The way to the pages, and the menu."""
        return self._navigation

    @property
    def commands(self) -> dict[str, Command]:
        """What can be done from anywhere, by its name."""
        return self._actions

    def action(self, name: str) -> Command:
        """What can be done from anywhere under a name of `actions.ACTIONS`."""
        return self._actions[name]

    @property
    def stage(self) -> Any:
        """The shared screen's controller, None before the library is open."""
        return self._stage

    # The library.

    def library_opened(self, library: "Library") -> None:
        """Show the pages of a library."""
        self._library, self._error = library, None
        self._tasks.listen(library)
        self._show_library(library)

    def begin_anew(self) -> None:
        """Show the open library from its beginning: its whole content is another one."""
        if self._library is not None:
            self._place = Place()
            self._show_library(self._library)

    def _show_library(self, library: "Library") -> None:
        self._desk = replace(self._desk, library=library)
        if self._stage is not None:
            self._stage.close_window()
        self._stage = make_stage(self._desk)
        self._desk = replace(self._desk, stage=self._stage)
        self.stageMade.emit()
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
        view.logRequested.connect(open_log_folder)
        self._show_view(view)

    # Pages.

    def go(self, name: str, place: Place | None = None) -> None:
        """Show a page, at a place where one is given."""
        self.keyboard.close_veil()
        entry = page_entry(name if name in {page.name for page in ALL_PAGES} else "start")
        self._page_name = entry.name
        self._place = place or self._place
        self._navigation.show_chosen(entry.name)
        self._follow()
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
        self._remember()

    def set_place(self, place: Place) -> None:
        """Remember where the user is, without going anywhere."""
        self._place = place
        self._follow()
        self._remember()

    def _remember(self) -> None:
        """Keep where the user is: after a power cut the window opens there again."""
        self._settings = with_memory(self._settings, self, self._page_name, self._place)
        self._keep(self._settings)

    # Notices.

    def notify(self, notice: Message | str) -> None:
        """Show a short notice."""
        self._undo_bar.hide()
        self._toast.show_text(self._language.tell(notice))

    def offer_undo(self, words: Message | str, take_back: Callable[[], object] | None = None) -> None:
        """Say what was done, with a button that takes it back: by `take_back`, or by the undo of the library."""
        self._toast.hide()
        self._undo_bar.show_step(self._language.tell(words), take_back)

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
        self._desk = Desk(
            self._language, theme, icons, self._tasks, library, self._settings, self._stage, self._rehearsal
        )
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
        handlers |= self.keyboard.handlers
        self._actions = make_actions(self, self._language, handlers, self.keyboard.conditions)
        self._navigation.menuRequested.connect(self.keyboard.open_menu)
        self._navigation.set_open(self._library is not None)
        self._navigation.show_chosen(self._page_name)
        self._show_view(OpeningView(self._language, self._desk.type))
        self._show_title()

    def _make_navigation(self, icons: Icons, kind: Type) -> Navigation:
        tell, say = self._language.tell, self._language.say

        def way(entry: PageEntry) -> Way:
            return Way(entry.name, tell(entry.title), entry.icon, f"{tell(entry.title)} ({shortcut_text(entry.keys)})")

        foot = say("Saved automatically · offline")
        menu = Way("menu", say("Menu"), "menu", f"{say('Menu')} ({shortcut_text('F10')})")
        title = say("Living Lab Workshop")
        return Navigation(icons, kind, title, [way(page) for page in PAGES], [way(SETTINGS)], foot, menu)

    def _rebuild(self) -> None:
        self.keyboard.close_veil()
        drafts = {name: page.draft() for name, page in self._pages.items()}
        self._drafts |= {name: draft for name, draft in drafts.items() if draft}
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
            page = entry.page_class()(self._desk, self._stack)  # where it stays: its look is worked out once
        except Exception as error:
            _log.exception("the page %s could not be built", entry.name)
            self._show_failed_page(entry, error)
            return None
        page.pageRequested.connect(self.go)
        page.noticeRequested.connect(self.notify)
        page.undoOffered.connect(self.offer_undo)
        page.placeChanged.connect(self._follow)
        if hasattr(page, "settingsChanged"):
            # Later, because the page that asks for it is replaced by it.
            page.settingsChanged.connect(
                lambda settings: QTimer.singleShot(0, self, lambda: self.change_settings(settings))
            )
        if hasattr(page, "restoreRequested"):
            page.restoreRequested.connect(lambda backup: restore_copy(self, backup))
        if hasattr(page, "valuesChanged"):
            page.valuesChanged.connect(lambda values: self.change_settings(self._settings.with_(**values)))
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
        view.logRequested.connect(open_log_folder)
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

    def _follow(self) -> None:
        """Know the project the user is in; the page may know better than the window."""
        page = self.page if self.page is not None and self.page is self._pages.get(self._page_name) else None
        place = page.place if page is not None and page.place.project_id is not None else self._place
        self.whereabouts.follow(self._library, place.project_id)
        self._show_title()

    def _show_title(self) -> None:
        """PAGE · PROJECT — the application."""
        say = self._language.say
        entry = page_entry(self._page_name if self._page_name in {page.name for page in ALL_PAGES} else "start")
        parts = [self._language.tell(entry.title)]
        if self.whereabouts.project_title and entry.name not in ("start", "settings"):
            parts.append(self.whereabouts.project_title)
        self.setWindowTitle(f"{' · '.join(parts)} — {say('Living Lab Workshop')}")

    def _undo(self) -> None:
        if not self._undo_bar.take_back():
            take_step("undo", self._library, self._tasks, self.notify, self)

    def _redo(self) -> None:
        take_step("redo", self._library, self._tasks, self.notify, self)

    def _show_error(self, error: Exception) -> None:
        self.notify(getattr(error, "message", None) or _OUR_FAULT)

    def _follow_system(self) -> None:
        if self._settings.theme == "system" and look.chosen_theme("system") is not self._desk.theme:
            self._rebuild()

    def show_opening(self) -> None:
        """Say that the library is being opened."""
        self._error = None
        self._show_view(OpeningView(self._language, self._desk.type))

    def _open_again(self, file: str) -> None:
        self.show_opening()
        self.openRequested.emit(file)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self._language.say("Choose a library file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_again)
        dialog.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was and where in it the user was."""
        self._remember()
        super().closeEvent(event)
