"""What the keyboard does everywhere in the console: finding, the sheet of shortcuts, the menu, theme and size of text."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from workshop.language import mark
from workshop.settings import TEXT_SCALES
from workshop.ui.actions import ALL_PAGES, page_entry
from workshop.ui.command import Command
from workshop.ui.offers import Offer, commands_of, offers_of
from workshop.ui.page import Place
from workshop.ui.widgets.veil import Veil

if TYPE_CHECKING:
    from workshop.ui.main_window import MainWindow
    from workshop.ui.palette.entries import Entry

_THEMES = ("light", "dark", "high-contrast", "system")
_THEME_WORDS = {
    "light": mark("Light"), "dark": mark("Dark"), "high-contrast": mark("High contrast"), "system": mark("Like the system"),
}  # fmt: skip
_RECENT = 4  # entries of the palette that are offered again
_SUGGESTED = 6


class Keyboard(QObject):
    """The handlers of the window's own actions; one for the whole life of the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._veil: Veil | None = None
        self._recent: list[Any] = []  # keys of entries, the last one first
        self._last: dict[Any, Any] = {}  # finds that were chosen, by their key
        QApplication.instance().focusChanged.connect(self._help_dialogs)

    @property
    def veil(self) -> Veil | None:
        """What lies over the window now."""
        return self._veil if self._veil is not None and shiboken6.isValid(self._veil) and self._veil.is_open else None

    @property
    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions call, by their names."""
        return {
            "new-project": self._new_project, "find": self.open_palette, "quick-idea": self._write_idea,
            "next-theme": self._next_theme, "larger": lambda: self._resize_text(1), "smaller": lambda: self._resize_text(-1),
            "normal": lambda: self._set_text(100), "full-screen": self._toggle_full_screen,
            "shortcuts": self.open_shortcuts, "menu": self.open_menu, "about": self._show_about, "quit": self._window.close,
        }  # fmt: skip

    @property
    def conditions(self) -> Mapping[str, Callable[[], bool]]:
        """When the actions can be done, by their names; those that are left out always can."""
        scale = self._window.settings.text_scale

        def is_open() -> bool:
            return self._window.desk.library is not None

        return {
            "new-project": is_open, "find": is_open, "undo": is_open, "redo": is_open, "shared-screen": is_open,
            "quick-idea": lambda: is_open() and (self._takes_ideas or self._window.whereabouts.running is not None),
            "larger": lambda: scale < TEXT_SCALES[-1], "smaller": lambda: scale > TEXT_SCALES[0],
            "normal": lambda: scale != TEXT_SCALES[0],
            **{page.name: is_open for page in ALL_PAGES},
        }  # fmt: skip

    def close_veil(self) -> None:
        """Take away what lies over the window."""
        if (veil := self.veil) is not None:
            veil.leave()

    # Finding.

    def open_palette(self) -> None:
        """Find an action, a page, or something in the library."""
        window = self._window
        if window.desk.library is None:
            return
        from workshop.ui.palette.palette import Palette  # only now: it knows what the library holds

        self.close_veil()
        palette = Palette(window.desk, window, self._entries(), self._suggest, window.go)
        palette.chosen.connect(self._choose)
        self._open(palette)

    def _entries(self) -> "list[Entry]":
        from workshop.ui.palette.entries import Entry

        tell, page = self._window.desk.language.tell, self._window.page
        here = tell(page_entry(page.name).title) if page is not None and page.name in self._names else ""
        found: list[Entry] = []
        for offer in commands_of(self._window):
            if offer.group == "page":
                found.append(Entry(("page", offer.words), "page", offer.words, offer.call, "", offer.icon, offer.keys))
            elif offer.words != self._window.action("find").text():
                found.append(_action(offer, ""))
        known = {entry.title for entry in found}
        inside = offers_of(page) if page is not None else []
        return [_action(offer, here) for offer in inside if offer.words not in known and offer.group != "list"] + found

    def _suggest(self, found: "Sequence[Entry]") -> "list[Entry]":
        """What was used last, where the work is, and what can be done on the page."""
        from dataclasses import replace

        from workshop.ui.palette.entries import Entry

        local: list[Entry] = self._entries()
        known = {entry.key: entry for entry in (*self._last.values(), *found, *local)}
        recent = [replace(known[key], group="recent") for key in self._recent if key in known][:_RECENT]
        used = {entry.key for entry in recent}
        rest = [entry for entry in found if entry.key not in used]
        actions = [entry for entry in local if entry.group == "action" and entry.key not in used][:_SUGGESTED]
        return [*recent, *rest, *actions]

    def _choose(self, entry: "Entry") -> None:
        self._recent = [entry.key, *(key for key in self._recent if key != entry.key)]
        if entry.group not in ("action", "page"):
            self._last[entry.key] = entry
        entry.call()

    # Showing.

    def open_shortcuts(self) -> None:
        """Show all shortcuts: over the dialog that is open, else over the window; the same key closes it."""
        from workshop.ui.shortcuts.sheet import ShortcutSheet, groups_of

        window, active = self._window, QApplication.activeWindow()
        dialog = active if isinstance(active, QDialog) and active.parentWidget() is window else None
        over: QWidget = dialog or window
        language, page = window.desk.language, window.page
        if dialog is not None:
            groups = groups_of(language, (), (), offers_of(dialog, waiting=True), dialog.windowTitle())
        else:
            everywhere = commands_of(window)
            here = offers_of(page, waiting=True) if page is not None else []
            title = language.tell(page_entry(page.name).title) if page is not None and page.name in self._names else ""
            groups = groups_of(
                language,
                [offer for offer in everywhere if offer.group != "page"],
                [offer for offer in everywhere if offer.group == "page"],
                here,
                title,
            )
        self.close_veil()
        self._open(ShortcutSheet(language, window.desk.theme, window.desk.type, groups, over))

    def open_menu(self) -> None:
        """Open the menu at its button."""
        from workshop.ui.shortcuts.menu import make_menu

        window = self._window
        page = window.page
        here = [act for act in page.actions() if isinstance(act, Command) and act.is_possible] if page else []
        menu = make_menu(window.desk.language, window.desk.icons, window.commands, here, window)
        button = window.navigation.menu_button
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))
        menu.setActiveAction(menu.actions()[0])

    def _open(self, veil: Veil) -> None:
        self._veil = veil
        veil.open()

    def _help_dialogs(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The help works in dialogs too, which no shortcut of the window reaches."""
        if new is None or not shiboken6.isValid(self._window):
            return
        dialog, helping = new.window(), self._window.action("shortcuts")
        ours = isinstance(dialog, QDialog) and not isinstance(dialog, QFileDialog)
        if ours and dialog.parentWidget() is self._window and helping not in dialog.actions():
            dialog.addAction(helping)

    # Doing.

    @property
    def _names(self) -> set[str]:
        return {page.name for page in ALL_PAGES}

    @property
    def _takes_ideas(self) -> bool:
        return self._window.page is not None and self._window.page.takes_ideas

    def _new_project(self) -> None:
        self._window.go("start")
        ask = getattr(self._window.page, "ask_project", None)
        if ask is not None:
            ask()

    def _write_idea(self) -> None:
        """Here where the page takes ideas, else where the session runs."""
        window = self._window
        running = window.whereabouts.running
        if self._takes_ideas and window.page is not None:
            window.page.focus_quick_idea()
        elif running is not None:
            window.go("run", Place(*running))
            if window.page is not None:
                window.page.focus_quick_idea()
        elif window.desk.library is not None:
            window.notify(mark("No session is running. Ideas can be written down once it has begun."))

    def _show_about(self) -> None:
        from workshop.ui.about.dialog import show_about

        show_about(self._window.desk, self._window)

    def _next_theme(self) -> None:
        window = self._window
        place = (_THEMES.index(window.settings.theme) + 1) % len(_THEMES)
        window.change_settings(window.settings.with_(theme=_THEMES[place]))
        window.notify(mark("Colours: {name}", name=_THEME_WORDS[_THEMES[place]]))

    def _resize_text(self, by: int) -> None:
        place = TEXT_SCALES.index(self._window.settings.text_scale) + by
        self._set_text(TEXT_SCALES[min(max(place, 0), len(TEXT_SCALES) - 1)])

    def _set_text(self, scale: int) -> None:
        window = self._window
        if scale != window.settings.text_scale:
            window.change_settings(window.settings.with_(text_scale=scale))
        window.notify(mark("Text size: {n}%", n=scale))

    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _action(offer: Offer, where: str) -> "Entry":
    from workshop.ui.palette.entries import Entry

    return Entry(
        ("action", offer.words), "action", offer.words, offer.call, where, offer.icon or "chevron-right", offer.keys
    )
