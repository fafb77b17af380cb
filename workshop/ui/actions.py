"""What can be done from anywhere in the console, declared once: id, words, shortcut, icon; the window gives the handlers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from workshop.language import Language, Message, mark
from workshop.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the console: what it is called, its icon, and the dotted name of its class."""

    name: str
    title: Message
    icon: str
    target: str
    keys: str

    def page_class(self) -> type[Page]:
        """The class of the page; its module is imported now, if that has not been done."""
        module, _, name = self.target.partition(":")
        return getattr(import_module(module), name)


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """Something that can be done from anywhere."""

    name: str
    words: Message
    icon: str
    keys: tuple[str, ...]


_PAGES = "workshop.ui.pages"
PAGES: tuple[PageEntry, ...] = (
    PageEntry("start", mark("Start"), "house", f"{_PAGES}.start.page:StartPage", "Ctrl+1"),
    PageEntry("project", mark("Project"), "route", f"{_PAGES}.project.page:ProjectPage", "Ctrl+2"),
    PageEntry("prepare", mark("Prepare a session"), "calendar", f"{_PAGES}.prepare.page:PreparePage", "Ctrl+3"),
    PageEntry("run", mark("Run"), "play", f"{_PAGES}.run.page:RunPage", "Ctrl+4"),
    PageEntry("ideas", mark("Ideas"), "lightbulb", f"{_PAGES}.ideas.page:IdeasPage", "Ctrl+5"),
    PageEntry("votes", mark("Voting"), "vote", f"{_PAGES}.votes.page:VotesPage", "Ctrl+6"),
    PageEntry("evaluation", mark("Service evaluation"), "star", f"{_PAGES}.evaluation.page:EvaluationPage", "Ctrl+7"),
    PageEntry("participants", mark("Participants"), "users", f"{_PAGES}.people.page:PeoplePage", "Ctrl+8"),
    PageEntry("follow-ups", mark("Follow-ups"), "flag", f"{_PAGES}.follow_ups.page:FollowUpsPage", "Ctrl+9"),
    PageEntry("reports", mark("Reports"), "file-text", f"{_PAGES}.reports.page:ReportsPage", "Ctrl+0"),
)
SETTINGS = PageEntry("settings", mark("Settings"), "settings", f"{_PAGES}.settings:SettingsPage", "Ctrl+,")
ALL_PAGES = (*PAGES, SETTINGS)

ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry("undo", mark("Undo"), "undo-2", ("Ctrl+Z",)),
    ActionEntry("redo", mark("Redo"), "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionEntry("shared-screen", mark("Open the shared screen"), "monitor-play", ("F5",)),
)


def page_entry(name: str) -> PageEntry:
    """The entry of a page; raises KeyError."""
    return {entry.name: entry for entry in ALL_PAGES}[name]


def make_actions(
    window: QWidget, language: Language, handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """The actions with their shortcuts, added to a window; pages are handled under their names."""
    declared = [*ACTIONS, *(ActionEntry(page.name, page.title, page.icon, (page.keys,)) for page in ALL_PAGES)]
    made: dict[str, QAction] = {}
    for entry in declared:
        action = QAction(language.tell(entry.words), window)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False, handler=handlers[entry.name]: handler())
        window.addAction(action)
        made[entry.name] = action
    return made


def shortcut_text(keys: str) -> str:
    """A shortcut as this platform writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
