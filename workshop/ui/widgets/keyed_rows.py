"""Rows that are changed in place: whoever has the keyboard keeps it, and nothing that stays is built anew."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from workshop.ui.widgets.reading_order import tab_stops

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class KeyedRows(Generic[T, W]):
    """The widgets of a layout by the key of what they show; the layout holds nothing else.

    Where the row with the keyboard goes, the one in its place gets it.
    """

    def __init__(
        self, layout: QLayout, key: Callable[[T], Hashable], make: Callable[[T], W], show: Callable[[W, T], None]
    ) -> None:
        self._layout = layout
        self._key, self._make, self._show_in = key, make, show
        self._rows: dict[Hashable, W] = {}

    @property
    def widgets(self) -> list[W]:
        """The rows in order."""
        return list(self._rows.values())

    def row(self, key: Hashable) -> W | None:
        """The row of a key, if there is one."""
        return self._rows.get(key)

    def show(self, items: Sequence[T]) -> None:
        """Show other things: known keys in the rows they have, new ones in new rows."""
        before = self._rows
        lost = self._place_of_focus({self._key(item) for item in items})
        self._rows = rows = {}
        for item in items:
            key = self._key(item)
            rows[key] = before[key] if key in before else self._make(item)
        if list(before) != list(rows):
            self._arrange([row for key, row in before.items() if key not in rows])
        for item in items:
            self._show_in(rows[self._key(item)], item)
        if lost is not None:
            focus_first_in(*self.widgets[lost:], *reversed(self.widgets[:lost]))

    def _place_of_focus(self, kept: set[Hashable]) -> int | None:
        """The place of the row that is about to go and has the keyboard, or gets it back when a dialog closes."""
        for place, (key, row) in enumerate(self._rows.items()):
            focus = row.window().focusWidget()
            if focus is not None and key not in kept and (focus is row or row.isAncestorOf(focus)):
                return place
        return None

    def _arrange(self, gone: list[W]) -> None:
        while self._layout.takeAt(0) is not None:
            pass
        for row in self._rows.values():
            self._layout.addWidget(row)
        for row in gone:
            row.hide()
            row.setParent(None)
            row.deleteLater()


def focus_first_in(*widgets: QWidget) -> None:
    """Give the keyboard to the first control in some widgets that takes it."""
    stop = next((stop for widget in widgets for stop in tab_stops(widget) if stop.isEnabled()), None)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
