"""What can be done from anywhere in the console, declared once: id, words, shortcut, icon; the window gives the handlers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtWidgets import QWidget

from workshop.language import Language, Message, mark
from workshop.ui.command import Command
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
    group: str


_PAGES = "workshop.ui.pages"
PAGES: tuple[PageEntry, ...] = (
    PageEntry("start", mark("Start"), "house", f"{_PAGES}.start.page:StartPage", "Ctrl+1"),
    PageEntry("project", mark("Project"), "route", f"{_PAGES}.project.page:ProjectPage", "Ctrl+2"),
    PageEntry("prepare", mark("Prepare a session"), "calendar", f"{_PAGES}.prepare.page:PreparePage", "Ctrl+3"),
    PageEntry("run", mark("Run"), "play", f"{_PAGES}.run.page:RunPage", "Ctrl+4"),
    PageEntry("issues", mark("Local issues"), "map-pin", f"{_PAGES}.issues.page:IssuesPage", "Ctrl+Shift+U"),
    PageEntry("ideas", mark("Ideas"), "lightbulb", f"{_PAGES}.ideas.page:IdeasPage", "Ctrl+5"),
    PageEntry(
        "proposals", mark("Proposals"), "package-check", f"{_PAGES}.proposals.page:ProposalsPage", "Ctrl+Shift+P"
    ),
    PageEntry("votes", mark("Voting"), "vote", f"{_PAGES}.votes.page:VotesPage", "Ctrl+6"),
    PageEntry(
        "services", mark("Service pilots"), "trending-up", f"{_PAGES}.services.page:ServicesPage", "Ctrl+Shift+V"
    ),
    PageEntry("evaluation", mark("Service evaluation"), "star", f"{_PAGES}.evaluation.page:EvaluationPage", "Ctrl+7"),
    PageEntry("participants", mark("Participants"), "users", f"{_PAGES}.people.page:PeoplePage", "Ctrl+8"),
    PageEntry("follow-ups", mark("Follow-ups"), "flag", f"{_PAGES}.follow_ups.page:FollowUpsPage", "Ctrl+9"),
    PageEntry("reports", mark("Reports"), "file-text", f"{_PAGES}.reports.page:ReportsPage", "Ctrl+0"),
)
SETTINGS = PageEntry("settings", mark("Settings"), "settings", f"{_PAGES}.settings:SettingsPage", "Ctrl+,")
ALL_PAGES = (*PAGES, SETTINGS)

ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry("new-project", mark("New project"), "plus", (), "work"),
    ActionEntry("find", mark("Find anything"), "search", ("Ctrl+K",), "work"),
    ActionEntry("quick-idea", mark("Write down a quick idea"), "lightbulb", ("Ctrl+I",), "work"),
    ActionEntry("undo", mark("Undo"), "undo-2", ("Ctrl+Z",), "edit"),
    ActionEntry("redo", mark("Redo"), "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y"), "edit"),
    ActionEntry("shared-screen", mark("Open the shared screen"), "monitor-play", ("F5",), "look"),
    ActionEntry("next-theme", mark("Change the colours"), "contrast", ("Ctrl+Shift+L",), "look"),
    ActionEntry("larger", mark("Larger text"), "plus", ("Ctrl++", "Ctrl+="), "look"),
    ActionEntry("smaller", mark("Smaller text"), "", ("Ctrl+-",), "look"),
    ActionEntry("normal", mark("Normal text size"), "", ("Ctrl+Alt+0",), "look"),
    ActionEntry("full-screen", mark("Full screen"), "", ("F11",), "look"),
    ActionEntry("shortcuts", mark("Keyboard shortcuts"), "keyboard", ("F1", "?", "Shift+?"), "help"),
    ActionEntry("menu", mark("Menu"), "menu", ("F10",), "help"),
    ActionEntry("about", mark("About this program"), "", (), "help"),
    ActionEntry("quit", mark("Quit"), "x", ("Ctrl+Q",), "end"),
)


def page_entry(name: str) -> PageEntry:
    """The entry of a page; raises KeyError."""
    return {entry.name: entry for entry in ALL_PAGES}[name]


def make_actions(
    window: QWidget,
    language: Language,
    handlers: Mapping[str, Callable[[], object]],
    possible: Mapping[str, Callable[[], bool]] | None = None,
) -> dict[str, Command]:
    """The actions with their shortcuts, added to a window; pages are handled under their names."""
    declared = [*ACTIONS, *(ActionEntry(page.name, page.title, page.icon, (page.keys,), "page") for page in ALL_PAGES)]
    return {
        entry.name: Command(
            window, language.tell(entry.words), entry.keys, handlers[entry.name],
            icon=entry.icon, group=entry.group, possible=(possible or {}).get(entry.name),
        )
        for entry in declared
    }  # fmt: skip
